// Paths become members: `customer.email` is `{ customer: { email } }`.

type Value = string | number | boolean

/** Of what is in none of `inner` only what stands by itself is taken; a store is known by its id by then. */
export function membersOf(
  values: Readonly<Record<string, Value>>,
  inner: readonly string[],
): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(values)) {
    const [outside = '', name] = path.split('.')
    if (path === 'externalId') continue
    if (path === 'store') members.store = { id: value }
    else if (name === undefined) members[path] = value
    else if (inner.includes(outside))
      members[outside] = { ...(members[outside] as object | undefined), [name]: value }
  }
  return members
}
