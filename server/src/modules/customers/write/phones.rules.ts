import { parsePhone } from '../../../kernel/phone.ts'
import { blame, type Draft, type Facts, type Faults, type StoredPhone } from './draft.ts'
import type { CustomerWrite } from './write.schemas.ts'

/** A number without its country is one of the customer's address, else of its store, else of the merchant. */
function phoneCountry(draft: Draft, facts: Facts): string {
  const address =
    draft.addresses.find((a) => a.isDelivery && a.country) ?? draft.addresses.find((a) => a.country)
  if (address?.country) return address.country
  const stores = [...draft.stores].sort((a, b) => Number(b.preferred) - Number(a.preferred))
  const countries = stores.map(
    (store) => facts.references.stores.find((known) => known.id === store.id)?.country,
  )
  return countries.find((country) => country != null) ?? facts.merchant.country
}

/** After addresses and stores: they decide the country. */
export function applyPhones(draft: Draft, write: CustomerWrite, facts: Facts, faults: Faults): void {
  const country = phoneCountry(draft, facts)
  if (write.phones !== undefined) draft.phones = readPhones(write.phones ?? [], country, faults)
  if (write.phone === undefined) return
  const typed = write.phone?.trim() ?? ''
  draft.phones = typed === '' ? withoutPrimary(draft.phones) : withPrimary(draft, typed, country, faults)
}

type PhoneWrite = NonNullable<NonNullable<CustomerWrite['phones']>[number]>
type Phones = Draft['phones']

function readPhones(list: readonly PhoneWrite[], country: string, faults: Faults): Phones {
  const flagged = list.flatMap((phone, i) => (phone.isPrimary === true ? [i] : []))
  for (const i of flagged.slice(1))
    blame(faults, `phones.${i}.isPrimary`, 'phone.several_primary', 'only one phone may be primary')
  const primary = flagged[0] ?? 0
  return list.flatMap((phone, i) => {
    const read = readPhone(phone.number, country, `phones.${i}.number`, faults)
    if (read === null) return []
    const extension = phone.extension === undefined ? read.extension : phone.extension?.trim() || null
    return [{ ...read, kind: phone.kind ?? 'mobile', extension, isPrimary: i === primary }]
  })
}

function readPhone(
  number: string,
  country: string,
  path: string,
  faults: Faults,
): Omit<StoredPhone, 'kind' | 'isPrimary'> | null {
  const parsed = parsePhone(number, country)
  if (!parsed.ok) {
    blame(faults, path, parsed.code, 'cannot be a telephone number')
    return null
  }
  const { number: kept, digits, extension, valid, country: own } = parsed
  return { number: kept, digits, extension, valid, country: own }
}

function withoutPrimary(phones: Phones): Phones {
  const rest = phones.filter((phone) => !phone.isPrimary)
  return rest.map((phone, i) => ({ ...phone, isPrimary: i === 0 }))
}

function withPrimary(draft: Draft, typed: string, country: string, faults: Faults): Phones {
  const read = readPhone(typed, country, 'phone', faults)
  if (read === null) return draft.phones
  const known = draft.phones.find((phone) => phone.number === read.number)
  // Naming one of the others makes that one primary; replacing the first would leave the same number twice.
  if (known) return draft.phones.map((phone) => ({ ...phone, isPrimary: phone === known }))
  const primary = draft.phones.find((phone) => phone.isPrimary)
  const kind = primary?.kind ?? (draft.type === 'business' ? 'work' : 'mobile')
  const changed = { ...read, kind, isPrimary: true }
  return primary ? draft.phones.map((phone) => (phone === primary ? changed : phone)) : [changed]
}

/** What the column holds: a phone that was not written again is completed from its number. */
export function storedPhones(phones: Phones): StoredPhone[] {
  return phones.map((phone) => {
    const stored = phone as Partial<StoredPhone> & Phones[number]
    if (stored.digits !== undefined) return stored as StoredPhone
    const parsed = parsePhone(phone.number, null)
    const { digits, country } = parsed.ok
      ? parsed
      : { digits: phone.number.replace(/\D/g, ''), country: null }
    return { ...phone, digits, country }
  })
}

/** As on the wire: what only storage and search need stays behind. */
export function shownPhones(phones: Phones): Phones {
  return phones.map(({ kind, number, extension, valid, isPrimary }) => ({
    kind,
    number,
    extension,
    valid,
    isPrimary,
  }))
}
