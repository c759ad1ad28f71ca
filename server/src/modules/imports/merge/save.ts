import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { type SavedCustomer, type Staged, saveStaged, stageCustomers } from '../../customers/index.ts'
import { type Book, changesOf, type Entity } from './book.ts'
import type { BatchFacts, ImportScope } from './facts.ts'

type Saving = {
  readonly book: Book
  readonly facts: BatchFacts
  readonly words: ReadonlySet<string>
  /** Made ready beforehand. */
  readonly staged?: Staged | null
}

/** Writes the customers of a batch that are new or differ from what stands. */
export async function saveBook(
  tx: Writer,
  scope: ImportScope,
  { book, facts, words, staged = null }: Saving,
): Promise<{ readonly changedIds: readonly string[]; readonly words: readonly string[] }> {
  const tagNos = await facts.makeTags(tx, book)
  const ready = staged ?? (await stageBook(scope, { book, facts, tagNos }))
  const kept = await saveStaged(tx, savingOf(scope, facts, tagNos), ready, words)
  await keepMoments(tx, scope.merchant.id, [...book.entities()])
  return { changedIds: ready.customers.map((one) => one.id), words: kept }
}

/** What will be written of them, as far as that needs no database. */
export function stageBook(
  scope: ImportScope,
  { book, facts, tagNos }: Pick<Saving, 'book' | 'facts'> & { readonly tagNos: ReadonlyMap<string, number> },
): Promise<Staged> {
  return stageCustomers(savingOf(scope, facts, tagNos), [...book.entities()].flatMap(savedOf))
}

const savingOf = (
  { merchant, actor, importId }: ImportScope,
  { storeNos }: BatchFacts,
  tagNos: ReadonlyMap<string, number>,
) => ({ merchant, actor, parentId: importId, tagNos, storeNos })

function savedOf(entity: Entity): SavedCustomer[] {
  const changed = changesOf(entity)
  if (changed === null) return []
  const { id, isNew, draft, createdAt, recordedOn, customerSince } = entity
  const start: Readonly<Record<string, unknown>> = { ...entity.start, customerSince }
  const before = isNew ? null : Object.fromEntries([...changed].map((key) => [key, start[key]]))
  return [{ id, isNew, draft, changed, before, createdAt, recordedOn }]
}

/** Since when somebody is inactive who is so here from now on. */
async function keepMoments(tx: Writer, merchantId: string, entities: readonly Entity[]): Promise<void> {
  const said = entities.filter((one) => one.inactivatedAt !== null && one.draft.status === 'inactive')
  if (said.length === 0) return
  await sql`
    update customers c set inactivated_at = s.at
      from unnest(${said.map(({ id }) => id)}::uuid[], ${said.map((one) => one.inactivatedAt)}::timestamptz[]) s(id, at)
     where c.merchant_id = ${merchantId} and c.id = s.id`.execute(tx)
}
