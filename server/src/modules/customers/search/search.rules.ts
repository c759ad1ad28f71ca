// What search keeps of a customer: one row of names and words, its identifiers, and the words a typo may lead to.

import { altName, type NameFields, type NameOrder, nameWords, sortName } from '../../../kernel/names.ts'
import { nationalDigitsOf } from '../../../kernel/phone.ts'
import { deletions, hasDeletions, haystack } from '../../../kernel/search-text.ts'
import { cutText, normalise, words } from '../../../kernel/text.ts'

export type SearchedCustomer = {
  readonly id: string
  readonly type: 'personal' | 'business'
  readonly number: string | null
  readonly first_name: string | null
  readonly middle_name: string | null
  readonly last_name: string | null
  readonly nickname: string | null
  readonly business_name: string | null
  readonly email: string | null
  readonly additional_emails: readonly string[]
  readonly phone: string | null
  readonly phones: readonly StoredPhone[]
  readonly external_ids: readonly string[]
}

export type StoredPhone = {
  readonly number: string
  readonly digits: string
  readonly valid: boolean
  readonly country: string | null
  /** Where known already; else read out of the number. */
  readonly nationalDigits?: string | null
}

export type SearchEntry = {
  readonly sort_name: string
  readonly alt_name: string | null
  readonly haystack: string
  readonly keys: readonly SearchKey[]
  readonly words: readonly string[]
}

export type SearchKey = {
  readonly kind: 'email' | 'phone' | 'number' | 'external'
  readonly value: string
}

export type SearchedBy = { readonly nameOrder: NameOrder; readonly country: string }

export function searchEntry(customer: SearchedCustomer, merchant: SearchedBy): SearchEntry {
  const order = merchant.nameOrder
  const names = {
    type: customer.type,
    firstName: customer.first_name,
    middleName: customer.middle_name,
    lastName: customer.last_name,
    nickname: customer.nickname,
    businessName: customer.business_name,
    email: customer.email,
    phone: customer.phone,
  }
  const emails = [...(customer.email === null ? [] : [customer.email]), ...customer.additional_emails]
  const phones = customer.phones.map((phone) => ({
    digits: phone.digits,
    nationalDigits: nationalDigits(phone),
    isForeign: phone.country !== merchant.country,
  }))
  const { number, external_ids: codes } = customer
  const sorted = sortName(names, order)
  const ofNames = nameWords(names)
  return {
    sort_name: sorted,
    alt_name: altName(names, order, sorted),
    haystack: haystack({ ...names, number, emails, phones, codes }, ofNames),
    keys: keysOf({ number, emails, phones, codes }),
    words: nearWords(names, ofNames, emails),
  }
}

/** The form in which numbers and external ids are compared: C-1001, c 1001 and C1001 are one. */
export function codeKey(code: string): string {
  return cutText(normalise(code).replaceAll(' ', ''), 200, 400)
}

/** The word itself and each of its one-letter deletions, under which it is kept. */
export const spellings = (word: string): string[] => [word, ...deletions(word)]

type Identifiers = {
  readonly number: string | null
  readonly emails: readonly string[]
  readonly phones: readonly KeyedPhone[]
  readonly codes: readonly string[]
}

type KeyedPhone = {
  readonly digits: string
  readonly nationalDigits: string | null
  readonly isForeign: boolean
}

function keysOf({ number, emails, phones, codes }: Identifiers): SearchKey[] {
  const keys = new Map<string, SearchKey>()
  const add = (kind: SearchKey['kind'], value: string | null) => {
    if (value !== null && value !== '') keys.set(`${kind} ${value}`, { kind, value })
  }
  if (number !== null) add('number', codeKey(number))
  for (const code of codes) add('external', codeKey(code))
  for (const email of emails) add('email', email.toLowerCase())
  for (const phone of phones) {
    add('phone', phone.digits)
    // What is dialled at home is looked up with the country's code in front; a foreign number as it is dialled there.
    if (phone.isForeign) add('phone', phone.nationalDigits)
  }
  return [...keys.values()]
}

function nationalDigits(phone: StoredPhone): string | null {
  if (!phone.valid) return null
  if (phone.nationalDigits !== undefined) return phone.nationalDigits
  return nationalDigitsOf(phone.number, phone.country)
}

/**
 * The words that a typo may be meant for. Run-together readings of long names and addresses ("johnsmith83") are left
 * out: each is its own, none is typed that way, and their spellings would outweigh all others.
 */
function nearWords(names: NameFields, ofNames: readonly string[], emails: readonly string[]): string[] {
  const isApart = (word: string) => namesOf(names).some((name) => words(name).includes(word))
  const near = ofNames.filter((word) => word.length <= LONGEST_JOINED || isApart(word))
  return [
    ...new Set([...near, ...emails.flatMap((email) => emailWords(email, ofNames.length === 0))]),
  ].filter(hasDeletions)
}

const LONGEST_JOINED = 12

const namesOf = (names: NameFields) =>
  [names.firstName, names.middleName, names.lastName, names.nickname, names.businessName].filter(
    (name) => name != null,
  )

/** "maria.garcia83@…" → maria; of whoever has no name, the address is the name. */
function emailWords(email: string, isName: boolean): string[] {
  const parts = words(email.slice(0, email.lastIndexOf('@')))
  return parts.length > 1 || isName ? parts.filter((word) => /^\p{L}+$/u.test(word)) : []
}
