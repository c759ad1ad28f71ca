/**
 * The names a customer is shown, sorted and found under. A person is first + last even when they
 * carry a business name (a sole trader); whoever has no name goes by email, then phone.
 */
import { cutText, joinedWords, normalise, words } from './text.ts'

export type NameOrder = 'last' | 'first'

export type NameFields = {
  readonly type: 'personal' | 'business'
  readonly firstName?: string | null
  readonly middleName?: string | null
  readonly lastName?: string | null
  readonly nickname?: string | null
  readonly businessName?: string | null
  readonly email?: string | null
  readonly phone?: string | null
}

export function displayName(fields: NameFields): string {
  const person = joinNames(fields.firstName, fields.lastName)
  const business = joinNames(fields.businessName)
  const named = fields.type === 'business' ? business || person : person || business
  return named || joinNames(fields.email) || joinNames(fields.phone) || spareName(fields)
}

/** What the list is ordered by, in `collate "C"`: "garcia maria", or the business name. */
export function sortName(fields: NameFields, order: NameOrder): string {
  return cutSortable(normalise(sortable(fields, order)))
}

/** The other way in: "maria garcia"; of a business the first word goes last. Null when it is the same. */
export function altName(
  fields: NameFields,
  order: NameOrder,
  sorted = sortName(fields, order),
): string | null {
  const alt = cutSortable(isSortedByPerson(fields) ? otherOrder(fields, order) : firstWordLast(fields))
  return alt === '' || alt === sorted ? null : alt
}

/** Every word of the names, run-together readings included: what a mistyped word is compared with. */
export function nameWords(fields: NameFields): string[] {
  const names = [
    fields.firstName,
    fields.lastName,
    fields.businessName,
    fields.nickname,
    fields.middleName,
  ].filter((name) => name !== null && name !== undefined)
  return [...new Set(names.flatMap((name) => [...words(name), ...joinedWords(name)]))]
}

// The sort name stands in index entries, which hold 2.7 kB in all.
const cutSortable = (name: string) => cutText(name, 200, 300)

function joinNames(...names: readonly (string | null | undefined)[]): string {
  let joined = ''
  for (const name of names) {
    const part = name?.trim()
    if (part) joined += joined === '' ? part : ` ${part}`
  }
  return joined
}

const spareName = (fields: NameFields) => joinNames(fields.nickname) || joinNames(fields.middleName)

const isSortedByPerson = (fields: NameFields) =>
  Boolean(joinNames(fields.firstName, fields.lastName)) &&
  (fields.type === 'personal' || !joinNames(fields.businessName))

// The middle name stands last, so that "maria garcia" and "garcia maria" are both beginnings.
function personName(fields: NameFields, order: NameOrder): string {
  const { firstName, middleName, lastName } = fields
  return order === 'last'
    ? joinNames(lastName, firstName, middleName)
    : joinNames(firstName, lastName, middleName)
}

function sortable(fields: NameFields, order: NameOrder): string {
  return isSortedByPerson(fields) ? personName(fields, order) : displayName(fields)
}

const otherOrder = (fields: NameFields, order: NameOrder) =>
  normalise(personName(fields, order === 'last' ? 'first' : 'last'))

function firstWordLast(fields: NameFields): string {
  const [first, ...rest] = words(joinNames(fields.businessName))
  return first === undefined ? '' : [...rest, first].join(' ')
}
