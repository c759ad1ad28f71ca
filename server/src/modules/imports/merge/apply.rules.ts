/**
 * What a row makes of a customer: a filled cell overwrites, an empty one never. The cells are read by then, so that
 * nothing here can fail; what cannot be kept comes back as a warning. Fields that stay keep their identity, so that
 * what changed is found by looking at the others only.
 */

import { isDeepStrictEqual } from 'node:util'
import type { AttributeValidator } from '../../attributes/index.ts'
import { type Draft, storedPhones } from '../../customers/index.ts'
import type { ReadConsent, ReadFields, ReadStore, RowWarning } from '../mapping/canonical.ts'
import { storeKey } from '../mapping/cells/store.rules.ts'
import { withAddresses, withPhones } from './apply-lists.rules.ts'

export type KnownTag = { id: string; readonly name: string; readonly color: string; readonly nameKey: string }
export type KnownStore = {
  readonly id: string
  readonly name: string
  readonly nameKey: string
  readonly code: string | null
}

export type ApplyFacts = {
  readonly now: string
  readonly limitedTo: readonly string[] | null
  readonly stores: readonly KnownStore[]
  readonly attributes: AttributeValidator
  /** The tag of this name, to be made if need be; null when there are too many. */
  tagOf(name: string): KnownTag | null
}

export type Applied = { readonly draft: Draft; readonly warnings: readonly RowWarning[] }

const texts = [
  ...(['number', 'firstName', 'middleName', 'lastName', 'nickname', 'salutation', 'businessName'] as const),
  ...(['registrationNumber', 'taxId', 'taxExempt', 'website', 'industry', 'email', 'gender'] as const),
  ...(['nationality', 'idNumber', 'anniversary', 'gateCode', 'notes', 'preferredLanguage'] as const),
  ...(['accountType', 'salesperson', 'registeredAt', 'lastLoginAt', 'lastActivityAt'] as const),
  'lastPasswordResetAt' as const,
]

export function applyFields(standing: Draft, fields: ReadFields, isNew: boolean, facts: ApplyFacts): Applied {
  const draft = { ...standing } as Record<string, unknown> & Draft
  const warnings: RowWarning[] = []
  for (const key of texts) if (fields[key] !== undefined) draft[key] = fields[key] as never
  if (fields.dateOfBirth !== undefined) draft.dateOfBirth = bornOn(standing.dateOfBirth, fields.dateOfBirth)
  if (fields.additionalEmails !== undefined) draft.additionalEmails = fields.additionalEmails
  const whole = fields.wholeLists === true
  if (fields.phones !== undefined)
    draft.phones = withPhones(storedPhones(standing.phones), fields.phones, whole)
  if (fields.addresses !== undefined)
    draft.addresses = withAddresses(standing.addresses, fields.addresses, whole)
  if (fields.status !== undefined) draft.status = statusOf(standing, fields.status, isNew)
  if (!isNew && standing.status === 'inactive' && fields.status !== 'inactive')
    warnings.push(aboutRow('customer.inactive', 'This customer is inactive and stays so'))
  if (fields.doNotServe !== undefined) draft.doNotServe = { ...standing.doNotServe, ...fields.doNotServe }
  if (fields.billing !== undefined) draft.billing = { ...standing.billing, ...fields.billing }
  if (fields.externalIds !== undefined) draft.externalIds = idsOf(standing.externalIds, fields)
  if (fields.consent !== undefined) draft.consent = consentOf(standing.consent, fields.consent, facts.now)
  applyAttributes(draft, fields, facts, warnings)
  applyTags(draft, fields, facts, warnings)
  applyStores(draft, fields, facts, warnings)
  return { draft, warnings }
}

/** The id of a card in the next address book does not take the place of that in the first. */
const idsOf = (standing: Draft['externalIds'], { externalIds, isCardId }: ReadFields) =>
  isCardId === true ? { ...externalIds, ...standing } : { ...standing, ...externalIds }

/** The fields in which two drafts differ. */
export function changedKeys(before: Draft, after: Draft): Set<string> {
  const changed = new Set<string>()
  for (const key of Object.keys(after) as (keyof Draft)[]) {
    if (before[key] === after[key]) continue
    const isOneSimple = isSimple(before[key]) || isSimple(after[key])
    if (isOneSimple || !isDeepStrictEqual(comparable(before, key), comparable(after, key))) changed.add(key)
  }
  return changed
}

const isSimple = (value: unknown) => value === null || typeof value !== 'object'

export const aboutRow = (code: string, message: string, original = ''): RowWarning => ({
  column: '',
  original,
  code,
  message,
})

