// The fields of customers that a column can be sent to by hand, in their groups. Files may hold more: what is found in
// one need not be among these.
import type { ImportField } from '../kinds.rules.ts'

const under = (head: string, parts: readonly string[]) => parts.map((part) => `${head}.${part}`)
const place = ['line1', 'line2', 'city', 'state', 'postalCode', 'country']

const groups: Readonly<Record<string, readonly string[]>> = {
  name: [
    ...['fullName', 'firstName', 'middleName', 'lastName', 'secondLastName', 'nameSuffix', 'nickname'],
    ...['salutation', 'businessName', 'type'],
  ],
  reach: [
    ...['email', 'additionalEmails', 'phone', 'phones.mobile', 'phones.work', 'phones.home'],
    ...['phones.personal', 'phones.fax', 'phones.other', 'phone.extension', 'website'],
  ],
  address: under('address', [...place, 'houseNumber', 'formatted', 'label', 'gateCode']),
  billingAddress: under('addresses.billing', place),
  deliveryAddress: under('addresses.delivery', place),
  organization: ['organization', 'organization.title', 'organization.number'],
  contact: under('contact', ['name', 'firstName', 'lastName', 'title', 'email', 'phone']),
  numbers: ['number', 'externalId', 'registrationNumber', 'taxId', 'idNumber'],
  person: [
    ...['dateOfBirth', 'dateOfBirth.year', 'dateOfBirth.month', 'dateOfBirth.day', 'gender'],
    ...['nationality', 'preferredLanguage', 'anniversary', 'gateCode'],
  ],
  account: [
    ...['tags', 'stores', 'notes', 'status', 'accountType', 'customerSince', 'industry', 'taxExempt'],
    ...['salesperson', 'doNotServe.value', 'doNotServe.reason'],
    ...['registeredAt', 'lastLoginAt', 'lastActivityAt', 'lastPasswordResetAt'],
  ],
  consent: ['email', 'sms', 'call'].flatMap((channel) => [
    `consent.${channel}`,
    ...under(`consent.${channel}`, ['optOut', 'at']),
  ]),
  billing: under('billing', [
    ...['onAccount', 'onHold', 'requirePurchaseOrder', 'discountPercent', 'noMinimumOrder'],
    ...['noDeliveryCharge', 'paymentTerms', 'creditLimit', 'invoiceNotes', 'invoiceEmails'],
  ]),
}

export const customerFields: readonly ImportField[] = Object.entries(groups).flatMap(([group, paths]) =>
  paths.map((path) => ({ path, group, cell: null, required: false, values: [] })),
)
