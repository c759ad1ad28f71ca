// By what a customer is recognised: identifiers that decide alone, and those that need an equal name beside them.
import { type NameFields, type NameOrder, sortName } from '../../../kernel/names.ts'
import type { ReadFields } from '../mapping/canonical.ts'

export type Keys = {
  readonly type: 'personal' | 'business'
  /** By source. */
  readonly externalIds: Readonly<Record<string, string>>
  readonly number: string | null
  readonly emails: readonly string[]
  /** Digits of valid numbers with the country's code. */
  readonly phones: readonly string[]
  /** The name after normalising, as search keeps it. */
  readonly name: string
  /** Nothing of the above but a name. */
  readonly isBare: boolean
}

type Phone = {
  readonly number: string
  readonly digits: string
  readonly valid: boolean
  readonly isPrimary: boolean
}

/** What rows, contacts of rows and customers have in common. */
export type Keyed = Omit<NameFields, 'phone'> & {
  readonly number?: string | null
  readonly externalIds?: Readonly<Record<string, string>>
  readonly additionalEmails?: readonly string[]
  readonly phones?: readonly Phone[]
}

export function keysOf(keyed: Keyed, order: NameOrder): Keys {
  const phones = keyed.phones ?? []
  const primary = phones.find((phone) => phone.isPrimary) ?? phones[0]
  const emails = [...(keyed.email ? [keyed.email] : []), ...(keyed.additionalEmails ?? [])]
  const valid = phones.filter((phone) => phone.valid).map((phone) => phone.digits)
  const externalIds = keyed.externalIds ?? {}
  const number = keyed.number ?? null
  const { type, firstName, middleName, lastName, nickname, businessName, email } = keyed
  const names = { type, firstName, middleName, lastName, nickname, businessName, email }
  return {
    type,
    externalIds,
    number,
    emails,
    phones: valid,
    name: sortName({ ...names, phone: primary?.number ?? null }, order),
    isBare:
      number === null && emails.length === 0 && valid.length === 0 && Object.keys(externalIds).length === 0,
  }
}

/** No customer can be made of nothing. */
export function isNobody(fields: ReadFields): boolean {
  const names = [fields.firstName, fields.middleName, fields.lastName, fields.nickname, fields.businessName]
  return (
    names.every((name) => name === undefined) &&
    fields.email === undefined &&
    (fields.additionalEmails ?? []).length === 0 &&
    (fields.phones ?? []).length === 0
  )
}

export const organizationKey = (name: string, order: NameOrder) =>
  sortName({ type: 'business', businessName: name }, order)

/** An id under the same source that differs: another record of that system. */
export function contradictsIds(
  ids: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
): boolean {
  for (const source in ids) if (others[source] !== undefined && others[source] !== ids[source]) return true
  return false
}

type Numbered = Pick<Keys, 'number'>
export const numbersDiffer = (a: Numbered, b: Numbered) =>
  a.number !== null && b.number !== null && a.number !== b.number
