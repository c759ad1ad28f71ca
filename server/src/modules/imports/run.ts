/**
 * One import, from its checkpoint to its end: each batch is one transaction that holds its customers, its counters and
 * the checkpoint, so that whoever kills the worker finds every row done once or not at all.
 */
import { sql } from 'kysely'
import { analyzeCustomers, pendingSorter, type Sorter, settleCustomers } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { analyzeOrders, settleOrders, tidyFiguresSoon } from '../orders/index.ts'
import { analyzeReviews, settleReviews } from '../reviews/index.ts'
import { batchesOf, withNext } from './batches.ts'
import { type Begun, beginImport, type Running } from './begin.ts'
import { foresight } from './foresight.ts'
import { runLater, setState } from './imports.commands.ts'
import { lockImport } from './imports.queries.ts'
import type { Kind } from './imports.schemas.ts'
import { isOfOrders } from './kinds.rules.ts'
import { newBook } from './merge/book.ts'
import type { ImportScope } from './merge/facts.ts'
import { tieBatch } from './merge/last-ties.ts'
import type { Memory } from './merge/work.ts'
import { noteTies } from './note.ts'
import { prepare } from './prepare.ts'
import { runBatch } from './run-batch.ts'

/** About a quarter of a second of work. A larger one gains little and holds more. */
export const BATCH = 2000
/** From here on it pays to tidy up afterwards. */
const MANY = 10_000
/** So many new rows are news to the planner. */
const NEWS = 500

export async function runImport(running: Running): Promise<void> {
  const begun = await beginImport(running)
  if (begun === null) return
  const sorter = pendingSorter(running.db.owner)
  const isRead = await readAll(running, begun, sorter).finally(sorter.end)
  if (isRead) await finish(running, begun)
}

/** False when it stopped before the end of the file. */
async function readAll(
  running: Running,
  { scope, file, processed: done, kind }: Begun,
  sorter: Sorter,
): Promise<boolean> {
  const memory: Memory = {
    words: new Set(),
    book: scope.dryRun ? newBook(scope.merchant.nameOrder, scope.startedAt) : null,
    stores: [],
    tags: new Set(),
    mended: new Map(),
  }
  let processed = done
  let nextSurvey = 0
  let survey = Promise.resolve()
  const sight = foresight(running, scope, memory)
  for await (const { item: rows, next } of withNext(batchesOf(file.rows(done), BATCH))) {
    sight.turn(next)
    if (!(await runBatch(running, scope, { rows, processed, memory, sight }))) return false
    if (kind === 'customers' && !scope.dryRun) await sorter.more()
    processed += rows.length
    if (processed >= nextSurvey && rows.length >= BATCH && !scope.dryRun) {
      // The first one is waited for, since without it plans know nothing of this merchant; the others go on beside.
      await survey
      survey = upkeep(kind).analyze(running.db.owner, { rough: true })
      if (nextSurvey === 0) await survey
      else survey.catch(() => undefined)
      nextSurvey = (processed - done) * 4
    }
    if (await mustStop(running)) return false
  }
  await survey
  return true
}

/** Of the tables that it fills. */
function upkeep(kind: Kind) {
  if (kind === 'reviews') return { analyze: analyzeReviews, settle: settleReviews }
  if (isOfOrders(kind)) return { analyze: analyzeOrders, settle: settleOrders }
  return { analyze: analyzeCustomers, settle: settleCustomers }
}

/** Goes on later, from the checkpoint. */
async function mustStop(running: Running): Promise<boolean> {
  const { db, merchantId, importId, signal, giveWay } = running
  if (!signal.aborted && !((await giveWay?.()) ?? false)) return false
  await db.write(merchantId, (tx) => runLater(tx, importId))
  return true
}

async function finish(running: Running, { scope, kind }: Begun): Promise<void> {
  const { db, merchantId, importId } = running
  if (!(await tieLast(running, scope))) return
  const row = await db.write(merchantId, async (tx) => {
    const standing = await lockImport(tx, merchantId, importId)
    if (standing.state !== 'running') return null
    await setState(tx, standing, 'succeeded')
    await sql`update imports set total = processed where merchant_id = ${merchantId} and id = ${importId}`.execute(
      tx,
    )
    await sql`delete from import_ids where merchant_id = ${merchantId} and import_id = ${importId}`.execute(
      tx,
    )
    await announce(tx, merchantId, { kind: 'import.progress', ids: [importId] })
    if (isOfOrders(kind) && !standing.dryRun) await tidyFiguresSoon(tx, merchantId)
    return standing
  })
  if (row === null || row.dryRun) return
  if (row.created + row.updated >= MANY) await upkeep(kind).settle(db.owner)
  else if (row.created >= NEWS) await upkeep(kind).analyze(db.owner)
}

/** Ties to customers that came later in the file. False when it was stopped meanwhile. */
async function tieLast({ db, merchantId, importId }: Running, scope: ImportScope): Promise<boolean> {
  for (;;) {
    const left = await db.write(merchantId, async (tx) => {
      const row = await lockImport(tx, merchantId, importId)
      if (row.state !== 'running') return null
      await prepare(tx)
      const tied = await tieBatch(tx, scope)
      await noteTies(tx, scope, tied)
      return tied.rows.length
    })
    if (left === null) return false
    if (left === 0) return true
  }
}