type Listed = { readonly id: string }
const byId = (list: readonly Listed[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** Without order where none is meant, and without what only storage knows. */
function comparable(draft: Draft, key: keyof Draft): unknown {
  switch (key) {
    case 'tags':
      return draft.tags.map((tag) => tag.id).sort()
    case 'stores':
      return byId(draft.stores.map(({ id, preferred }) => ({ id, preferred })))
    case 'organizations':
      return byId(draft.organizations.map(({ name: _, number: __, ...tie }) => tie))
    case 'manager':
      return draft.manager?.id ?? null
    case 'phones':
      return draft.phones.map(({ kind, number, extension, valid, isPrimary }) => ({
        ...{ kind, number, extension, valid, isPrimary },
      }))
    default:
      return draft[key]
  }
}

/** A day without its year does not make one forget the year. */
function bornOn(standing: string | null, read: string): string {
  return read.startsWith('--') && standing?.endsWith(read.slice(1)) ? standing : read
}

const statusOf = (standing: Draft, read: Draft['status'], isNew: boolean) =>
  isNew || standing.status === 'active' ? read : standing.status

/** That a file does not know takes nothing from what is known. */
function consentOf(
  standing: Draft['consent'],
  read: NonNullable<ReadFields['consent']>,
  now: string,
): Draft['consent'] {
  const consent = { ...standing }
  for (const channel of ['email', 'sms', 'call'] as const) {
    const said: ReadConsent | undefined = read[channel]
    if (said === undefined || said.state === 'unknown') continue
    const same = standing[channel].state === said.state
    consent[channel] = {
      state: said.state,
      at: said.at ?? (same ? standing[channel].at : now),
      source: said.source ?? (same ? standing[channel].source : 'import'),
    }
  }
  return consent
}

function applyAttributes(draft: Draft, fields: ReadFields, facts: ApplyFacts, warnings: RowWarning[]): void {
  if (fields.attributes === undefined) return
  const { values, faults } = facts.attributes.read(fields.attributes)
  for (const { path, code, message } of faults)
    warnings.push({ column: `attributes.${path}`, original: String(fields.attributes[path]), code, message })
  const filled = Object.entries(values).filter(([, value]) => value !== null)
  if (filled.length > 0) draft.attributes = { ...draft.attributes, ...Object.fromEntries(filled) }
}

const MOST_TAGS = 200
const LONGEST_TAG = 60

function applyTags(draft: Draft, fields: ReadFields, facts: ApplyFacts, warnings: RowWarning[]): void {
  if (fields.tags === undefined) return
  const tags = new Map<string, Draft['tags'][number]>()
  for (const name of fields.tags) {
    const tag = [...name].length > LONGEST_TAG || tags.size >= MOST_TAGS ? null : facts.tagOf(name)
    if (tag !== null) tags.set(tag.nameKey, tag)
    else warnings.push(aboutRow('tag.refused', 'This tag is too long, or there are too many', name))
  }
  if (tags.size > 0) draft.tags = [...tags.values()]
}

/** A customer of a user who works for some stores belongs to one of them; other stores are not theirs to take away. */
function applyStores(draft: Draft, fields: ReadFields, facts: ApplyFacts, warnings: RowWarning[]): void {
  const { limitedTo } = facts
  const mine = (id: string) => limitedTo === null || limitedTo.includes(id)
  if (fields.stores !== undefined) {
    const named = new Map<string, Draft['stores'][number]>()
    for (const wanted of fields.stores) {
      const store = findStore(facts.stores, wanted)
      if (store === undefined || !mine(store.id))
        warnings.push(aboutRow('store.unknown', 'There is no store of this name or code', wanted.name))
      else named.set(store.id, { id: store.id, name: store.name, preferred: wanted.preferred === true })
    }
    const kept = draft.stores.filter((store) => !mine(store.id) && !named.has(store.id))
    if (named.size > 0) draft.stores = onePreferred([...named.values(), ...kept])
  }
  if (limitedTo === null || draft.stores.some((store) => mine(store.id))) return
  const own = facts.stores.find((store) => store.id === limitedTo[0])
  if (own !== undefined)
    draft.stores = onePreferred([...draft.stores, { id: own.id, name: own.name, preferred: true }])
}

function onePreferred(stores: Draft['stores']): Draft['stores'] {
  const preferred = stores.find((store) => store.preferred)
  return stores.map((store) => ({ ...store, preferred: store === preferred }))
}

export function findStore(stores: readonly KnownStore[], { id, name }: ReadStore): KnownStore | undefined {
  const text = name.trim()
  const key = storeKey(text)
  return (
    stores.find((store) => store.id === id) ??
    stores.find((store) => store.id === text.toLowerCase()) ??
    stores.find((store) => store.code !== null && store.code === text) ??
    stores.find((store) => store.nameKey === key)
  )
}
