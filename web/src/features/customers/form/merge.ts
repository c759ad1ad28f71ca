// Two people changed one customer. What only one of them changed is taken; what both changed differently is asked.
import { type Body, bodyOf, isSame, type Place } from './body.ts'
import type { CustomerValues, TagValue } from './values.ts'

export type Field = keyof CustomerValues

export type Merge = Readonly<{
  /** Both sides put together; where they conflict, mine. */
  values: CustomerValues
  /** Changed by them alone, or by both in a way that goes together. */
  taken: readonly Field[]
  conflicts: readonly Field[]
}>

export function mergeValues(
  base: CustomerValues,
  mine: CustomerValues,
  theirs: CustomerValues,
  place: Place,
): Merge {
  const [was, have, is] = [base, mine, theirs].map((values) => bodyOf(values, place)) as [Body, Body, Body]
  const values: CustomerValues = { ...mine }
  const taken: Field[] = []
  const conflicts: Field[] = []
  for (const field of Object.keys(is) as Field[]) {
    if (isSame(was[field], is[field]) || isSame(have[field], is[field])) continue
    const put = isSame(was[field], have[field])
      ? { value: theirs[field] }
      : combine(base[field], mine[field], theirs[field], field)
    if (put === null) conflicts.push(field)
    else {
      Object.assign(values, { [field]: put.value })
      taken.push(field)
    }
  }
  return { values, taken, conflicts }
}

/** The form as it will be saved, with their value wherever they were given way. */
export function withTheirs(
  { values }: Merge,
  theirs: CustomerValues,
  fields: readonly Field[],
): CustomerValues {
  return { ...values, ...Object.fromEntries(fields.map((field) => [field, theirs[field]])) }
}

type Put = Readonly<{ value: unknown }> | null

/** Fields made of parts go together as long as no part was changed by both. */
function combine(base: unknown, mine: unknown, theirs: unknown, field: Field): Put {
  if (field === 'tags') {
    return { value: union(base as TagValue[], mine as TagValue[], theirs as TagValue[], (tag) => tag.name) }
  }
  if (field === 'additionalEmails') {
    return { value: union(base as string[], mine as string[], theirs as string[], (email) => email) }
  }
  const isParts =
    field === 'attributes' || field === 'billing' || field === 'consent' || field === 'doNotServe'
  return isParts ? members(base as Body, mine as Body, theirs as Body) : null
}

function members(base: Body, mine: Body, theirs: Body): Put {
  const value: Record<string, unknown> = { ...mine }
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (isSame(base[key], theirs[key])) continue
    if (!isSame(base[key], mine[key]) && !isSame(mine[key], theirs[key])) return null
    value[key] = theirs[key]
  }
  return { value }
}

/** Theirs, with what I added and without what I took away. */
function union<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  nameOf: (item: T) => string,
): T[] {
  const names = (list: readonly T[]) => new Set(list.map(nameOf))
  const [before, kept, there] = [names(base), names(mine), names(theirs)]
  const left = theirs.filter((item) => kept.has(nameOf(item)) || !before.has(nameOf(item)))
  const added = mine.filter((item) => !before.has(nameOf(item)) && !there.has(nameOf(item)))
  return [...left, ...added]
}
