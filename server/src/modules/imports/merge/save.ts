import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { type Draft, type SavedCustomer, saveCustomers } from '../../customers/index.ts'
import { type Book, changesOf, type Entity } from './book.ts'
import type { BatchFacts, ImportScope } from './facts.ts'

type Saving = { readonly book: Book; readonly facts: BatchFacts; readonly words: ReadonlySet<string> }

/** Writes the customers of a batch that are new or differ from what stands. */
export async function saveBook(
  tx: Writer,
  { merchant, actor, importId }: ImportScope,
  { book, facts, words }: Saving,
): Promise<{ readonly changedIds: readonly string[]; readonly words: readonly string[] }> {
  const tagNos = await facts.makeTags(tx, book)
  const saved = [...book.entities()].flatMap(savedOf)
  const saving = { merchant, actor, parentId: importId, tagNos, storeNos: facts.storeNos, knownWords: words }
  const kept = await saveCustomers(tx, saving, saved)
  await keepMoments(tx, merchant.id, [...book.entities()])
  return { changedIds: saved.map((one) => one.id), words: kept }
}

function savedOf(entity: Entity): SavedCustomer[] {
  const changed = changesOf(entity)
  if (changed === null) return []
  const { id, isNew, start, draft, createdAt, recordedOn } = entity
  const before = isNew
    ? null
    : Object.fromEntries([...changed].map((key) => [key, start[key as keyof Draft]]))
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
