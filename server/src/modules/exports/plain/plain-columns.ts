// The columns of a file for people: what stands above them, and what of a customer stands in them. Pure.
import type { Customer } from '../../customers/index.ts'
import type { PlainFormat } from './plain-format.ts'

/** Null is an empty cell. */
type Cell = string | number | null
export type PlainColumn = {
  /** As it is asked for. */
  readonly path: string
  readonly title: string
  /** Of the wire. */
  readonly field: keyof Customer | 'revenue4w' | 'revenue3m'
  readonly cell: (customer: Customer) => Cell
  /** Only when it is asked for. */
  readonly isExtra?: true
}

export type PlainAttribute = { readonly key: string; readonly label: string; readonly kind: string }

type Known = {
  readonly format: PlainFormat
  readonly attributes: readonly PlainAttribute[]
  /** What the merchant calls organizations; null: that. */
  readonly organizations: string | null
  /** And one of them. */
  readonly organization: string | null
  /** Files by the names that were made up for their programs. */
  readonly files: ReadonlyMap<string, string>
}
type Field = keyof PlainFormat['words']['fields'] & keyof Customer

export function plainColumns({
  format,
  attributes,
  organizations,
  organization,
  files,
}: Known): readonly PlainColumn[] {
  const { words } = format
  /** Where the screens have the merchant's word, so has the file. */
  const worded = (text: string) =>
    text.replace(/\[\[[Ww]ord\|([^\]]*)\]\]/g, (_, usual: string) => organization ?? usual)
  const of = <F extends Field>(field: F, cell: (value: NonNullable<Customer[F]>) => Cell): PlainColumn => ({
    ...{ path: field, field, title: worded(words.fields[field]) },
    cell: (customer) => (customer[field] == null ? null : cell(customer[field] as NonNullable<Customer[F]>)),
  })
  const texts = (...fields: Field[]) => fields.map((field) => of(field, (value) => String(value)))
  const days = (...fields: Field[]) => fields.map((field) => of(field, (value) => format.day(String(value))))
  const moments = (...fields: Field[]) =>
    fields.map((field) => of(field, (value) => format.moment(String(value))))
  const yesNo = (is: boolean) => (is ? words.own.yes : words.own.no)
  const listed = (parts: readonly string[]) => (parts.length === 0 ? null : parts.join(', '))
  const extra = (column: PlainColumn): PlainColumn => ({ ...column, isExtra: true })
  const named = organizations === null ? {} : { title: organizations }
  return [
    ...texts('id').map(extra),
    of('type', (type) => worded(words.types[type])),
    ...texts('number', 'displayName', 'salutation', 'firstName', 'middleName', 'lastName', 'nickname'),
    ...texts('businessName', 'registrationNumber', 'taxId'),
    of('taxExempt', yesNo),
    ...texts('industry'),
    of('manager', ({ name, phone }) => [name, phone && format.phone(phone)].filter(Boolean).join(', ')),
    ...texts('email'),
    of('additionalEmails', listed),
    mainPhone(format),
    of('phones', (phones) => listed(phones.map((phone) => phoneText(phone, format)))),
    ...texts('website'),
    {
      path: 'address',
      field: 'address',
      title: words.own.address,
      cell: ({ address }) => address && addressText(address, format),
    },
    of('addresses', (all) => all.map((one) => addressText(one, format)).join('; ') || null),
    of('tags', (tags) => listed(tags.map(({ name }) => name))),
    of('stores', (stores) => listed(stores.map(({ name }) => name))),
    {
      ...of('organizations', (all) =>
        listed(all.map(({ name, title }) => (title === null ? name : `${name} (${title})`))),
      ),
      ...named,
    },
    of('externalIds', (ids) =>
      listed(Object.entries(ids).map(([source, id]) => `${files.get(source) ?? source}: ${id}`)),
    ),
    of('gender', (gender) => words.genders[gender as 'female'] ?? gender),
    ...days('dateOfBirth', 'anniversary'),
    of('nationality', format.country),
    ...texts('idNumber'),
    of('preferredLanguage', format.language),
    ...texts('gateCode'),
    of('status', (status) => words.statuses[status]),
    of('accountType', (type) => words.accountTypes[type]),
    ...texts('salesperson', 'notes'),
    of('doNotServe', ({ value, reason }) =>
      value ? [words.own.yes, reason].filter(Boolean).join(': ') : words.own.no,
    ),
    ...consentColumns(format),
    ...billingColumns(format, yesNo, listed),
    ...attributes.map((attribute) => attributeColumn(attribute, format, yesNo)),
    of('activity', ({ state }) => words.activityStates[state]),
    ...moments('firstOrderAt', 'lastOrderAt'),
    ...(['orders', 'visits'] as const).map((field) => of(field, (value) => value)),
    ...(['revenue6m', 'revenueTotal'] as const).map((field) => of(field, format.money)),
    ...(['revenue4w', 'revenue3m'] as const).map((name) => windowColumn(name, format)),
    ...reviewColumns(format),
    ...days('snoozedUntil', 'customerSince'),
    ...moments(
      'createdAt',
      'updatedAt',
      'registeredAt',
      'lastLoginAt',
      'lastActivityAt',
      'lastPasswordResetAt',
    ),
    ...moments('inactivatedAt'),
    ...extras(format).map(extra),
    ...texts('photoUrl').map(extra),
  ]
}

