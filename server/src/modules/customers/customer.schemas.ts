// A customer as it leaves. What may be written stands in customer-write.schemas.ts.
import { Type } from 'typebox'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Text = nullable(Type.String())
const Anything = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })
const Instant = nullable(Type.String({ format: 'date-time' }))
const Id = Type.String({ format: 'uuid' })
const Day = nullable(Type.String({ format: 'date' }))

const Money = Type.Object({
  amount: Type.Integer({ description: 'Minor units' }),
  currency: Type.String(),
})

export const phoneKinds = ['mobile', 'personal', 'work', 'home', 'fax', 'other'] as const
const oneOf = <T extends string>(...values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values] })
const PhoneKind = oneOf(...phoneKinds)
const Phone = Type.Object({
  kind: PhoneKind,
  number: Type.String({ description: 'E.164 when valid, else as typed' }),
  extension: Text,
  valid: Type.Boolean({ description: 'Whether the rules of telephone numbers know it' }),
  isPrimary: Type.Boolean(),
})

const Address = Type.Object({
  id: Id,
  label: Text,
  line1: Text,
  line2: Text,
  city: Text,
  state: Text,
  postalCode: Text,
  country: nullable(Type.String({ description: 'ISO 3166 alpha-2' })),
  countryText: nullable(
    Type.String({ description: 'The country as it came, when it is none that is known' }),
  ),
  gateCode: Text,
  isBilling: Type.Boolean(),
  isDelivery: Type.Boolean(),
})

const AffiliatedOrganization = Type.Object({
  id: Id,
  number: Text,
  name: Type.String(),
  title: Text,
  isManager: Type.Boolean(),
  isPrimary: Type.Boolean(),
  from: Day,
  until: Day,
})

const CustomerStore = Type.Object({ id: Id, name: Type.String(), preferred: Type.Boolean() })
const CustomerTag = Type.Object({ id: Id, name: Type.String(), color: Type.String() })

const Consent = Type.Object({
  state: oneOf('in', 'out', 'unknown'),
  at: Instant,
  source: Text,
})

const Billing = Type.Object({
  onAccount: Type.Boolean(),
  onHold: Type.Boolean(),
  requirePurchaseOrder: Type.Boolean(),
  discountPercent: Type.Number(),
  noMinimumOrder: Type.Boolean(),
  noDeliveryCharge: Type.Boolean(),
  paymentTerms: Text,
  creditLimit: nullable(Money),
  invoiceNotes: Text,
  invoiceEmails: Type.Array(Type.String()),
})

const Activity = Type.Object({
  state: oneOf('new', 'active', 'atRisk', 'lost', 'none'),
  since: Day,
  reason: nullable(Type.Object({ code: Type.String(), params: Anything })),
  text: Text,
})

const Loyalty = Type.Object({
  enrolled: Type.Boolean(),
  enrolledAt: Instant,
  code: Text,
  points: Type.Integer(),
  value: Money,
  lastReason: Text,
})

const customerFields = {
  id: Id,
  type: oneOf('personal', 'business'),
  number: Text,
  displayName: Type.String(),
  firstName: Text,
  middleName: Text,
  lastName: Text,
  nickname: Text,
  salutation: Text,
  businessName: Text,
  registrationNumber: Text,
  taxId: Text,
  taxExempt: Type.Boolean(),
  website: Text,
  industry: Text,
  manager: nullable(Type.Object({ id: Id, name: Type.String(), phone: Text })),
  email: Text,
  additionalEmails: Type.Array(Type.String()),
  phone: nullable(Type.String({ description: 'The primary one of phones' })),
  phones: Type.Array(Phone),
  gender: Text,
  dateOfBirth: nullable(Type.String({ description: 'YYYY-MM-DD, or --MM-DD without the year' })),
  nationality: nullable(Type.String({ description: 'ISO 3166 alpha-2' })),
  idNumber: Text,
  anniversary: Day,
  gateCode: Text,
  notes: Text,
  preferredLanguage: Text,
  accountType: oneOf('guest', 'registered'),
  status: oneOf('active', 'inactive'),
  activity: Activity,
  snoozedUntil: Day,
  doNotServe: Type.Object({ value: Type.Boolean(), reason: Text }),
  balanceDue: Money,
  consent: Type.Object({ email: Consent, sms: Consent, call: Consent }),
  tags: Type.Array(CustomerTag),
  organizations: Type.Array(AffiliatedOrganization),
  stores: Type.Array(CustomerStore),
  loyalty: Loyalty,
  giftCardNumber: Text,
  address: nullable(Address),
  addresses: Type.Array(Address),
  photoUrl: Text,
  billing: Billing,
  attributes: Anything,
  externalIds: Type.Record(Type.String(), Type.String()),
  customerSince: Type.String({ format: 'date' }),
  firstOrderAt: Instant,
  lastOrderAt: Instant,
  orders: Type.Integer(),
  visits: Type.Integer(),
  revenue6m: Money,
  revenueTotal: Money,
  reviews: Type.Object({ count: Type.Integer(), positive: Type.Integer(), negative: Type.Integer() }),
  salesperson: Text,
  registeredAt: Instant,
  lastLoginAt: Instant,
  lastActivityAt: Instant,
  lastPasswordResetAt: Instant,
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
  inactivatedAt: Instant,
  version: Type.Integer(),
}

export const Customer = Type.Object(customerFields, { $id: 'Customer', additionalProperties: false })
export type Customer = Type.Static<typeof Customer>

const ContactOfOrganization = Type.Object({
  id: Id,
  displayName: Type.String(),
  status: customerFields.status,
  title: Text,
  isManager: Type.Boolean(),
  isPrimary: Type.Boolean(),
  from: Day,
  until: Day,
  email: Text,
  phone: Text,
  photoUrl: Text,
})

const OrganizationOfContact = Type.Object({
  ...AffiliatedOrganization.properties,
  // With phone, address and manager null where the caller's stores hide the organization.
  status: nullable(customerFields.status),
  phone: Text,
  address: nullable(Address),
  manager: customerFields.manager,
})

const pageOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), nextCursor: Text }, { additionalProperties: false })

export const AddressPage = pageOf(Address)
export const OrganizationPage = pageOf(OrganizationOfContact)
export const StorePage = pageOf(CustomerStore)
export const ContactPage = pageOf(ContactOfOrganization)
export const SimilarCustomers = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      displayName: Type.String(),
      email: Text,
      phone: Text,
      type: customerFields.type,
      because: oneOf('email', 'phone', 'name'),
    }),
  ),
})
export const Dependents = Type.Object({
  contacts: Type.Integer({ description: 'People affiliated with this organization' }),
  managed: Type.Integer({ description: 'Businesses whose manager this customer is' }),
})
