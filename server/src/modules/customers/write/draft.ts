// What the rules of a write work on: the record as it stands, what it will be, and what they must know to decide.
import type { Actor, Merchant } from '../../../http/context.ts'
import type { FieldFault } from '../../../kernel/problem.ts'
import type { AttributeValidator } from '../../attributes/index.ts'
import type { Customer } from '../customer.schemas.ts'

export type StoredPhone = Customer['phones'][number] & {
  readonly digits: string
  readonly country: string | null
}

/** The writable part of a customer, as on the wire. */
export type Draft = Pick<
  Customer,
  | 'type'
  | 'number'
  | 'firstName'
  | 'middleName'
  | 'lastName'
  | 'nickname'
  | 'salutation'
  | 'businessName'
  | 'registrationNumber'
  | 'taxId'
  | 'taxExempt'
  | 'website'
  | 'industry'
  | 'email'
  | 'additionalEmails'
  | 'gender'
  | 'dateOfBirth'
  | 'nationality'
  | 'idNumber'
  | 'anniversary'
  | 'gateCode'
  | 'notes'
  | 'preferredLanguage'
  | 'accountType'
  | 'status'
  | 'doNotServe'
  | 'consent'
  | 'manager'
  | 'tags'
  | 'organizations'
  | 'stores'
  | 'phones'
  | 'addresses'
  | 'billing'
  | 'attributes'
  | 'externalIds'
  | 'salesperson'
  | 'registeredAt'
  | 'lastLoginAt'
  | 'lastActivityAt'
  | 'lastPasswordResetAt'
>

type TagReference = Draft['tags'][number] & { readonly nameKey: string }
export type StoreReference = {
  readonly id: string
  readonly name: string
  readonly nameKey: string
  readonly code: string | null
  readonly country: string | null
}
export type OrganizationReference = {
  readonly id: string
  readonly number: string | null
  readonly name: string
  readonly sortName: string
  /** One that stands on the record is known to whoever may not see its own. */
  readonly isVisible: boolean
}

/** What a body names, as it was found; what is not here does not exist for this caller. */
export type References = {
  readonly tags: readonly TagReference[]
  readonly stores: readonly StoreReference[]
  readonly organizations: readonly OrganizationReference[]
  readonly manager: Draft['manager']
  /** Asked only when the type of a customer changes. */
  readonly hasContacts: boolean
}

export type Facts = {
  readonly merchant: Merchant
  readonly actor: Actor['kind']
  readonly limitedTo: readonly string[] | null
  readonly now: Date
  readonly references: References
  readonly attributes: AttributeValidator
}

/** Collects every fault of a body, so that all are told at once. */
export type Faults = FieldFault[]

export function blame(faults: Faults, path: string, code: string, message: string): void {
  faults.push({ path, code, message })
}

export function emptyDraft(type: Draft['type']): Draft {
  const unknown = { state: 'unknown', at: null, source: null } as const
  return {
    type,
    number: null,
    firstName: null,
    middleName: null,
    lastName: null,
    nickname: null,
    salutation: null,
    businessName: null,
    registrationNumber: null,
    taxId: null,
    taxExempt: false,
    website: null,
    industry: null,
    manager: null,
    email: null,
    additionalEmails: [],
    phones: [],
    gender: null,
    dateOfBirth: null,
    nationality: null,
    idNumber: null,
    anniversary: null,
    gateCode: null,
    notes: null,
    preferredLanguage: null,
    accountType: 'guest',
    status: 'active',
    doNotServe: { value: false, reason: null },
    consent: { email: unknown, sms: unknown, call: unknown },
    tags: [],
    organizations: [],
    stores: [],
    addresses: [],
    billing: {
      onAccount: false,
      onHold: false,
      requirePurchaseOrder: false,
      discountPercent: 0,
      noMinimumOrder: false,
      noDeliveryCharge: false,
      paymentTerms: null,
      creditLimit: null,
      invoiceNotes: null,
      invoiceEmails: [],
    },
    attributes: {},
    externalIds: {},
    salesperson: null,
    registeredAt: null,
    lastLoginAt: null,
    lastActivityAt: null,
    lastPasswordResetAt: null,
  }
}

export const draftKeys = Object.keys(emptyDraft('personal')) as (keyof Draft)[]

export function draftOf(current: Customer): Draft {
  return Object.fromEntries(draftKeys.map((key) => [key, current[key]])) as Draft
}