type Phone = Customer['phones'][number]

/** One of another country stands as (+44) 20 …: begun with a plus it would get a guard before it. */
const mainPhone = (format: PlainFormat): PlainColumn => ({
  ...{ path: 'phone', field: 'phones', title: format.words.fields.phone },
  cell: ({ phones }) => {
    const main = phones.find(({ isPrimary }) => isPrimary)
    return main === undefined ? null : numberText(main, format).replace(/^\+(\d+) /, '(+$1) ')
  },
})

const phoneText = (phone: Phone, format: PlainFormat): string =>
  `${format.words.phoneKinds[phone.kind]} ${numberText(phone, format)}`

function numberText({ number, extension }: Phone, { words, phone }: PlainFormat): string {
  const shown = phone(number)
  return extension === null ? shown : `${shown} ${words.extension.replace('{{extension}}', extension)}`
}

function addressText(address: NonNullable<Customer['address']>, { country }: PlainFormat): string {
  const { label, line1, line2, city, state, postalCode, countryText } = address
  const land = address.country === null ? countryText : country(address.country)
  const place = [city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const whole = [line1, line2, place, land].filter(Boolean).join(', ')
  return label === null ? whole : `${label}: ${whole}`
}

const consentColumns = ({ words, moment }: PlainFormat) =>
  (['email', 'sms', 'call'] as const).map(
    (channel): PlainColumn => ({
      path: `consent.${channel}`,
      field: 'consent',
      title: `${words.fields.consent}: ${words.channels[channel]}`,
      cell: ({ consent }) => {
        const { state, at } = consent[channel]
        return [words.consentStates[state], at && moment(at)].filter(Boolean).join(', ')
      },
    }),
  )

type Billing = Customer['billing']

function billingColumns(
  { words, money, percent }: PlainFormat,
  yesNo: (is: boolean) => string,
  listed: (parts: readonly string[]) => string | null,
): PlainColumn[] {
  const part = <K extends keyof Billing>(
    name: K,
    cell: (value: NonNullable<Billing[K]>) => Cell,
  ): PlainColumn => ({
    path: `billing.${name}`,
    field: 'billing',
    title: words.parts[name],
    cell: ({ billing }) => (billing[name] === null ? null : cell(billing[name] as NonNullable<Billing[K]>)),
  })
  return [
    ...(['onAccount', 'onHold', 'requirePurchaseOrder'] as const).map((name) => part(name, yesNo)),
    part('discountPercent', (value) => (value === 0 ? null : percent(value))),
    ...(['noMinimumOrder', 'noDeliveryCharge'] as const).map((name) => part(name, yesNo)),
    part('paymentTerms', String),
    part('creditLimit', money),
    part('invoiceNotes', String),
    part('invoiceEmails', listed),
  ]
}

function attributeColumn(
  { key, label, kind }: PlainAttribute,
  format: PlainFormat,
  yesNo: (is: boolean) => string,
): PlainColumn {
  return {
    path: `attributes.${key}`,
    field: 'attributes',
    title: label,
    cell: ({ attributes }) => {
      const value = attributes[key]
      if (value === undefined || value === null) return null
      if (kind === 'money') return format.money(value as Customer['revenueTotal'])
      if (kind === 'date') return format.day(String(value))
      if (typeof value === 'boolean') return yesNo(value)
      if (Array.isArray(value)) return value.join(', ')
      return typeof value === 'number' ? value : String(value)
    },
  }
}

/** Fields that only a list which names them asks for. */
const windowColumn = (name: 'revenue4w' | 'revenue3m', { words, money }: PlainFormat): PlainColumn => ({
  ...{ path: name, field: name, title: words.fields[name], isExtra: true },
  cell: (customer) => {
    const value = (customer as Partial<Record<typeof name, Customer['revenue6m']>>)[name]
    return value === undefined ? null : money(value)
  },
})

const reviewColumns = ({ words }: PlainFormat) =>
  (
    [
      ['count', words.fields.reviews],
      ['positive', words.own.positive],
      ['negative', words.own.negative],
    ] as const
  ).map(
    ([name, title]): PlainColumn => ({
      ...{ path: `reviews.${name}`, field: 'reviews', title },
      cell: ({ reviews }) => reviews[name],
    }),
  )

const extras = ({ words }: PlainFormat): PlainColumn[] => [
  {
    ...{ path: 'giftCardNumber', field: 'giftCardNumber', title: words.own.giftCardNumber },
    cell: ({ giftCardNumber }) => giftCardNumber,
  },
  {
    ...{ path: 'loyalty', field: 'loyalty', title: words.own.points },
    cell: ({ loyalty }) => loyalty.points,
  },
  { ...{ path: 'version', field: 'version', title: words.own.version }, cell: ({ version }) => version },
]
