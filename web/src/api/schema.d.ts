// Written by hand in the shape of the generated file, until that one replaces it.
type Json<T> = { content: { 'application/json': T } }
type Params<Q, P> = { query?: Q; path: P; header?: never; cookie?: never }
type NoParams<Q = never> = { query?: Q; path?: never; header?: never; cookie?: never }
type Ask<R, Q = never> = { parameters: NoParams<Q>; requestBody?: never; responses: { 200: Json<R> } }
type AskOne<R, P, Q = never> = { parameters: Params<Q, P>; requestBody?: never; responses: { 200: Json<R> } }
type Send<B, R, S extends number = 200> = {
  parameters: NoParams
  requestBody: Json<B>
  responses: { [K in S]: Json<R> }
}
type SendTo<B, R, P, S extends number = 200> = {
  parameters: Params<never, P>
  requestBody: Json<B>
  responses: { [K in S]: Json<R> }
}
type Drop<P> = { parameters: Params<never, P>; requestBody?: never; responses: { 204: { content?: never } } }
type Page<T> = { items: T[]; nextCursor: string | null }
type Id = { id: string }

type Session = {
  user: { id: string; name: string; email: string | null; locale: string | null }
  merchant: {
    id: string
    name: string
    currency: string
    country: string
    timeZone: string
    locale: string
    nameOrder: string
    setup: string
    organizationWord: { singular: string; plural: string } | null
  }
  merchants: { id: string; name: string }[]
  role: string | null
  permissions: string[]
  stores: string[] | null
}
type SettingsBody = {
  name: string
  currency: string
  country: string
  timeZone: string
  locale: string
  nameOrder: 'last' | 'first'
  requiredFields: { personal: string[]; business: string[] }
}
type SettingsChange = Partial<Omit<SettingsBody, 'requiredFields'>> & {
  requiredFields?: {
    personal?: (
      | 'firstName'
      | 'lastName'
      | 'email'
      | 'phone'
      | 'gender'
      | 'dateOfBirth'
      | 'nationality'
      | 'idNumber'
      | 'anniversary'
      | 'preferredLanguage'
      | 'number'
      | 'address'
      | 'stores'
      | 'tags'
    )[]
    business?: (
      | 'email'
      | 'phone'
      | 'address'
      | 'number'
      | 'registrationNumber'
      | 'taxId'
      | 'website'
      | 'industry'
      | 'manager'
      | 'stores'
      | 'tags'
    )[]
  }
}
type TagBody = { name: string; color: string }
type Tag = Id & TagBody & { customers: number; capped: boolean; version: number }
type Address = {
  line1: string | null
  line2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
  country: string | null
}
type StoreBody = {
  name: string
  code: string | null
  phone: string | null
  email: string | null
  address: Address | null
  timeZone: string | null
}
type StoreChange = Partial<StoreBody> & { closedOn?: string | null }
type Store = Id & StoreBody & { closedOn: string | null; version: number }
type SetupBody = {
  code?: string
  business: string
  country: string
  currency: string
  timeZone: string
  locale: string
  owner: { name: string; email: string; password: string }
}
type CustomerHit = Id & {
  displayName: string
  type: 'personal' | 'business'
  number: string | null
  email: string | null
  phone: string | null
  photoUrl: string | null
}
type CustomerFilter = {
  q?: string
  type?: 'personal' | 'business'
  tag?: string[]
  store?: string[]
  status?: 'active' | 'inactive' | 'all'
  organization?: string
  createdFrom?: string
  createdTo?: string
}
type CustomerQuery = CustomerFilter & { limit?: number; cursor?: string; fields?: string; sort?: string }
type BulkJob = {
  id: string
  action: 'inactivate' | 'restore' | 'addTag' | 'removeTag' | 'assignStore'
  state: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'undoing' | 'undone'
  matched: number | null
  done: number
  failed: number
}
type BulkBody = {
  action: BulkJob['action']
  ids?: string[]
  filter?: CustomerFilter
  tag?: string
  store?: string
}
type Go<R, P, S extends number = 200> = {
  parameters: Params<never, P>
  requestBody?: never
  responses: { [K in S]: Json<R> }
}
type None = { parameters: NoParams; requestBody?: never; responses: { 204: { content?: never } } }
type SendNone<B> = { parameters: NoParams; requestBody: Json<B>; responses: { 204: { content?: never } } }

