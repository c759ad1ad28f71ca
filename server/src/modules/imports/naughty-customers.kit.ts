// For tests: customers as the API takes them, with every field that can be written and texts that break things.
import fc from 'fast-check'

const awkward = [
  ...[
    'NULL',
    'null',
    'undefined',
    'N/A',
    '-',
    '0/0/00',
    'None',
    'true',
    '007',
    '1E+11',
    'sep=;',
    'Total',
    'id',
    '٣',
  ],
  ...[
    '=1+1',
    '+1',
    '-1',
    '@a',
    "'=1",
    "''+x",
    '=HYPERLINK("http://a","b")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '|x',
    '%0a',
  ],
  ...[
    "'",
    '"',
    '""',
    "O'Brien",
    "'t Hooft",
    'a"b,c',
    'a;b|c',
    'a\tb',
    '\\',
    '\\N',
    '\\.',
    '{}',
    '[]',
    '["a"]',
    '{"a":1}',
  ],
  ...[
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\n=1',
    'a\n\nb',
    'x\u2028y',
    'x\u00a0y',
    '\ufeffx',
    'x\u200by',
    'a\u0301',
    'å',
    '_x000D_',
  ],
  ...[
    'שלום',
    'مرحبا بالعالم',
    '\u202eabc\u202c',
    '田中',
    'Ω≈ç√',
    '👾',
    '👨‍👩‍👧‍👦',
    '𝒳',
    '\ufdfa',
    'ﬃ',
    'İstanbul',
    'ẞ',
    '\u0001\u0007',
  ],
  ...[
    "<script>alert('x')</script>",
    "'; drop table customers; --",
    '$' + '{7*7}',
    '../../etc/passwd',
    '%s%n',
    'Ṱ̺̺̕o͞',
  ],
]

const text = (maxLength: number) =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...awkward) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...awkward), fc.constantFrom(...awkward))
          .map((two) => two.join('')),
      },
    )
    .map((value) => value.replaceAll('\0', '').slice(0, maxLength).toWellFormed())

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2, nil: undefined })
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2026-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const email = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('ann', '-dash', '+plus', "o'neil", 'é', 'a.b'))
  .map(([n, word]) => `${word}${n}@example.com`)
const number = fc.oneof(
  fc.integer({ min: 1000, max: 9999 }).map((n) => `+1202555${n}`),
  fc.integer({ min: 100_000, max: 999_999 }).map((n) => `+47 22 ${n}`),
  fc.integer({ min: 10_000, max: 9_999_999 }).map(String),
  fc.constantFrom('030 123456', '(0)12-345', '+1 (000) 000', '1-800-55'),
)
const phone = fc.record(
  {
    kind: fc.constantFrom('mobile', 'personal', 'work', 'home', 'fax', 'other'),
    number,
    extension: text(20),
  },
  { requiredKeys: ['number'] },
)
const address = fc.record(
  {
    ...{ label: text(100), line1: text(300), line2: text(300), city: text(200), state: text(200) },
    ...{ postalCode: text(40), gateCode: text(100), countryText: text(200) },
    country: fc.constantFrom('US', 'NO', 'JP', 'DE'),
  },
  { requiredKeys: ['line1'] },
)
const consent = fc.record(
  { state: fc.constantFrom('in', 'out', 'unknown'), at: instant, source: text(200) },
  { requiredKeys: ['state'] },
)
const store = fc.record({ name: fc.constantFrom('North', '=South', 'Öst, "W"'), preferred: fc.boolean() })

/** The value of every attribute that `attributesOf` defines. */
const attributes = fc.record(
  {
    shoeSize: fc.oneof(fc.integer(), fc.constantFrom(0.5, -1.25, 42)),
    budget: fc.integer({ min: 0, max: 9_999_999 }).map((amount) => ({ amount })),
    since: day,
    newsletter: fc.boolean(),
    diet: fc.subarray(['vegan', 'a,b', '=x'], { minLength: 1 }),
    remark: text(200),
  },
  { requiredKeys: [] },
)

