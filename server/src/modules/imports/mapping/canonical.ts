/**
 * What a row of any file says of one customer, in the words of the wire. Only what is filled is here:
 * an empty cell never overwrites. The cells are read by then (days, phones, countries are proved);
 * tags, stores and organizations are names still to be found, since that needs the database.
 */
import type { StoreNames } from './cells/store.rules.ts'

export type PhoneKind = 'mobile' | 'personal' | 'work' | 'home' | 'fax' | 'other'

export type RowWarning = {
  /** The column's own header; '' when it is about the row. */
  readonly column: string
  /** The cell as it was. */
  readonly original: string
  readonly code: string
  readonly message: string
}

export type RowRejection = { readonly code: string; readonly message: string }

export type ReadRow = {
  /** As a sheet numbers it. */
  readonly row: number
  /** As they were in the file. */
  readonly cells: readonly string[]
  readonly fields: ReadFields
  readonly warnings: readonly RowWarning[]
  readonly rejected?: RowRejection
  /** Of a file of rows that came in with warnings: which of them it was. */
  readonly mends?: MendedRow
}
export type MendedRow = { readonly importId: string; readonly row: number }

/** Complete: as the number is stored. The first that is primary, or else the first, is the row's `phone`. */
export type ReadPhone = {
  kind: PhoneKind
  number: string
  digits: string
  country: string | null
  valid: boolean
  extension: string | null
  isPrimary: boolean
}

export type ReadAddress = {
  /** `default`: changes the default address; `billing`, `delivery`: the one that is default for that; `other`: is added unless it is there. */
  use: 'default' | 'billing' | 'delivery' | 'other'
  label?: string
  line1?: string
  line2?: string
  city?: string
  state?: string
  postalCode?: string
  country?: string
  countryText?: string
  gateCode?: string
  isBilling?: boolean
  isDelivery?: boolean
}

/** What an address holds as text. */
export const addressParts = [
  ...([
    'label',
    'line1',
    'line2',
    'city',
    'state',
    'postalCode',
    'country',
    'countryText',
    'gateCode',
  ] as const),
]

/** An organization that this person belongs to. `id` and `number` come from our own export only: ids are of the file. */
export type ReadOrganization = {
  id?: string
  number?: string
  name?: string
  title?: string
  isManager?: boolean
  isPrimary?: boolean
  from?: string
  until?: string
}

/** The person of a company's row: to be made and affiliated with it. */
export type ReadContact = {
  salutation?: string
  firstName?: string
  middleName?: string
  lastName?: string
  title?: string
  email?: string
  additionalEmails?: string[]
  phones?: ReadPhone[]
}

/** `id` from our own export only. A name may be a code or id as well. */
export type ReadStore = { id?: string; name: string; preferred?: boolean }

/** A row of a list of affiliations: whom, where, as what. */
export type ReadTie = {
  /** The system that the external ids are of; null: any. */
  source: string | null
  person: {
    externalId: string | null
    number: string | null
    email: string | null
    /** Digits of a valid one. */
    phone: string | null
    names: { firstName?: string; middleName?: string; lastName?: string }
  }
  organization: { externalId: string | null; number: string | null; name: string | null }
  title: string | undefined
  isManager: boolean | undefined
  isPrimary: boolean | undefined
  from: string | undefined
  until: string | undefined
}

/** A row of a list of orders, of their lines or of reviews: what its cells say, by path. */
export type ReadPathRow = {
  /** The system that its ids are of. */
  readonly source: string
  /** Else its name was made up, and ids may be of any. */
  readonly isSourceGiven: boolean
  /** Of the order that it belongs to, or of the review. */
  readonly externalId: string
  readonly values: Readonly<Record<string, string | number | boolean>>
  /** By path: the column that says it. The same for all rows of a file. */
  readonly headers: ReadonlyMap<string, string>
}

export type ReadConsent = { state: 'in' | 'out' | 'unknown'; at?: string; source?: string }