type Money = { amount: number; currency: string }
type PhoneKind = 'mobile' | 'personal' | 'work' | 'home' | 'fax' | 'other'
type Phone = { kind: PhoneKind; number: string; extension: string | null; valid: boolean; isPrimary: boolean }
type CustomerAddress = Id & {
  label: string | null
  line1: string | null
  line2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
  country: string | null
  countryText: string | null
  gateCode: string | null
  isBilling: boolean
  isDelivery: boolean
}
type Affiliation = Id & {
  number: string | null
  name: string
  title: string | null
  isManager: boolean
  isPrimary: boolean
  from: string | null
  until: string | null
}
type Consent = { state: 'in' | 'out' | 'unknown'; at: string | null; source: string | null }
type Manager = { id: string; name: string; phone: string | null } | null
type Customer = {
  id: string
  type: 'personal' | 'business'
  number: string | null
  displayName: string
  firstName: string | null
  middleName: string | null
  lastName: string | null
  nickname: string | null
  salutation: string | null
  businessName: string | null
  registrationNumber: string | null
  taxId: string | null
  taxExempt: boolean
  website: string | null
  industry: string | null
  manager: Manager
  email: string | null
  additionalEmails: string[]
  phone: string | null
  phones: Phone[]
  gender: string | null
  dateOfBirth: string | null
  nationality: string | null
  idNumber: string | null
  anniversary: string | null
  gateCode: string | null
  notes: string | null
  preferredLanguage: string | null
  accountType: 'guest' | 'registered'
  status: 'active' | 'inactive'
  activity: {
    state: 'new' | 'active' | 'atRisk' | 'lost' | 'none'
    since: string | null
    reason: { code: string; params: { [name: string]: unknown } } | null
    text: string | null
  }
  snoozedUntil: string | null
  doNotServe: { value: boolean; reason: string | null }
  balanceDue: Money
  consent: { email: Consent; sms: Consent; call: Consent }
  tags: { id: string; name: string; color: string }[]
  organizations: Affiliation[]
  stores: { id: string; name: string; preferred: boolean }[]
  address: CustomerAddress | null
  addresses: CustomerAddress[]
  loyalty: {
    enrolled: boolean
    enrolledAt: string | null
    code: string | null
    points: number
    value: Money
    lastReason: string | null
  }
  giftCardNumber: string | null
  photoUrl: string | null
  billing: {
    onAccount: boolean
    onHold: boolean
    requirePurchaseOrder: boolean
    discountPercent: number
    noMinimumOrder: boolean
    noDeliveryCharge: boolean
    paymentTerms: string | null
    creditLimit: Money | null
    invoiceNotes: string | null
    invoiceEmails: string[]
  }
  attributes: { [key: string]: unknown }
  externalIds: { [source: string]: string }
  customerSince: string
  firstOrderAt: string | null
  lastOrderAt: string | null
  orders: number
  visits: number
  revenue6m: Money
  revenueTotal: Money
  reviews: { count: number; positive: number; negative: number }
  salesperson: string | null
  registeredAt: string | null
  lastLoginAt: string | null
  lastActivityAt: string | null
  lastPasswordResetAt: string | null
  createdAt: string
  updatedAt: string
  inactivatedAt: string | null
  version: number
}
type CustomerWrite = { [field: string]: unknown }
type CustomerContact = Id & {
  displayName: string
  status: 'active' | 'inactive'
  title: string | null
  isManager: boolean
  isPrimary: boolean
  from: string | null
  until: string | null
  email: string | null
  phone: string | null
  photoUrl: string | null
}
type CustomerOrganization = Affiliation & {
  status: 'active' | 'inactive'
  phone: string | null
  address: CustomerAddress | null
  manager: Manager
}
type Activity = Id & {
  kind: string
  at: string
  actor: { kind: 'user' | 'apiKey' | 'system'; id: string | null; name: string }
  before: { [field: string]: unknown } | null
  after: { [field: string]: unknown } | null
}
type SimilarCustomer = Id & {
  displayName: string
  email: string | null
  phone: string | null
  type: 'personal' | 'business'
  because: 'email' | 'phone' | 'name'
}
type CustomAttribute = Id & {
  key: string
  label: string
  kind: 'text' | 'longText' | 'number' | 'money' | 'date' | 'yesNo' | 'choice' | 'choices' | 'url'
  options: string[]
  group: string | null
  required: boolean
  filterable: boolean
  position: number
  version: number
}
type PageQuery = { limit?: number; cursor?: string }
type SimilarQuery = { email?: string; phone?: string; name?: string; postalCode?: string; country?: string; exclude?: string }
type Photo = { requestBody: { content: { 'multipart/form-data': { file: string } } } }

