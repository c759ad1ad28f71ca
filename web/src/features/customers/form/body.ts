// From the form to the wire: the whole writable customer, and of two such only what differs.
import type { Customer, CustomerType } from '../customers.api.ts'
import { toMoney } from './currency.ts'
import type { AddressValue, BirthdayValue, CustomerValues, TextField } from './values.ts'

export type Place = Readonly<{ country: string; currency: string }>
export type Body = Readonly<Record<string, unknown>>

const ofBoth: readonly TextField[] = [
  'number',
  'businessName',
  'taxId',
  'website',
  'email',
  'gateCode',
  'notes',
  'preferredLanguage',
  'salesperson',
]
const ofType: Readonly<Record<CustomerType, readonly TextField[]>> = {
  personal: [
    'firstName',
    'middleName',
    'lastName',
    'nickname',
    'salutation',
    'gender',
    'nationality',
    'idNumber',
    'anniversary',
  ],
  business: ['registrationNumber', 'industry'],
}

/** Every field of the form as the wire has it; fields that this type has not are not in it. */
export function bodyOf(values: CustomerValues, place: Place): Body {
  const texts = [...ofBoth, ...ofType[values.type]].map((field) => [field, text(values[field])] as const)
  return {
    ...Object.fromEntries(texts),
    taxExempt: values.taxExempt,
    additionalEmails: values.additionalEmails,
    phones: phonesOf(values),
    accountType: values.accountType,
    doNotServe: { value: values.doNotServe.value, reason: text(values.doNotServe.reason) },
    consent: Object.fromEntries(
      Object.entries(values.consent).map(([channel, state]) => [channel, { state }]),
    ),
    tags: values.tags.map(({ id, name }) => (id === null ? { name } : { id, name })),
    stores: values.stores,
    addresses: addressesOf(values, place),
    attributes: Object.fromEntries(
      Object.entries(values.attributes).map(([key, value]) => [key, isEmpty(value) ? null : value]),
    ),
    ...(values.type === 'personal' ? personal(values) : business(values, place)),
  }
}

/** What must be sent to make `before` what `after` is: its top-level fields that differ. */
export function changesOf(before: Body, after: Body): Body {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => !isSame(before[field], value)))
}

/** Equal on the wire: the order of members does not matter, that of lists does. */
export const isSame = (a: unknown, b: unknown): boolean => stable(a) === stable(b)

export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

function personal(values: CustomerValues): Body {
  return {
    dateOfBirth: birthdayOf(values.dateOfBirth),
    organizations: values.organizations.map(({ title, ...one }) => ({ ...one, title: text(title) })),
  }
}

function business({ manager, billing }: CustomerValues, { currency }: Place): Body {
  return {
    manager,
    billing: {
      ...billing,
      discountPercent: Number(billing.discountPercent) || 0,
      paymentTerms: text(billing.paymentTerms),
      creditLimit: toMoney(billing.creditLimit, currency),
      invoiceNotes: text(billing.invoiceNotes),
    },
  }
}

/** Rows in which nothing stands are no phones; one of the others is the primary one. */
function phonesOf({ phones }: CustomerValues) {
  const filled = phones.filter(({ number }) => number.trim() !== '')
  const primary = filled.find((phone) => phone.isPrimary) ?? filled[0]
  return filled.map((phone) => ({
    kind: phone.kind,
    number: phone.number.trim(),
    extension: text(phone.extension),
    isPrimary: phone === primary,
  }))
}

function addressesOf({ addresses }: CustomerValues, place: Place) {
  const filled = addresses.filter((address) => !isBlankAddress(address, place.country))
  const chosen = (key: 'isBilling' | 'isDelivery') => filled.find((address) => address[key]) ?? filled[0]
  const [billing, delivery] = [chosen('isBilling'), chosen('isDelivery')]
  return filled.map((address) => ({
    ...(address.id === null ? {} : { id: address.id }),
    label: text(address.label),
    line1: text(address.line1),
    line2: text(address.line2),
    city: text(address.city),
    state: text(address.state),
    postalCode: text(address.postalCode),
    country: text(address.country),
    // Text that no country was found for makes room for the country that was chosen.
    countryText: address.country === '' ? text(address.countryText) : null,
    gateCode: text(address.gateCode),
    isBilling: address === billing,
    isDelivery: address === delivery,
  }))
}

const shown = ['line1', 'line2', 'city', 'state', 'postalCode', 'gateCode', 'countryText'] as const

/** A new one in which only what stood there by itself stands. */
export const isBlankAddress = (address: AddressValue, country: string): boolean =>
  address.id === null &&
  (address.country === country || address.country === '') &&
  shown.every((field) => address[field].trim() === '')

/** As it is written: a day that cannot be is for the check to name. */
export function birthdayOf({ year, month, day }: BirthdayValue): Customer['dateOfBirth'] {
  const [y, m, d] = [year.trim(), month.trim(), day.trim()]
  if (y === '' && m === '' && d === '') return null
  return `${y === '' ? '-' : y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
}

const text = (value: string): string | null => (value.trim() === '' ? null : value.trim())

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
