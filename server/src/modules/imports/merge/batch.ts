/**
 * One batch of rows, in one transaction: whom each means, what it makes of them, and all of it written set by set.
 * Organizations and contact persons come after all rows of the batch, so that a row that is the organization itself
 * is found whatever the order of the rows.
 */
import type { Reader, Writer } from '../../../db/client.ts'
import { lockStanding, readStanding } from '../../customers/index.ts'
import type { ReadRow } from '../mapping/canonical.ts'
import { type Book, changesOf, type Entity } from './book.ts'
import type { ImportScope } from './facts.ts'
import type { Made } from './made.ts'
import { type PendingTie, rememberIds } from './own-ids.ts'
import { type Planned, planBatch } from './plan-batch.ts'
import { saveBook } from './save.ts'
import type { Memory, RowResult, Work } from './work.ts'

export type BatchResult = {
  readonly rows: readonly RowResult[]
  readonly changedIds: readonly string[]
  readonly pending: readonly PendingTie[]
  readonly made: Made
  /** Keys of tags that are made, once this is committed. */
  readonly tags?: readonly string[]
  /** Kept by search once this is committed. */
  readonly words: readonly string[]
}

/** `foreseen`: the plan of these rows, if it was made beforehand. `onPlanned` hears of what will be written. */
export async function mergeBatch(
  tx: Writer,
  scope: ImportScope,
  rows: readonly ReadRow[],
  { memory, foreseen, onPlanned }: Merging,
): Promise<BatchResult> {
  const isGood = foreseen !== null && (await standsStill(tx, scope, foreseen))
  const planned = isGood
    ? foreseen
    : await planBatch(tx, scope, rows, { memory, lock: (ids) => lockStanding(tx, scope, ids) })
  onPlanned(planned)
  return writeBatch(tx, scope, planned, memory)
}

export type Merging = {
  readonly memory: Memory
  readonly foreseen: Planned | null
  onPlanned(planned: Planned): void
}

/**
 * The next batch, planned while this one is written: what this one makes is known from its book. Null when it must wait:
 * where it would change what is just being written, or where rows name each other by the ids of the file.
 */
export async function foresee(
  reader: Reader,
  scope: ImportScope,
  rows: readonly ReadRow[],
  { memory, before }: { readonly memory: Memory; readonly before: Book },
): Promise<Planned | null> {
  if (scope.dryRun || rows.some(({ fields }) => fields.wholeLists === true || fields.id !== undefined))
    return null
  const lock = (ids: readonly string[]) => readStanding(reader, scope, ids)
  const planned = await planBatch(reader, scope, rows, { memory, lock, before })
  const isEntangled = [...planned.book.entities()].some((one) => one.isAdopted && changesOf(one) !== null)
  return isEntangled ? null : planned
}

/** Locks those that will be changed. False when somebody else has changed one of them meanwhile. */
async function standsStill(tx: Writer, scope: ImportScope, { book }: Planned): Promise<boolean> {
  const changing = [...book.entities()].filter((one) => !one.isNew && changesOf(one) !== null)
  const standing = await lockStanding(
    tx,
    scope,
    changing.map((one) => one.id),
  )
  return changing.every((one) => standing.get(one.id)?.updatedAt === one.updatedAt)
}

async function writeBatch(
  tx: Writer,
  scope: ImportScope,
  { work, met, pending, book, facts, staged, made: planned }: Planned,
  memory: Memory,
): Promise<BatchResult> {
  // What was planned before the last batch was written may not know of the tags that it made.
  const tags = facts.unmadeTags(book).filter((key) => !memory.tags.has(key))
  const made = { ...planned, tags: tags.length }
  if (scope.dryRun) return { rows: work, changedIds: [], pending: [], made, tags, words: [] }
  const saved = await saveBook(tx, scope, { book, facts, words: memory.words, staged })
  await rememberIds(
    tx,
    scope,
    met.flatMap((one) =>
      one.ownId === null ? [] : [{ fileId: one.ownId, customerId: one.entity?.id as string }],
    ),
  )
  return { rows: work, pending: pending.map(pendingTie), made, tags, ...saved }
}

const pendingTie = ({ row, entity, outcome, fields }: Work): PendingTie => ({
  rowNo: row.row,
  cells: row.cells,
  customerId: (entity as Entity).id,
  isUnchanged: outcome === 'unchanged',
  fields: {
    ...(fields.organizations && { organizations: fields.organizations }),
    ...(fields.manager && { manager: fields.manager }),
  },
})
