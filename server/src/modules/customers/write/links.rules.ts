// What a customer is tied to: tags, stores, organizations, a manager. Bodies name them by id or by what people call them.
import { isDay } from '../../../kernel/dates.ts'
import { isId } from '../../../kernel/ids.ts'
import { sortName } from '../../../kernel/names.ts'
import { normalise } from '../../../kernel/text.ts'
import {
  blame,
  type Draft,
  type Facts,
  type Faults,
  type OrganizationReference,
  type StoreReference,
} from './draft.ts'
import { filled } from './text.rules.ts'
import type { CustomerWrite } from './write.schemas.ts'

/** Answers the names of tags that do not exist yet. */
export function applyTags(
  draft: Draft,
  write: CustomerWrite,
  { references }: Facts,
  faults: Faults,
): string[] {
  if (write.tags === undefined) return []
  const tags = new Map<string, Draft['tags'][number]>()
  const made = new Map<string, string>()
  for (const [i, item] of (write.tags ?? []).entries()) {
    const { id, name } = typeof item === 'string' ? wordOf(item) : item
    const key = name === undefined ? null : normalise(name)
    const known =
      references.tags.find((tag) => tag.id === id) ?? references.tags.find((tag) => tag.nameKey === key)
    if (known) tags.set(known.id, { id: known.id, name: known.name, color: known.color })
    else if (id !== undefined && !(typeof item === 'string'))
      blame(faults, `tags.${i}.id`, 'tag.unknown', 'is not a known tag')
    else if (!key || !name?.trim()) blame(faults, `tags.${i}`, 'tag.unnamed', 'needs an id or a name')
    else if ([...name.trim()].length > 60)
      blame(faults, `tags.${i}`, 'tag.too_long', 'must have at most 60 characters')
    else made.set(key, name.trim())
  }
  draft.tags = byId([...tags.values()])
  return [...made.values()]
}

export function applyStores(draft: Draft, write: CustomerWrite, facts: Facts, faults: Faults): void {
  const { limitedTo } = facts
  const mine = (id: string) => limitedTo === null || limitedTo.includes(id)
  const standing = draft.stores
  if (write.stores !== undefined) {
    const named = readStores(
      write.stores ?? [],
      facts,
      faults,
      (id) => mine(id) || standing.some((store) => store.id === id),
    )
    // Stores that this user does not work for are not theirs to take away.
    const others = standing.filter(
      (store) => !mine(store.id) && !named.some((other) => other.id === store.id),
    )
    draft.stores = byId([...named, ...onePreferred(others, named)])
  }
  if (draft.stores.some((store) => mine(store.id)) || limitedTo === null) return
  const own = facts.references.stores.find((store) => store.id === limitedTo[0])
  if (standing.length > 0 || own === undefined)
    blame(faults, 'stores', 'store.own_required', 'must hold a store that you work for')
  else draft.stores = [{ id: own.id, name: own.name, preferred: true }]
}

type StoreWrite = NonNullable<CustomerWrite['stores']>[number]

function readStores(
  list: readonly StoreWrite[],
  facts: Facts,
  faults: Faults,
  allowed: (id: string) => boolean,
): Draft['stores'] {
  const stores = new Map<string, Draft['stores'][number]>()
  let preferred = 0
  for (const [i, item] of list.entries()) {
    const known = findStore(item, facts.references.stores)
    if (known === undefined || !allowed(known.id)) {
      blame(faults, `stores.${i}`, 'store.unknown', 'is not a known store')
      continue
    }
    const wanted = typeof item !== 'string' && item.preferred === true
    if (wanted && ++preferred > 1)
      blame(faults, `stores.${i}.preferred`, 'store.several_preferred', 'only one store may be preferred')
    stores.set(known.id, { id: known.id, name: known.name, preferred: wanted })
  }
  return [...stores.values()]
}

function findStore(item: StoreWrite, known: readonly StoreReference[]): StoreReference | undefined {
  const wanted: { id?: string; name?: string; code?: string } =
    typeof item === 'string' ? { ...wordOf(item), code: item } : item
  const key = wanted.name === undefined ? null : normalise(wanted.name)
  return (
    known.find((store) => store.id === wanted.id) ??
    known.find((store) => store.code !== null && store.code === wanted.code?.trim()) ??
    known.find((store) => store.nameKey === key)
  )
}

const onePreferred = (others: Draft['stores'], named: Draft['stores']) =>
  named.some((store) => store.preferred) ? others.map((store) => ({ ...store, preferred: false })) : others