export interface paths {
  '/api/v1/setup': { get: Ask<{ needed: boolean; codeRequired: boolean }>; post: Send<SetupBody, Session, 201> }
  '/api/v1/session': {
    get: Ask<Session>
    post: Send<{ email: string; password: string }, Session>
    delete: None
  }
  '/api/v1/session/password': { post: SendNone<{ currentPassword: string; newPassword: string }> }
  '/api/v1/session/merchant': { post: SendNone<{ merchantId: string }> }
  '/api/v1/password-reset': { post: SendNone<{ token: string; password: string }> }
  '/api/v1/settings': {
    get: Ask<SettingsBody & { version: number }>
    patch: Send<SettingsChange, SettingsBody & { version: number }>
  }
  '/api/v1/tags': { get: Ask<Page<Tag>, { limit?: number; cursor?: string }>; post: Send<TagBody, Tag, 201> }
  '/api/v1/tags/{id}': { get: AskOne<Tag, Id>; patch: SendTo<Partial<TagBody>, Tag, Id>; delete: Drop<Id> }
  '/api/v1/tags/{id}/merge': { post: SendTo<{ into: string }, Tag, Id> }
  '/api/v1/stores': { get: Ask<Page<Store>, { limit?: number; cursor?: string }>; post: Send<StoreBody, Store, 201> }
  '/api/v1/stores/{id}': { get: AskOne<Store, Id>; patch: SendTo<StoreChange, Store, Id>; delete: Drop<Id> }
  '/api/v1/customers': {
    get: Ask<Page<CustomerHit & Partial<Customer>>, CustomerQuery>
    post: Send<CustomerWrite, Customer, 201>
  }
  '/api/v1/customers/count': { get: Ask<{ count: number; capped: boolean }, CustomerFilter> }
  '/api/v1/customers/bulk': { post: Send<BulkBody, BulkJob, 200 | 202> }
  '/api/v1/jobs/{id}': { get: AskOne<BulkJob, Id> }
  '/api/v1/jobs/{id}/cancel': { post: Go<BulkJob, Id> }
  '/api/v1/jobs/{id}/undo': { post: Go<BulkJob, Id, 200 | 202> }
  '/api/v1/preferences/{key}': {
    get: AskOne<{ key: string; value: unknown }, { key: string }>
    put: SendTo<{ value: unknown }, { key: string; value: unknown }, { key: string }>
  }
  '/api/v1/customers/similar': { get: Ask<{ items: SimilarCustomer[] }, SimilarQuery> }
  '/api/v1/customers/{id}': {
    get: AskOne<Customer, Id>
    patch: SendTo<CustomerWrite, Customer, Id>
    delete: Drop<Id>
  }
  '/api/v1/customers/{id}/restore': {
    post: { parameters: Params<never, Id>; requestBody?: never; responses: { 200: Json<Customer> } }
  }
  '/api/v1/customers/{id}/photo': {
    put: { parameters: Params<never, Id>; responses: { 200: Json<Customer> } } & Photo
    delete: { parameters: Params<never, Id>; requestBody?: never; responses: { 200: Json<Customer> } }
  }
  '/api/v1/customers/{id}/dependents': { get: AskOne<{ contacts: number; managed: number }, Id> }
  '/api/v1/customers/{id}/contacts': { get: AskOne<Page<CustomerContact>, Id, PageQuery> }
  '/api/v1/customers/{id}/organizations': { get: AskOne<Page<CustomerOrganization>, Id, PageQuery> }
  '/api/v1/customers/{id}/activities': { get: AskOne<Page<Activity>, Id, PageQuery> }
  '/api/v1/custom-attributes': { get: Ask<{ items: CustomAttribute[]; nextCursor: null }> }
}