export type ReadFields = {
  type: 'personal' | 'business'
  /** Whether a column or constant said so; else it follows from the names, and must not change a customer that is found. */
  typeGiven: boolean
  /** Of our own export: decides who this is. */
  id?: string
  /** By source: each identifies. */
  externalIds?: Record<string, string>
  /** They are of a card: of one address book, where somebody may be in several of one program. */
  isCardId?: true
  number?: string
  firstName?: string
  middleName?: string
  lastName?: string
  nickname?: string
  salutation?: string
  businessName?: string
  registrationNumber?: string
  taxId?: string
  taxExempt?: boolean
  website?: string
  industry?: string
  /** From our own export. The id is of the file. */
  manager?: { id: string; name?: string }
  email?: string
  additionalEmails?: string[]
  phones?: ReadPhone[]
  /** Of our own export: `phones`, `addresses`, `organizations` are whole lists, to be kept as they are. */
  wholeLists?: boolean
  gender?: string
  dateOfBirth?: string
  nationality?: string
  idNumber?: string
  anniversary?: string
  gateCode?: string
  notes?: string
  preferredLanguage?: string
  accountType?: 'guest' | 'registered'
  status?: 'active' | 'inactive'
  doNotServe?: { value?: boolean; reason?: string }
  consent?: { email?: ReadConsent; sms?: ReadConsent; call?: ReadConsent }
  tags?: string[]
  stores?: ReadStore[]
  organizations?: ReadOrganization[]
  contact?: ReadContact
  addresses?: ReadAddress[]
  billing?: ReadBilling
  attributes?: Record<string, unknown>
  salesperson?: string
  registeredAt?: string
  lastLoginAt?: string
  lastActivityAt?: string
  lastPasswordResetAt?: string
  /** The day on which another system says that they became a customer. */
  customerSince?: string
  /** Of a list of affiliations, which says nothing else. */
  tie?: ReadTie
  /** Of a list of orders or of their lines, likewise. */
  order?: ReadPathRow
  /** Of a list of reviews. */
  review?: ReadPathRow
  /** Of our own export: since when an inactive customer is that. */
  inactivatedAt?: string
}

export type ReadBilling = {
  onAccount?: boolean
  onHold?: boolean
  requirePurchaseOrder?: boolean
  discountPercent?: number
  noMinimumOrder?: boolean
  noDeliveryCharge?: boolean
  paymentTerms?: string
  creditLimit?: { amount: number; currency: string }
  invoiceNotes?: string
  invoiceEmails?: string[]
}

/** How a file is to be read, as the API takes and gives it. Without `columns` they are found. */
export type Mapping = {
  readonly columns?: Readonly<Record<string, string>>
  readonly constants?: Readonly<Record<string, string>>
  readonly source?: string
  /** Sources under whose ids customers are looked up, where `source` is not given; none: under nobody's. */
  readonly customersFrom?: readonly string[]
  readonly dateOrder?: DateOrder
  readonly timeZone?: string
  readonly delimiter?: string
  readonly encoding?: string
  readonly nulls?: readonly string[]
  /** By a text of the file: the store that it means; null for none. */
  readonly stores?: Readonly<Record<string, string | null>>
  /** Stores that nobody knows are made before the first row comes in. */
  readonly makeStores?: boolean
}

export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** What was decided without being told. `setBy` names the member of the mapping that changes it. */
export type Assumption = {
  readonly kind:
    | 'encoding'
    | 'delimiter'
    | 'dateOrder'
    | 'country'
    | 'source'
    | 'timeZone'
    | 'sheet'
    | 'currency'
    | 'scoreScale'
    | 'customersFrom'
  readonly value: string
  /** The column it was decided on; null when it is about the file. */
  readonly column: string | null
  /** False: somebody should look. */
  readonly sure: boolean
  readonly setBy: string | null
  readonly alternatives: readonly string[]
  /** Of ids that were looked for in it: how many are there. */
  readonly found?: number
  readonly of?: number
}

export type UnreadColumn = { readonly header: string; readonly filled: number }

/** What reading must know of the merchant. */
export type KnownMerchant = {
  readonly country: string
  readonly currency: string
  readonly timeZone: string
  readonly locale: string
  readonly attributes: readonly AttributeColumn[]
  /** Whether whoever imports may define attributes that our own export has and this merchant has not. */
  readonly mayDefine?: boolean
  /** With their countries, for phones of rows without an address. */
  readonly stores: readonly {
    readonly id: string
    readonly name: string
    readonly code: string | null
    readonly country: string | null
    readonly timeZone: string | null
  }[]
  /** Two-digit years and the ages of people are judged by it. */
  readonly now: Date
  /** Of a dry run: keys of stores that would have been made. */
  readonly comingStores?: ReadonlySet<string>
}

export type ReadContext = KnownMerchant & {
  /** Which store a text means: by what the mapping says, else by id, code or name. */
  readonly storeNames: StoreNames
}

export type AttributeColumn = {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'longText' | 'number' | 'money' | 'date' | 'yesNo' | 'choice' | 'choices' | 'url'
  readonly options: readonly string[]
}

/** Headers of the columns that our rejected and warnings files put before the row's own: never read, never called unread. */
export const REPORT_HEADER =
  /^import(?:ación)?[.:] ?(?:row|code|column|original|reason|message|line|línea|motivo|id)$/i
