// What the form holds while somebody types: empty texts where the wire has null, and a key for every row of a list.
// Its names are those of the wire, so that a fault, a conflict or a change finds its field by the same word.
import { randomId } from '../../../kernel/random.ts'
import type { Customer, CustomerType } from '../customers.api.ts'
import { toMajor } from './currency.ts'

export type PhoneKind = Customer['phones'][number]['kind']
export type PhoneValue = {
  key: string
  kind: PhoneKind
  number: string
  extension: string
  isPrimary: boolean
}
export type AddressText = 'label' | 'line1' | 'line2' | 'city' | 'state' | 'postalCode' | 'country'
export type AddressValue = Record<AddressText, string> & {
  key: string
  id: string | null
  gateCode: string
  countryText: string
  isBilling: boolean
  isDelivery: boolean
}
/** Without an id it is one that the save will make. */
export type TagValue = { id: string | null; name: string; color: string | null }
export type StoreValue = { id: string; name: string; preferred: boolean }
export type OrganizationValue = {
  id: string
  number: string | null
  name: string
  title: string
  isManager: boolean
  isPrimary: boolean
  from: string | null
  until: string | null
}
export type BirthdayValue = { year: string; month: string; day: string }
export type ConsentState = Customer['consent']['email']['state']
export type Channel = keyof Customer['consent']

export const textFields = [
  'number',
  'firstName',
  'middleName',
  'lastName',
  'nickname',
  'salutation',
  'businessName',
  'registrationNumber',
  'taxId',
  'website',
  'industry',
  'email',
  'gender',
  'nationality',
  'idNumber',
  'anniversary',
  'gateCode',
  'notes',
  'preferredLanguage',
  'salesperson',
] as const
export type TextField = (typeof textFields)[number]

export type BillingValue = {
  onAccount: boolean
  onHold: boolean
  requirePurchaseOrder: boolean
  discountPercent: number | string
  noMinimumOrder: boolean
  noDeliveryCharge: boolean
  paymentTerms: string
  /** In the major unit, as it is typed. */
  creditLimit: number | string
  invoiceNotes: string
  invoiceEmails: string[]
}

export type CustomerValues = Record<TextField, string> & {
  type: CustomerType
  taxExempt: boolean
  manager: { id: string; name: string } | null
  additionalEmails: string[]
  phones: PhoneValue[]
  dateOfBirth: BirthdayValue
  accountType: Customer['accountType']
  doNotServe: { value: boolean; reason: string }
  consent: Record<Channel, ConsentState>
  tags: TagValue[]
  organizations: OrganizationValue[]
  stores: StoreValue[]
  addresses: AddressValue[]
  billing: BillingValue
  attributes: Record<string, unknown>
}

export function emptyValues(type: CustomerType): CustomerValues {
  const texts = Object.fromEntries(textFields.map((field) => [field, ''])) as Record<TextField, string>
  return {
    ...texts,
    type,
    taxExempt: false,
    manager: null,
    additionalEmails: [],
    phones: [],
    dateOfBirth: { year: '', month: '', day: '' },
    accountType: 'guest',
    doNotServe: { value: false, reason: '' },
    consent: { email: 'unknown', sms: 'unknown', call: 'unknown' },
    tags: [],
    organizations: [],
    stores: [],
    addresses: [],
    billing: {
      onAccount: false,
      onHold: false,
      requirePurchaseOrder: false,
      discountPercent: '',
      noMinimumOrder: false,
      noDeliveryCharge: false,
      paymentTerms: '',
      creditLimit: '',
      invoiceNotes: '',
      invoiceEmails: [],
    },
    attributes: {},
  }
}

/** As it is written in the form now. */
export const typedName = ({ type, businessName, firstName, lastName }: CustomerValues): string =>
  (type === 'business' ? [businessName] : [firstName, lastName])
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')

export function valuesOf(customer: Customer): CustomerValues {
  const texts = Object.fromEntries(textFields.map((field) => [field, customer[field] ?? ''])) as Record<
    TextField,
    string
  >
  return {
    ...texts,
    type: customer.type,
    taxExempt: customer.taxExempt,
    manager: customer.manager && { id: customer.manager.id, name: customer.manager.name },
    additionalEmails: [...customer.additionalEmails],
    phones: customer.phones.map(({ kind, number, extension, isPrimary }) => {
      return { key: randomId(), kind, number, extension: extension ?? '', isPrimary }
    }),
    dateOfBirth: birthdayParts(customer.dateOfBirth),
    accountType: customer.accountType,
    doNotServe: { value: customer.doNotServe.value, reason: customer.doNotServe.reason ?? '' },
    consent: {
      email: customer.consent.email.state,
      sms: customer.consent.sms.state,
      call: customer.consent.call.state,
    },
    tags: customer.tags.map(({ id, name, color }) => ({ id, name, color })),
    organizations: customer.organizations.map((one) => ({ ...one, title: one.title ?? '' })),
    stores: customer.stores.map(({ id, name, preferred }) => ({ id, name, preferred })),
    addresses: customer.addresses.map(addressValue),
    billing: billingValue(customer.billing),
    attributes: { ...customer.attributes },
  }
}

/** Lists in which nothing stands begin with a row to type in. */
export function withBlankRows(values: CustomerValues, country: string): CustomerValues {
  return {
    ...values,
    phones: values.phones.length > 0 ? values.phones : [newPhone(values.type, true)],
    addresses: values.addresses.length > 0 ? values.addresses : [newAddress(country, true)],
  }
}

export function newPhone(type: CustomerType, isPrimary: boolean): PhoneValue {
  const kind = type === 'business' ? 'work' : 'mobile'
  return { key: randomId(), kind, number: '', extension: '', isPrimary }
}

export function newAddress(country: string, isFirst: boolean): AddressValue {
  return {
    key: randomId(),
    id: null,
    label: '',
    line1: '',
    line2: '',
    city: '',
    state: '',
    postalCode: '',
    country,
    countryText: '',
    gateCode: '',
    isBilling: isFirst,
    isDelivery: isFirst,
  }
}

function addressValue(address: Customer['addresses'][number]): AddressValue {
  return {
    key: randomId(),
    id: address.id,
    label: address.label ?? '',
    line1: address.line1 ?? '',
    line2: address.line2 ?? '',
    city: address.city ?? '',
    state: address.state ?? '',
    postalCode: address.postalCode ?? '',
    country: address.country ?? '',
    countryText: address.countryText ?? '',
    gateCode: address.gateCode ?? '',
    isBilling: address.isBilling,
    isDelivery: address.isDelivery,
  }
}

function billingValue(billing: Customer['billing']): BillingValue {
  return {
    ...billing,
    discountPercent: billing.discountPercent === 0 ? '' : billing.discountPercent,
    paymentTerms: billing.paymentTerms ?? '',
    creditLimit: billing.creditLimit ? toMajor(billing.creditLimit) : '',
    invoiceNotes: billing.invoiceNotes ?? '',
    invoiceEmails: [...billing.invoiceEmails],
  }
}

function birthdayParts(day: string | null): BirthdayValue {
  const found = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(day ?? '')
  if (found === null) return { year: '', month: '', day: '' }
  const [, year = '', month = '', date = ''] = found
  return { year: year === '-' ? '' : year, month: String(Number(month)), day: String(Number(date)) }
}
