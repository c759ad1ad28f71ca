// One batch and its checkpoint, as one transaction.
import type { Writer } from '../../db/client.ts'
import { isRowsFault } from '../../db/constraint-errors.ts'
import { mergeTies } from './affiliations/merge-ties.ts'
import { cutAfter } from './batches.ts'
import type { Running } from './begin.ts'
import type { Foresight } from './foresight.ts'
import { runLater } from './imports.commands.ts'
import { lockImport } from './imports.queries.ts'
import type { Kind } from './imports.schemas.ts'
import type { ReadRow } from './mapping/canonical.ts'
import { type BatchResult, mergeBatch } from './merge/batch.ts'
import type { ImportScope } from './merge/facts.ts'
import type { Memory } from './merge/work.ts'
import { noteBatch } from './note.ts'
import { mergeOrders } from './orders/merge-orders.ts'
import { prepare } from './prepare.ts'
import { mergeReviews } from './reviews/merge-reviews.ts'

type Batch = {
  readonly rows: readonly ReadRow[]
  readonly processed: number
  readonly memory: Memory
  readonly sight: Foresight
}

/**
 * A row that the database refuses is found by trying ever smaller parts, and rejected. False when the import was paused,
 * cancelled or taken over meanwhile.
 */
export async function runBatch(
  running: Running,
  scope: ImportScope,
  { rows, processed, memory, sight }: Batch,
): Promise<boolean> {
  try {
    return await oneBatch(running, scope, { rows, processed, memory, sight })
  } catch (error) {
    if (!isRowsFault(error)) throw error
    sight.close()
    if (cutAfter(rows, 1) >= rows.length) {
      const rejected = { code: 'row.refused', message: 'The database refuses this row' }
      const refused = rows.map((row) => ({ ...row, rejected }))
      return oneBatch(running, scope, { rows: refused, processed, memory, sight })
    }
    const part = Math.ceil(rows.length / 10)
    for (let at = 0; at < rows.length; ) {
      const some = rows.slice(at, at + cutAfter(rows.slice(at), part))
      if (!(await runBatch(running, scope, { rows: some, processed: processed + at, memory, sight })))
        return false
      at += some.length
    }
    return true
  }
}

async function oneBatch(
  { db, merchantId, importId, heirAfterSeconds }: Running,
  scope: ImportScope,
  { rows, processed, memory, sight }: Batch,
): Promise<boolean> {
  const result = await db.write(merchantId, async (tx) => {
    const [row] = await Promise.all([lockImport(tx, merchantId, importId), prepare(tx)])
    if (row.state !== 'running' || row.processed !== processed) return null
    const merged = await merge(tx, scope, row.kind, { rows, memory, sight })
    await noteBatch(tx, scope, merged)
    if (heirAfterSeconds !== undefined) await runLater(tx, importId, heirAfterSeconds)
    return merged
  })
  for (const word of result?.words ?? []) memory.words.add(word)
  for (const tag of result?.tags ?? []) memory.tags.add(tag)
  if (memory.words.size > MOST_WORDS) memory.words.clear()
  return result !== null
}

async function merge(
  tx: Writer,
  scope: ImportScope,
  kind: Kind,
  { rows, memory, sight }: Omit<Batch, 'processed'>,
): Promise<BatchResult> {
  if (kind === 'affiliations') return mergeTies(tx, scope, rows, memory)
  if (kind === 'reviews') return mergeReviews(tx, scope, rows)
  if (kind !== 'customers') return mergeOrders(tx, scope, rows, kind)
  const foreseen = await sight.take()
  return mergeBatch(tx, scope, rows, { memory, foreseen, onPlanned: sight.onPlanned })
}

const MOST_WORDS = 100_000
