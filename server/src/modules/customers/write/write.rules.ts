// Decides what a write makes of a customer. Pure: all that has to be looked up comes with the facts.
import { isDeepStrictEqual } from 'node:util'
import { localDay } from '../../../kernel/dates.ts'
import { displayName } from '../../../kernel/names.ts'
import type { FieldFault } from '../../../kernel/problem.ts'
import type { Customer } from '../customer.schemas.ts'
import { applyAddresses } from './addresses.rules.ts'
import { blame, type Draft, draftOf, emptyDraft, type Facts, type Faults } from './draft.ts'
import { applyManager, applyOrganizations, applyStores, applyTags, byId } from './links.rules.ts'
import { applyMembers } from './members.rules.ts'
import { applyPhones, shownPhones } from './phones.rules.ts'
import { applyTexts, filled } from './text.rules.ts'
import type { CustomerWrite } from './write.schemas.ts'

export type Plan = {
  readonly draft: Draft
  readonly newTags: readonly string[]
  readonly faults: readonly FieldFault[]
}

/** What the customer becomes, or every reason why it cannot. `current` is null for a new one. */
export function planWrite(current: Customer | null, write: CustomerWrite, facts: Facts): Plan {
  const faults: Faults = []
  const draft = current === null ? emptyDraft(typeOf(write)) : sorted(draftOf(current))
  const before = { ...draft }
  if (write.type !== undefined) draft.type = write.type
  applyTexts(draft, write, facts, faults)
  applyAddresses(draft, write, faults)
  applyStores(draft, write, facts, faults)
  applyPhones(draft, write, facts, faults)
  const newTags = applyTags(draft, write, facts, faults)
  applyOrganizations(draft, write, facts, faults, current?.id ?? null)
  applyManager(draft, write, facts, faults, current?.id ?? null)
  applyMembers(draft, write, facts, faults)
  checkType(before, draft, facts, faults)
  checkName(current === null ? null : before, draft, faults)
  checkRequired(
    current === null ? null : before,
    { ...draft, tags: [...draft.tags, ...newTags.map(unmade)] },
    facts,
    faults,
  )
  return { draft, newTags, faults }
}

const unmade = (name: string): Draft['tags'][number] => ({ id: '', name, color: '' })

/** A company's name alone means a company. */
function typeOf(write: CustomerWrite): Draft['type'] {
  const person = filled(write.firstName ?? null) ?? filled(write.lastName ?? null)
  return (
    write.type ?? (person === null && filled(write.businessName ?? null) !== null ? 'business' : 'personal')
  )
}

const sorted = (draft: Draft): Draft => ({
  ...draft,
  tags: byId(draft.tags),
  stores: byId(draft.stores),
  organizations: byId(draft.organizations),
})

function checkType(before: Draft, draft: Draft, { references }: Facts, faults: Faults): void {
  if (draft.type === 'business' && draft.organizations.length > 0) {
    const path = before.type === draft.type || before.organizations.length === 0 ? 'organizations' : 'type'
    blame(faults, path, 'organization.people_only', 'only people belong to organizations')
  }
  if (before.type === 'business' && draft.type === 'personal' && references.hasContacts) {
    blame(faults, 'type', 'customer.has_contacts', 'has contacts and so must stay a business')
  }
}

/** Imports may bring somebody with only an email; what was nameless before may stay so. */
function checkName(before: Draft | null, draft: Draft, faults: Faults): void {
  if (hasName(draft) || (before !== null && before.type === draft.type && !hasName(before))) return
  if (draft.type === 'business')
    blame(faults, 'businessName', 'name.required', 'is needed: a business has a name')
  else blame(faults, 'firstName', 'name.required', 'is needed: a person has at least one name')
}

const hasName = (draft: Draft) =>
  draft.businessName !== null ||
  (draft.type === 'personal' &&
    [draft.firstName, draft.middleName, draft.lastName, draft.nickname].some((name) => name !== null))

/** What the merchant wants filled: of everybody new, and never emptied again. */
function checkRequired(before: Draft | null, draft: Draft, facts: Facts, faults: Faults): void {
  const wanted = facts.merchant.requiredFields[draft.type]
  const isNew = before === null || before.type !== draft.type
  for (const field of wanted) {
    if (isFilled(draft, field) || !(isNew || isFilled(before, field))) continue
    blame(faults, field, 'field.required', 'is required')
  }
  const missing = facts.attributes.missing(draft.attributes)
  const had = before === null ? [] : facts.attributes.missing(before.attributes).map((fault) => fault.path)
  faults.push(
    ...missing
      .filter((fault) => !had.includes(fault.path))
      .map((fault) => ({ ...fault, path: `attributes.${fault.path}` })),
  )
}

function isFilled(draft: Draft, field: string): boolean {
  const value =
    field === 'phone' ? draft.phones : field === 'address' ? draft.addresses : draft[field as keyof Draft]
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}

/** Only what differs, as it was and as it is. Null when nothing does. */
export function changesOf(current: Customer | null, draft: Draft) {
  const before = current === null ? emptyDraft(draft.type) : draftOf(current)
  const compared = sorted(before)
  const after = { ...draft, phones: shownPhones(draft.phones) }
  const changed = (Object.keys(after) as (keyof Draft)[]).filter(
    (key) => !isDeepStrictEqual(compared[key], after[key]),
  )
  if (changed.length === 0) return null
  return {
    keys: new Set<string>(changed),
    before: Object.fromEntries(changed.map((key) => [key, before[key]])),
  }
}

export function shownName(draft: Draft): string {
  return displayName({ ...draft, phone: primaryPhone(draft) })
}

export function primaryPhone(draft: Draft): string | null {
  return draft.phones.find((phone) => phone.isPrimary)?.number ?? null
}

/** The earliest day that is known of them; first order and imported date are the database's to add. */
export function customerSince(
  draft: Draft,
  known: { readonly createdAt: Date; readonly firstOrderAt: string | null },
  timeZone: string,
): string {
  const moments = [known.createdAt.toISOString(), draft.registeredAt, known.firstOrderAt]
  const days = moments.filter((at) => at !== null).map((at) => localDay(at, timeZone))
  return [...days, ...(draft.anniversary === null ? [] : [draft.anniversary])].sort()[0] as string
}
