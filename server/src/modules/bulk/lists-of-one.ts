/** In an address one tag is `tag=…`; in the filter of a body it may be written so as well. */
export function listsOfOne(body: unknown, names: readonly string[]): void {
  const filter = (body as { filter?: unknown } | null | undefined)?.filter
  if (typeof filter !== 'object' || filter === null) return
  const query = filter as Record<string, unknown>
  for (const name of names) {
    if (typeof query[name] === 'string') query[name] = [query[name]]
  }
}
