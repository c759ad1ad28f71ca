// What POST and PATCH accept. Members that only reading gives (a phone's `valid`, a tag's `color`) may come back
// inside a list and are ignored, so that what was read can be written; at the top they are refused as unknown.
import { Type } from 'typebox'
import { phoneKinds } from '../customer.schemas.ts'

const strict = { additionalProperties: false } as const

/** One schema with two types: a union would report every fault twice. */
const text = (maxLength: number, more: object = {}) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength, ...more })
const flag = Type.Unsafe<boolean | null>({ type: ['boolean', 'null'] })
const choice = <T extends string>(...values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values] })
const id = Type.String({ format: 'uuid' })
const instant = text(40, { format: 'date-time' })
const list = <T extends Type.TSchema>(items: T, maxItems: number) =>
  Type.Unsafe<Type.Static<T>[] | null>({ type: ['array', 'null'], items, maxItems })
const part = <T extends Type.TProperties>(properties: T) =>
  Type.Unsafe<Partial<Type.Static<Type.TObject<T>>> | null>({
    type: ['object', 'null'],
    properties,
    ...strict,
  })

const name = text(200)
const shown = Type.Optional(Type.Unsafe<unknown>({}))

const addressFields = {
  label: text(100),
  line1: text(300),
  line2: text(300),
  city: text(200),
  state: text(200),
  postalCode: text(40),
  country: text(2, { description: 'ISO 3166 alpha-2' }),
  countryText: text(200),
  gateCode: text(100),
}
const defaults = { isBilling: flag, isDelivery: flag }

const PhoneWrite = Type.Object(
  {
    kind: Type.Optional(choice(...phoneKinds)),
    number: Type.String({ minLength: 1, maxLength: 100 }),
    extension: Type.Optional(text(20)),
    isPrimary: Type.Optional(flag),
    valid: shown,
  },
  strict,
)

const AddressWrite = Type.Object(
  { id: Type.Optional(id), ...Type.Partial(Type.Object({ ...addressFields, ...defaults })).properties },
  strict,
)

/** A string stands for an id or a name. */
const named = <T extends Type.TProperties>(properties: T) =>
  Type.Unsafe<string | Type.Static<Type.TObject<T>>>({
    type: ['string', 'object'],
    minLength: 1,
    maxLength: 200,
    properties,
    ...strict,
  })

const TagWrite = named({
  id: Type.Optional(id),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  color: shown,
})
const StoreWrite = named({
  id: Type.Optional(id),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  code: Type.Optional(Type.String({ maxLength: 60 })),
  preferred: Type.Optional(flag),
})
const OrganizationWrite = named({
  id: Type.Optional(id),
  number: Type.Optional(text(60)),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  title: Type.Optional(text(200)),
  isManager: Type.Optional(flag),
  isPrimary: Type.Optional(flag),
  from: Type.Optional(text(10)),
  until: Type.Optional(text(10)),
})

const ConsentWrite = Type.Unsafe<{
  state: 'in' | 'out' | 'unknown'
  at?: string | null
  source?: string | null
} | null>({
  type: ['object', 'null'],
  properties: { state: choice('in', 'out', 'unknown'), at: instant, source: text(200) },
  required: ['state'],
  ...strict,
})

const CreditLimit = Type.Unsafe<{ amount: number; currency?: string } | null>({
  type: ['object', 'null'],
  properties: {
    amount: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    currency: { type: 'string', minLength: 3, maxLength: 3 },
  },
  required: ['amount'],
  ...strict,
})

const BillingWrite = part({
  onAccount: flag,
  onHold: flag,
  requirePurchaseOrder: flag,
  discountPercent: Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 0, maximum: 100 }),
  noMinimumOrder: flag,
  noDeliveryCharge: flag,
  paymentTerms: text(1000),
  creditLimit: CreditLimit,
  invoiceNotes: text(20_000),
  invoiceEmails: list(Type.String({ maxLength: 320 }), 50),
})

const ExternalIds = Type.Unsafe<Record<string, string | null> | null>({
  type: ['object', 'null'],
  maxProperties: 50,
  propertyNames: { minLength: 1, maxLength: 100 },
  additionalProperties: text(200, { minLength: 1 }),
})

const fields = {
  type: choice('personal', 'business'),
  number: text(60),
  firstName: name,
  middleName: name,
  lastName: name,
  nickname: name,
  salutation: text(100),
  businessName: name,
  registrationNumber: text(100),
  taxId: text(100),
  taxExempt: flag,
  website: text(500),
  industry: text(200),
  manager: Type.Unsafe<{ id: string } | null>({
    type: ['object', 'null'],
    properties: { id, name: {}, phone: {} },
    required: ['id'],
    ...strict,
  }),
  email: text(320),
  additionalEmails: list(Type.String({ maxLength: 320 }), 50),
  phone: text(100, { description: 'Changes the primary one of phones' }),
  phones: list(PhoneWrite, 50),
  gender: text(100),
  dateOfBirth: text(10, { description: 'YYYY-MM-DD, or --MM-DD without the year' }),
  nationality: text(2, { description: 'ISO 3166 alpha-2' }),
  idNumber: text(100),
  anniversary: text(10),
  gateCode: text(100),
  notes: text(20_000),
  preferredLanguage: text(35, { description: 'A language tag (BCP 47)' }),
  accountType: choice('guest', 'registered'),
  status: choice('active', 'inactive'),
  doNotServe: part({ value: flag, reason: text(1000) }),
  consent: part({ email: ConsentWrite, sms: ConsentWrite, call: ConsentWrite }),
  tags: list(TagWrite, 200),
  organizations: list(OrganizationWrite, 50),
  stores: list(StoreWrite, 500),
  address: Type.Unsafe<Partial<AddressParts> | null>({
    type: ['object', 'null'],
    description: 'Changes the default one of addresses, member by member',
    properties: { ...addressFields, ...defaults, id },
    ...strict,
  }),
  addresses: list(AddressWrite, 50),
  billing: BillingWrite,
  attributes: Type.Unsafe<Record<string, unknown> | null>({ type: ['object', 'null'], maxProperties: 500 }),
  externalIds: ExternalIds,
  salesperson: text(200),
  registeredAt: instant,
  lastLoginAt: instant,
  lastActivityAt: instant,
  lastPasswordResetAt: instant,
}

export type AddressParts = Type.Static<Type.TObject<typeof addressFields>> & {
  readonly id?: string
  readonly isBilling?: boolean | null
  readonly isDelivery?: boolean | null
}

/** Top-level fields merge; objects (address, billing, consent, doNotServe, attributes, externalIds) merge member by member. */
export const CustomerWrite = Type.Partial(Type.Object(fields), strict)
export type CustomerWrite = Type.Static<typeof CustomerWrite>