export const definitions = [
  { key: 'shoeSize', label: 'Shoe size', kind: 'number' },
  { key: 'budget', label: 'Budget', kind: 'money' },
  { key: 'since', label: 'Since', kind: 'date' },
  { key: 'newsletter', label: 'Newsletter', kind: 'yesNo' },
  { key: 'diet', label: 'Diet', kind: 'choices', options: ['vegan', 'a,b', '=x'] },
  { key: 'remark', label: 'Remark', kind: 'text' },
]

export type Naughty = Readonly<Record<string, unknown>> & {
  readonly type: string
  /** Among those made before, by place. */
  readonly ties: readonly { readonly to: number; readonly title?: string; readonly from?: string }[]
  readonly managedBy?: number
  readonly isGone: boolean
}

export const naughtyCustomer: fc.Arbitrary<Naughty> = fc
  .record({
    type: fc.constantFrom('personal', 'personal', 'business'),
    ...{
      number: maybe(text(40)),
      firstName: maybe(text(200)),
      middleName: maybe(text(200)),
      lastName: maybe(text(200)),
    },
    ...{
      nickname: maybe(text(200)),
      salutation: maybe(text(100)),
      businessName: maybe(text(200)),
      industry: maybe(text(200)),
    },
    ...{
      registrationNumber: maybe(text(100)),
      taxId: maybe(text(100)),
      gender: maybe(text(60)),
      idNumber: maybe(text(100)),
    },
    ...{
      gateCode: maybe(text(100)),
      salesperson: maybe(text(200)),
      notes: maybe(text(20_000)),
      taxExempt: maybe(fc.boolean()),
    },
    website: maybe(fc.constantFrom('https://example.com/?a=1,2', 'example.com', 'http://[::1]/')),
    email: maybe(email),
    additionalEmails: maybe(fc.uniqueArray(email, { maxLength: 3 })),
    phones: maybe(fc.uniqueArray(phone, { maxLength: 3, selector: (one) => one.number.replace(/\D/g, '') })),
    dateOfBirth: maybe(
      fc.oneof(
        day,
        day.map((at) => `-${at.slice(4)}`),
      ),
    ),
    anniversary: maybe(day),
    nationality: maybe(fc.constantFrom('US', 'NO', 'JP')),
    preferredLanguage: maybe(fc.constantFrom('en', 'ar', 'pt-BR')),
    accountType: maybe(fc.constantFrom('guest', 'registered')),
    doNotServe: maybe(fc.record({ value: fc.boolean(), reason: text(200) })),
    consent: maybe(fc.record({ email: consent, sms: consent, call: consent }, { requiredKeys: [] })),
    tags: maybe(fc.uniqueArray(text(60), { maxLength: 4 })),
    stores: maybe(fc.uniqueArray(store, { maxLength: 2, selector: (one) => one.name })),
    addresses: maybe(fc.array(address, { maxLength: 3 })),
    billing: maybe(
      fc.record(
        {
          ...{ onAccount: fc.boolean(), onHold: fc.boolean(), requirePurchaseOrder: fc.boolean() },
          ...{
            noMinimumOrder: fc.boolean(),
            noDeliveryCharge: fc.boolean(),
            paymentTerms: text(200),
            invoiceNotes: text(200),
          },
          discountPercent: fc.constantFrom(0, 2.5, 33.33, 100),
          creditLimit: fc.integer({ min: 0, max: 99_999_999 }).map((amount) => ({ amount })),
          invoiceEmails: fc.uniqueArray(email, { maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
    ),
    externalIds: maybe(fc.dictionary(fc.constantFrom('shop', 'a=b', 'Till "1"'), text(60), { maxKeys: 2 })),
    attributes: maybe(attributes),
    registeredAt: maybe(instant),
    ties: fc.array(fc.record({ to: fc.nat(), title: text(100), from: day }, { requiredKeys: ['to'] }), {
      maxLength: 2,
    }),
    managedBy: maybe(fc.nat()),
    isGone: fc.boolean().map((some) => some),
  })
  .map((one) => ({ ...one, isGone: one.isGone && one.ties.length === 0 }))