export function applyOrganizations(
  draft: Draft,
  write: CustomerWrite,
  facts: Facts,
  faults: Faults,
  ownId: string | null,
): void {
  if (write.organizations === undefined) return
  const standing = draft.organizations
  const list = write.organizations ?? []
  const flagged = list.flatMap((item, i) => (typeof item !== 'string' && item.isPrimary === true ? [i] : []))
  for (const i of flagged.slice(1))
    blame(faults, `organizations.${i}.isPrimary`, 'organization.several_primary', 'only one may be primary')
  const found = new Map<string, Draft['organizations'][number]>()
  for (const [i, item] of list.entries()) {
    const written = typeof item === 'string' ? wordOf(item) : item
    const known = findOrganization(written, facts.references.organizations, facts)
    if (known === undefined || known === 'several' || known.id === ownId) {
      const several = known === 'several'
      blame(
        faults,
        `organizations.${i}`,
        several ? 'organization.ambiguous' : 'organization.unknown',
        several
          ? 'is the name of several organizations: give its id or number'
          : 'is not a known organization',
      )
      continue
    }
    const isPrimary = i === (flagged[0] ?? 0)
    found.set(known.id, { ...affiliation(written, known, `organizations.${i}`, faults), isPrimary })
  }
  const isKept = ({ id }: { readonly id: string }) =>
    !found.has(id) && facts.references.organizations.some((known) => known.id === id && !known.isVisible)
  draft.organizations = byId(onePrimary([...found.values()], standing.filter(isKept), flagged.length > 0))
}

/** Organizations that this user cannot see are not theirs to take away, nor is their precedence by leaving them out. */
function onePrimary(
  named: Draft['organizations'],
  kept: Draft['organizations'],
  isChosen: boolean,
): Draft['organizations'] {
  const first = named.find((organization) => organization.isPrimary) ?? kept[0]
  const primary = isChosen ? first : (kept.find((organization) => organization.isPrimary) ?? first)
  return [...named, ...kept].map((organization) => ({
    ...organization,
    isPrimary: organization.id === primary?.id,
  }))
}

type OrganizationWrite = Exclude<NonNullable<CustomerWrite['organizations']>[number], string>

function findOrganization(
  written: OrganizationWrite,
  known: readonly OrganizationReference[],
  facts: Facts,
): OrganizationReference | 'several' | undefined {
  if (written.id !== undefined) {
    const exact = known.find((organization) => organization.id === written.id)
    if (exact || written.name === undefined) return exact
  }
  if (written.number != null)
    return known.find((organization) => organization.number === written.number?.trim())
  if (written.name === undefined) return undefined
  const key = organizationKey(written.name, facts)
  const named = known.filter((organization) => organization.sortName === key)
  return named.length > 1 ? 'several' : named[0]
}

export const organizationKey = (name: string, { merchant }: Pick<Facts, 'merchant'>) =>
  sortName({ type: 'business', businessName: name }, merchant.nameOrder)

function affiliation(written: OrganizationWrite, known: OrganizationReference, path: string, faults: Faults) {
  for (const key of ['from', 'until'] as const) {
    if (written[key] && !isDay(written[key]))
      blame(faults, `${path}.${key}`, 'day.impossible', 'is not a day: write YYYY-MM-DD')
  }
  const [from, until] = [written.from || null, written.until || null]
  if (from !== null && until !== null && until < from)
    blame(faults, `${path}.until`, 'day.before_start', 'is before its beginning')
  return {
    id: known.id,
    number: known.number,
    name: known.name,
    title: filled(written.title ?? null),
    isManager: written.isManager === true,
    from,
    until,
  }
}

export function applyManager(
  draft: Draft,
  write: CustomerWrite,
  { references }: Facts,
  faults: Faults,
  ownId: string | null,
): void {
  if (write.manager === undefined) return
  if (write.manager === null) draft.manager = null
  // Who stands may be sent back by somebody who cannot see them.
  else if (write.manager.id === draft.manager?.id) return
  else if (references.manager?.id !== write.manager.id || write.manager.id === ownId)
    blame(faults, 'manager', 'customer.unknown', 'is not a known customer')
  else draft.manager = references.manager
}

/** A word alone is an id when it looks like one, and may be a name all the same. */
const wordOf = (word: string): { id?: string; name: string } =>
  isId(word) ? { id: word.toLowerCase(), name: word } : { name: word }

/** Links have no order of their own: one order makes "the same" easy to see. */
export const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
