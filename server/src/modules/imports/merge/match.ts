/**
 * Which customer a row means (contract §5): our own id, else external id or number; failing these, an equal email or
 * valid phone with an equal name; of a row without any of them the only business of that name, or the only person who
 * holds every filled cell, or whom the row made before it was mended. Rows are matched with what earlier rows of the batch made, as with what stood before.
 */
import { type Draft, emptyDraft } from '../../customers/index.ts'
import type { ReadFields, RowRejection } from '../mapping/canonical.ts'
import { type ApplyFacts, applyFields, changedKeys } from './apply.rules.ts'
import type { Book, Entity } from './book.ts'
import { contradictsIds, type Keys, numbersDiffer, organizationKey } from './keys.rules.ts'
import type { Found } from './match.queries.ts'

export type Asked = { readonly fields: ReadFields; readonly keys: Keys; readonly ownId: string | null }

export type MatchFacts = ApplyFacts & {
  readonly nameOrder: 'last' | 'first'
  /** When this import began: what changed since was changed by its rows. */
  readonly startedAt: string
  /** Customers that other ids of our own export were found to mean, in this import. */
  readonly claimed: ReadonlySet<string>
}

/** Null: somebody new. */
export type Match = { readonly entity: Entity | null } | { readonly rejected: RowRejection }

export function matchRow(book: Book, asked: Asked, found: readonly Found[], facts: MatchFacts): Match {
  const { keys, ownId } = asked
  const named = entitiesOf(book, found, 'id')[0] ?? (ownId === null ? undefined : book.byOwnId(ownId))
  const strong = new Set(named === undefined ? [] : [named])
  for (const entity of identified(book, keys, found)) strong.add(entity)
  if (strong.size > 1) return contradiction('belong to different customers')
  const [entity] = strong
  if (entity === undefined)
    return { entity: likelyOne(book, asked, found, facts) ?? mendedOne(book, asked, found, facts) }
  if (!entity.isVisible) return contradiction('belong to a customer of another store')
  if (entity !== named && isAnother(entity, asked, facts))
    return contradiction('contradict those of another row or customer')
  return { entity }
}

const contradiction = (how: string): Match => ({
  rejected: { code: 'identity.contradiction', message: `The identifiers of this row ${how}` },
})

const entitiesOf = (book: Book, found: readonly Found[], how: Found['how']): Entity[] =>
  found.flatMap((one) => (one.how === how ? (book.get(one.id) ?? []) : []))

function identified(book: Book, keys: Keys, found: readonly Found[]): Entity[] {
  const sources = Object.entries(keys.externalIds)
  if (sources.length === 0 && keys.number === null) return []
  const { number } = keys
  const all = [
    ...entitiesOf(book, found, 'external'),
    ...entitiesOf(book, found, 'number'),
    ...sources.flatMap(([source, id]) => book.byExternalId(source, id)),
    ...(number === null ? [] : book.byNumber(number)),
  ]
  // An earlier row may have changed what it was found by.
  return all.filter(
    (entity) =>
      (number !== null && entity.keys.number === number) ||
      sources.some(([source, id]) => entity.keys.externalIds[source] === id),
  )
}

/** Found by one identifier, and another one says that it is somebody else. */
function isAnother(entity: Entity, asked: Asked, facts: MatchFacts): boolean {
  const { keys, ownId } = asked
  if (idsContradict(entity, asked)) return true
  if (ownId !== null && isClaimed(entity, ownId, facts)) return true
  return numbersDiffer(keys, entity.keys) && (entity.isTouched || entity.updatedAt >= facts.startedAt)
}

/** A card has an id in each address book that it is in. */
const idsContradict = (entity: Entity, { keys, fields }: Asked) =>
  fields.isCardId !== true && contradictsIds(keys.externalIds, entity.keys.externalIds)

const isClaimed = (entity: Entity, ownId: string, { claimed }: MatchFacts) =>
  entity.ownId === null ? claimed.has(entity.id) : entity.ownId !== ownId

/** By email or phone and name, or by name alone; only one may fit. */
export function likelyOne(
  book: Book,
  asked: Asked,
  found: readonly Found[],
  facts: MatchFacts,
): Entity | null {
  const all = new Set([...entitiesOf(book, found, 'likely'), ...book.likely(asked.keys)])
  const fitting = [...all].filter((entity) => fits(entity, asked, facts))
  if (fitting.length === 1) return fitting[0] as Entity
  if (fitting.length === 0) return null
  // Several fit, and one of them is what this row made the last time.
  const exact = fitting.filter((entity) => isExactly(entity.draft, asked.fields, facts))
  return exact.length === 1 ? (exact[0] as Entity) : null
}

/**
 * Whom the row made before it was mended, unless it says by now that it is somebody else: another person may have been
 * typed over it.
 */
function mendedOne(book: Book, asked: Asked, found: readonly Found[], facts: MatchFacts): Entity | null {
  const [entity] = entitiesOf(book, found, 'mended')
  if (entity?.isVisible !== true || isAnother(entity, asked, facts)) return null
  return isAlike(asked.keys, entity.keys) ? entity : null
}

/** One thing at least that was not mended. */
function isAlike(keys: Keys, other: Keys): boolean {
  if (keys.type !== other.type || numbersDiffer(keys, other)) return false
  return (keys.name !== '' && keys.name === other.name) || shareContact(keys, other)
}

const shareContact = (keys: Keys, other: Keys): boolean =>
  keys.emails.some((email) => other.emails.includes(email)) ||
  keys.phones.some((digits) => other.phones.includes(digits))

function fits(entity: Entity, asked: Asked, facts: MatchFacts): boolean {
  const { keys, fields, ownId } = asked
  const other = entity.keys
  if (!entity.isVisible || other.type !== keys.type || other.name !== keys.name) return false
  if (idsContradict(entity, asked) || numbersDiffer(keys, other)) return false
  if (ownId !== null && isClaimed(entity, ownId, facts)) return false
  if (!keys.isBare) return shareContact(keys, other)
  return keys.type === 'business' || holdsAll(entity.draft, fields, facts)
}

/** Whether every filled cell of the row is so already. */
function holdsAll(draft: Draft, fields: ReadFields, facts: MatchFacts): boolean {
  const organizations = (fields.organizations ?? []).every(({ name, id, number }) =>
    draft.organizations.some(
      (standing) =>
        (id !== undefined && standing.id === id) ||
        (number !== undefined && standing.number === number) ||
        (name !== undefined && sameOrganization(standing.name, name, facts)),
    ),
  )
  return organizations && changedKeys(draft, applyFields(draft, fields, false, facts).draft).size === 0
}

const sameOrganization = (a: string, b: string, { nameOrder }: MatchFacts) =>
  organizationKey(a, nameOrder) === organizationKey(b, nameOrder)

/** Whether this is what would be made of the row, neither more nor less. */
function isExactly(draft: Draft, fields: ReadFields, facts: MatchFacts): boolean {
  if (!holdsAll(draft, fields, facts)) return false
  const made = applyFields(emptyDraft(draft.type), fields, true, facts).draft
  const tied = draft.organizations.length === (fields.organizations ?? []).length
  return tied && changedKeys(plain(draft), plain(made)).size === 0
}

/** Without what is given anew each time. */
const plain = (draft: Draft): Draft => ({
  ...draft,
  organizations: [],
  addresses: draft.addresses.map((address) => ({ ...address, id: '' })),
  consent: {
    email: { ...draft.consent.email, at: null },
    sms: { ...draft.consent.sms, at: null },
    call: { ...draft.consent.call, at: null },
  },
})
