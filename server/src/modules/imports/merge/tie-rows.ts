// Ties the people of a batch to their organizations, and businesses to their managers.
import type { Reader } from '../../../db/client.ts'
import type { Draft } from '../../customers/index.ts'
import type { ReadOrganization, RowWarning } from '../mapping/canonical.ts'
import { aboutRow, changedKeys } from './apply.rules.ts'
import type { Book, Entity } from './book.ts'
import type { BatchFacts, ImportScope } from './facts.ts'
import type { Made } from './made.ts'
import { findOrganizations } from './match.queries.ts'
import { type FoundPerson, findPeople, type TieFields } from './own-ids.ts'
import { askedOrganizations, type Organizations, organizationsOf, tie } from './ties.ts'
import type { Outcome, Work } from './work.ts'
import { writeFields } from './write-fields.ts'

export type TiedRow = {
  readonly entity: Entity
  readonly fields: TieFields & { readonly wholeLists?: boolean }
  readonly warnings: RowWarning[]
  outcome: Outcome
}

type Tying = {
  readonly book: Book
  readonly facts: BatchFacts
  readonly made: Made
  readonly isLast: boolean
}

/** Answers the rows of which something is named by an id that has not come yet. */
export async function tieRows(
  tx: Reader,
  scope: ImportScope,
  { book, facts, made, rows }: Omit<Tying, 'isLast'> & { readonly rows: readonly Work[] },
): Promise<Work[]> {
  const tied = rows.filter(
    (one) => one.fields.organizations !== undefined || one.fields.manager !== undefined,
  )
  return tieAll(tx, scope, tied as (Work & TiedRow)[], { book, facts, made, isLast: false })
}

export async function tieAll<T extends TiedRow>(
  tx: Reader,
  scope: ImportScope,
  rows: readonly T[],
  { book, facts, made, isLast }: Tying,
): Promise<T[]> {
  if (rows.length === 0) return []
  const wanted = rows.flatMap((one) => one.fields.organizations ?? [])
  const asked = askedOrganizations(wanted, facts)
  const found = await findOrganizations(tx, { scope: scope.scope, importId: scope.importId }, asked)
  const organizations = organizationsOf(book, found, {
    nameOrder: facts.nameOrder,
    isLast,
    make: (name) => {
      made.organizations++
      return makeOrganization(book, name, facts)
    },
  })
  const managers = await findPeople(
    tx,
    scope,
    rows.flatMap((one) => one.fields.manager?.id ?? []),
  )
  return rows.filter((one) => {
    const belongs = tieOne(book, one, organizations)
    const managed = setManager(book, one, managers)
    return !isLast && !(belongs && managed)
  })
}

/** False when one of them has not come yet. */
function tieOne(book: Book, one: TiedRow, organizations: Organizations): boolean {
  const wanted = one.fields.organizations
  if (wanted === undefined || wanted.length === 0) return true
  const { entity } = one
  if (entity.draft.type === 'business') {
    one.warnings.push(
      aboutRow('organization.people_only', 'Only people belong to organizations', wanted[0]?.name),
    )
    return true
  }
  const tied = tie(entity, wanted, organizations, one.fields.wholeLists === true)
  one.warnings.push(...tied.warnings)
  change(book, one, { organizations: [...tied.organizations] })
  for (const { id } of tied.organizations) {
    const organization = book.get(id)
    if (organization !== undefined) organization.hasContacts = true
  }
  return tied.pending.length === 0
}

function setManager(book: Book, one: TiedRow, managers: ReadonlyMap<string, FoundPerson>): boolean {
  const wanted = one.fields.manager
  if (wanted === undefined) return true
  const here = book.byOwnId(wanted.id) ?? book.get(wanted.id)
  const found = here === undefined ? managers.get(wanted.id) : { id: here.id, name: '', phone: null }
  if (found === undefined) return false
  if (found.id !== one.entity.id)
    change(book, one, { manager: { id: found.id, name: found.name, phone: found.phone } })
  return true
}

export function change(book: Book, one: Pick<TiedRow, 'entity' | 'outcome'>, part: Partial<Draft>): boolean {
  const draft = { ...one.entity.draft, ...part }
  if (changedKeys(one.entity.draft, draft).size === 0) return false
  book.set(one.entity, draft)
  if (one.outcome === 'unchanged') one.outcome = 'updated'
  return true
}

function makeOrganization(book: Book, name: string, facts: BatchFacts): Entity {
  const entity = book.make('business')
  const fields = { type: 'business', typeGiven: false, businessName: name } as const
  writeFields(book, entity, fields, { isMade: true, facts, warnings: [] })
  return entity
}

export const tieTo = (
  organization: Entity,
  title: string | undefined,
): [Organizations, ReadOrganization[]] => {
  const { id, draft } = organization
  const found = { id, number: draft.number, name: draft.businessName ?? '' }
  return [{ find: () => found }, [{ name: found.name, ...(title !== undefined && { title }) }]]
}
