// What a store becomes when it is written: pure. Every fault is named at its field, all at once.
import { isCountry } from '../../kernel/countries.ts'
import { isDay, isTimeZone } from '../../kernel/dates.ts'
import { parseEmail } from '../../kernel/email.ts'
import { parsePhone } from '../../kernel/phone.ts'
import { type FieldFault, invalid } from '../../kernel/problem.ts'
import { cutText, normalise, withoutInvisible } from '../../kernel/text.ts'
import type { AddressIn, Store, StoreChange } from './stores.schemas.ts'

export const MOST_STORES = 1000

export type StoreDraft = Omit<Store, 'id' | 'version'>

export const emptyStore: StoreDraft = {
  name: '',
  code: null,
  phone: null,
  email: null,
  address: null,
  timeZone: null,
  closedOn: null,
}

/** The store with these fields written; a Problem 422 names each that cannot be accepted. */
export function withChange(store: StoreDraft, change: StoreChange, merchantCountry: string): StoreDraft {
  const faults: FieldFault[] = []
  const blame = (path: string, code: string, message: string) => faults.push({ path, code, message })
  const address = change.address === undefined ? store.address : addressOf(change.address, blame)
  const draft = {
    name: change.name === undefined ? store.name : withoutInvisible(change.name),
    code: change.code === undefined ? store.code : filled(change.code),
    phone:
      change.phone === undefined
        ? store.phone
        : phoneOf(change.phone, address?.country ?? merchantCountry, blame),
    email: change.email === undefined ? store.email : emailOf(change.email, blame),
    address,
    timeZone: change.timeZone === undefined ? store.timeZone : zoneOf(change.timeZone, blame),
    closedOn: change.closedOn === undefined ? store.closedOn : dayOf(change.closedOn, blame),
  }
  if (draft.name === '') blame('name', 'field.required', 'is required')
  if (faults.length > 0) throw invalid(faults)
  return draft
}

/** North and NORTH are one store; a name of signs alone is itself. Cut to what an index entry holds. */
export const nameKey = (name: string): string => cutText(normalise(name) || name.toLowerCase(), 300, 900)

type Blame = (path: string, code: string, message: string) => unknown
type Typed = string | null | undefined

function filled(typed: Typed): string | null {
  const text = withoutInvisible(typed ?? '')
  return text === '' ? null : text
}

function addressOf(typed: AddressIn | null, blame: Blame): Store['address'] {
  const country = filled(typed?.country)?.toUpperCase() ?? null
  if (country !== null && !isCountry(country)) {
    blame('address.country', 'country.unknown', 'is not a country code (ISO 3166, two letters)')
  }
  const address = {
    line1: filled(typed?.line1),
    line2: filled(typed?.line2),
    city: filled(typed?.city),
    state: filled(typed?.state),
    postalCode: filled(typed?.postalCode),
    country,
  }
  return Object.values(address).every((part) => part === null) ? null : address
}

function phoneOf(typed: string | null, country: string, blame: Blame): string | null {
  const text = filled(typed)
  if (text === null) return null
  const phone = parsePhone(text, country)
  if (!phone.ok) {
    blame('phone', phone.code, 'is not a telephone number')
    return null
  }
  return phone.extension === null ? phone.number : `${phone.number} x${phone.extension}`
}

function emailOf(typed: string | null, blame: Blame): string | null {
  const text = filled(typed)
  if (text === null) return null
  const parsed = parseEmail(text)
  if (parsed.ok) return parsed.email
  blame('email', parsed.code, 'is not an email address')
  return null
}

function zoneOf(typed: string | null, blame: Blame): string | null {
  const zone = filled(typed)
  if (zone !== null && !isTimeZone(zone))
    blame('timeZone', 'time_zone.unknown', 'is not a time zone such as Europe/Paris')
  return zone
}

function dayOf(typed: string | null, blame: Blame): string | null {
  const day = filled(typed)
  if (day !== null && !isDay(day)) blame('closedOn', 'day.impossible', 'is not a day: write YYYY-MM-DD')
  return day
}
