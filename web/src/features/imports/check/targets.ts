// Every field that a column can go to, in the groups in which they are offered. Pure; names come from the locales.

const parts = ['line1', 'line2', 'city', 'state', 'postalCode', 'country'] as const

export const targetGroups = [
  {
    group: 'name',
    paths: [
      ...['fullName', 'firstName', 'middleName', 'lastName', 'secondLastName', 'nameSuffix', 'nickname'],
      ...['salutation', 'businessName', 'type'],
    ],
  },
  {
    group: 'reach',
    paths: [
      ...['email', 'additionalEmails', 'phone', 'phones.mobile', 'phones.work', 'phones.home'],
      ...['phones.personal', 'phones.fax', 'phones.other', 'phone.extension', 'website'],
    ],
  },
  {
    group: 'address',
    paths: [
      ...parts.map((part) => `address.${part}`),
      ...['houseNumber', 'formatted', 'label', 'gateCode'].map((part) => `address.${part}`),
    ],
  },
  { group: 'billingAddress', paths: parts.map((part) => `addresses.billing.${part}`) },
  { group: 'deliveryAddress', paths: parts.map((part) => `addresses.delivery.${part}`) },
  { group: 'organization', paths: ['organization', 'organization.title', 'organization.number'] },
  {
    group: 'contact',
    paths: ['name', 'firstName', 'lastName', 'title', 'email', 'phone'].map((part) => `contact.${part}`),
  },
  { group: 'numbers', paths: ['number', 'externalId', 'registrationNumber', 'taxId', 'idNumber'] },
  {
    group: 'person',
    paths: [
      ...['dateOfBirth', 'dateOfBirth.year', 'dateOfBirth.month', 'dateOfBirth.day', 'gender'],
      ...['nationality', 'preferredLanguage', 'anniversary', 'gateCode'],
    ],
  },
  {
    group: 'account',
    paths: [
      ...['tags', 'stores', 'notes', 'status', 'accountType', 'customerSince', 'industry', 'taxExempt'],
      ...['salesperson', 'doNotServe.value', 'doNotServe.reason'],
      ...['registeredAt', 'lastLoginAt', 'lastActivityAt', 'lastPasswordResetAt'],
    ],
  },
  {
    group: 'consent',
    paths: ['email', 'sms', 'call'].flatMap((channel) => [
      `consent.${channel}`,
      `consent.${channel}.optOut`,
      `consent.${channel}.at`,
    ]),
  },
  {
    group: 'billing',
    paths: [
      ...['onAccount', 'onHold', 'requirePurchaseOrder', 'discountPercent', 'noMinimumOrder'],
      ...['noDeliveryCharge', 'paymentTerms', 'creditLimit', 'invoiceNotes', 'invoiceEmails'],
    ].map((part) => `billing.${part}`),
  },
] as const satisfies readonly { readonly group: string; readonly paths: readonly string[] }[]

export type TargetGroup = (typeof targetGroups)[number]['group'] | 'own' | 'others'

const offered: ReadonlySet<string> = new Set(targetGroups.flatMap(({ paths }) => paths))

export type Targets = readonly Readonly<{ group: TargetGroup; paths: readonly string[] }>[]

/** With the merchant's own fields, and with what the file's columns already go to but nobody is offered otherwise. */
export function allTargets(attributeKeys: readonly string[], used: readonly (string | null)[]): Targets {
  const own = attributeKeys.map((key) => `attributes.${key}`)
  const others = [...new Set(used)].filter(
    (path): path is string => path !== null && !offered.has(path) && !own.includes(path),
  )
  return [
    ...(others.length > 0 ? [{ group: 'others' as const, paths: others }] : []),
    ...targetGroups,
    ...(own.length > 0 ? [{ group: 'own' as const, paths: own }] : []),
  ]
}
