/**
 * One import, from its checkpoint to its end: each batch is one transaction that holds its customers, its counters and
 * the checkpoint, so that whoever kills the worker finds every row done once or not at all.
 */
import { sql } from 'kysely'
import type { Db, Writer } from '../../db/client.ts'
import type { Merchant } from '../../http/context.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { Problem } from '../../kernel/problem.ts'
import { recordActivity } from '../activity/index.ts'
import { defineAttributes } from '../attributes/index.ts'
import { analyzeCustomers, settleCustomers } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import type { Storage } from '../files/index.ts'
import { readMerchant } from '../merchants/index.ts'
import { mergeTies } from './affiliations/merge-ties.ts'
import { batchesOf, withNext } from './batches.ts'
import { type Foresight, foresight } from './foresight.ts'
import { forgetRun, runLater, setState } from './imports.commands.ts'
import { type ImportRow, lockImport } from './imports.queries.ts'
import type { ReadRow } from './mapping/canonical.ts'
import type { ReadFile } from './mapping/read-file.ts'
import { type Memory, mergeBatch } from './merge/batch.ts'
import { newBook } from './merge/book.ts'
import type { ImportScope } from './merge/facts.ts'
import { tieBatch } from './merge/last-ties.ts'
import { isRowsFault, noteBatch, noteTies } from './note.ts'
import { openFile } from './open-file.ts'
import { permissionsOf } from './rights.ts'

export type Running = {
  readonly db: Db
  readonly storage: Storage
  readonly merchantId: string
  readonly importId: string
  readonly signal: AbortSignal
  /** Asked between batches: whether others wait for their turn. */
  readonly giveWay?: () => Promise<boolean>
  /** The worker takes over so many seconds after the last sign of life. */
  readonly heirAfterSeconds?: number
}

/** About a quarter of a second of work. A larger one gains little and holds more. */
export const BATCH = 2000
/** From here on it pays to tidy up afterwards. */
const MANY = 10_000
/** So many new rows are news to the planner. */
const NEWS = 500

export async function runImport(running: Running): Promise<void> {
  const { db, merchantId } = running
  const row = await db.write(merchantId, (tx) => begin(tx, running))
  if (row === null) return
  const { merchant, permissions } = await db.read(merchantId, async (reader) => ({
    merchant: await readMerchant(reader, merchantId),
    permissions: await permissionsOf(reader, merchantId, actorOf(row)),
  }))
  const file = await openOrFail(running, row, { merchant, permissions })
  if (file === null) return
  const scope = { ...scopeOf(row, merchant), permissions, newAttributes: newAttributesOf(row, file) }
  const isOver = await readAll(running, scope, file, row.processed)
  if (!isOver) return
  await finish(running, scope)
}

/** Null when there is nothing to do: paused, cancelled, ended. */
async function begin(tx: Writer, { merchantId, importId }: Running): Promise<ImportRow | null> {
  const row = await lockImport(tx, merchantId, importId)
  if (row.held || (row.state !== 'queued' && row.state !== 'running')) return null
  // Nothing of a dry run was written, so that it begins anew.
  if (row.dryRun && row.processed > 0) await forgetRun(tx, merchantId, importId)
  await sql`
    update imports set state = 'running', started_at = coalesce(started_at, now())
     where merchant_id = ${merchantId} and id = ${importId}`.execute(tx)
  const begun = await lockImport(tx, merchantId, importId)
  if (row.startedAt === null && !row.dryRun) await recordBeginning(tx, begun)
  await sql`select staging_open(${importId})`.execute(tx)
  await announce(tx, merchantId, { kind: 'import.progress', ids: [importId] })
  return begun
}

/** The activity that those of its customers are parts of. */
async function recordBeginning(tx: Writer, row: ImportRow): Promise<void> {
  const { merchantId, id, kind, fileName } = row
  const recorder = { scope: { merchantId, storeIds: null }, actor: actorOf(row) }
  const after = { importId: id, kind, fileName }
  // A second run of the same file is a part of the same import.
  const { rows } =
    await sql`select 1 from activities where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
  if (rows.length === 0)
    await recordActivity(tx, recorder, { id, kind: 'customers.imported', customerId: null, after })
}

const actorOf = ({ actorKind, actorId, actorName }: ImportRow) => ({
  kind: actorKind,
  id: actorId,
  name: actorName,
})

const newAttributesOf = ({ dryRun }: ImportRow, { plan }: ReadFile) =>
  dryRun ? plan.newAttributes.map((one) => ({ ...one, required: false })) : []

const scopeOf = (row: ImportRow, merchant: Merchant) => ({
  importId: row.id,
  scope: { merchantId: row.merchantId, storeIds: row.storeScope },
  merchant,
  actor: actorOf(row),
  dryRun: row.dryRun,
  startedAt: (row.startedAt ?? new Date()).toISOString(),
})

type For = { readonly merchant: Merchant; readonly permissions: ReadonlySet<Permission> }

async function openOrFail(
  running: Running,
  row: ImportRow,
  { merchant, permissions }: For,
): Promise<ReadFile | null> {
  const { db, storage, merchantId, importId } = running
  try {
    if (row.storageKey === null) throw new Problem('import.file_gone', 409)
    // Once it is known how a file is read, it is read so to the end.
    const mapping = row.mapping ?? row.wanted ?? {}
    const mayDefine = permissions.has('attributes.write')
    const file = await openFile(db, {
      path: storage.path(row.storageKey),
      mapping,
      merchant,
      mayDefine,
      kind: row.kind,
    })
    if (row.mapping === null) await db.write(merchantId, (tx) => notePlan(tx, row, file))
    return file
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await failImport(running, { code: error.code, message: error.message })
    return null
  } finally {
    await db.write(merchantId, (tx) => announce(tx, merchantId, { kind: 'import.progress', ids: [importId] }))
  }
}

async function notePlan(
  tx: Writer,
  { merchantId, id, dryRun }: ImportRow,
  { table, plan }: ReadFile,
): Promise<void> {
  const { mapping, assumptions, unreadColumns, total } = plan
  if (!dryRun) await defineAttributes(tx, merchantId, plan.newAttributes)
  await sql`
    update imports
       set total = ${total}, mapping = ${JSON.stringify(mapping)}::jsonb, headers = ${[...table.headers]}::text[],
           delimiter = ${table.delimiter}, assumptions = ${JSON.stringify(assumptions)}::jsonb,
           unread_columns = ${JSON.stringify(unreadColumns)}::jsonb
     where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
}

export async function failImport(
  { db, merchantId, importId }: Pick<Running, 'db' | 'merchantId' | 'importId'>,
  { code, message }: { readonly code: string; readonly message: string },
): Promise<void> {
  await db.write(merchantId, async (tx) => {
    const row = await lockImport(tx, merchantId, importId)
    if (row.state !== 'running' && row.state !== 'queued') return
    await setState(tx, row, 'failed')
    await sql`
      update imports set error_code = ${code}, error_message = ${message}
       where merchant_id = ${merchantId} and id = ${importId}`.execute(tx)
    await announce(tx, merchantId, { kind: 'import.progress', ids: [importId] })
  })
}

/** False when it stopped before the end of the file. */
async function readAll(running: Running, scope: ImportScope, file: ReadFile, done: number): Promise<boolean> {
  const memory: Memory = {
    words: new Set(),
    book: scope.dryRun ? newBook(scope.merchant.nameOrder, scope.startedAt) : null,
    stores: [],
  }
  let processed = done
  let nextSurvey = 0
  let survey = Promise.resolve()
  const sight = foresight(running, scope, memory)
  for await (const { item: rows, next } of withNext(batchesOf(file.rows(done), BATCH))) {
    sight.turn(next)
    if (!(await batch(running, scope, { rows, processed, memory, sight }))) return false
    processed += rows.length
    if (processed >= nextSurvey && rows.length >= BATCH && !scope.dryRun) {
      // The first one is waited for, since without it plans know nothing of this merchant; the others go on beside.
      await survey
      survey = analyzeCustomers(running.db.owner, { rough: true })
      if (nextSurvey === 0) await survey
      else survey.catch(() => undefined)
      nextSurvey = (processed - done) * 4
    }
    if (await mustStop(running)) return false
  }
  await survey
  return true
}

type Batch = {
  readonly rows: readonly ReadRow[]
  readonly processed: number
  readonly memory: Memory
  readonly sight: Foresight
}

/** A row that the database refuses is found by trying ever smaller parts, and rejected. */
async function batch(
  running: Running,
  scope: ImportScope,
  { rows, processed, memory, sight }: Batch,
): Promise<boolean> {
  try {
    return await oneBatch(running, scope, { rows, processed, memory, sight })
  } catch (error) {
    if (!isRowsFault(error)) throw error
    sight.close()
    const [only] = rows
    if (rows.length === 1 && only !== undefined) {
      const reason = { code: 'row.refused', message: 'The database refuses this row' }
      return oneBatch(running, scope, { rows: [{ ...only, rejected: reason }], processed, memory, sight })
    }
    const part = Math.ceil(rows.length / 10)
    for (let at = 0; at < rows.length; at += part) {
      const some = rows.slice(at, at + part)
      if (!(await batch(running, scope, { rows: some, processed: processed + at, memory, sight })))
        return false
    }
    return true
  }
}

/** False when it was paused, cancelled or taken over meanwhile. */
async function oneBatch(
  { db, merchantId, importId, heirAfterSeconds }: Running,
  scope: ImportScope,
  { rows, processed, memory, sight }: Batch,
): Promise<boolean> {
  const words = await db.write(merchantId, async (tx) => {
    const row = await lockImport(tx, merchantId, importId)
    if (row.state !== 'running' || row.processed !== processed) return null
    await prepare(tx, importId)
    const result =
      row.kind === 'affiliations'
        ? await mergeTies(tx, scope, rows, memory)
        : await mergeBatch(tx, scope, rows, {
            memory,
            foreseen: await sight.take(),
            onPlanned: sight.onPlanned,
          })
    await noteBatch(tx, scope, result)
    if (heirAfterSeconds !== undefined) await runLater(tx, importId, heirAfterSeconds)
    return result.words
  })
  for (const word of words ?? []) memory.words.add(word)
  if (memory.words.size > MOST_WORDS) memory.words.clear()
  return words !== null
}

const MOST_WORDS = 100_000

/**
 * The staging table is found by the path. Plans are for any merchant: one made for a merchant whom the statistics do not
 * know yet expects no rows, takes any index, and walks through all that the import has brought. A batch that a crash
 * takes away goes with its checkpoint, and the commit that ends or pauses the import waits for all before it.
 */
async function prepare(tx: Writer, importId: string): Promise<void> {
  const place = `staging_${importId.replaceAll('-', '')}`
  await sql`
    select set_config('search_path', ${`${place}, public`}, true), set_config('plan_cache_mode', 'force_generic_plan', true),
           set_config('synchronous_commit', 'off', true)`.execute(tx)
}

/** Goes on later, from the checkpoint. */
async function mustStop(running: Running): Promise<boolean> {
  const { db, merchantId, importId, signal, giveWay } = running
  if (!signal.aborted && !((await giveWay?.()) ?? false)) return false
  await db.write(merchantId, (tx) => runLater(tx, importId))
  return true
}

async function finish(running: Running, scope: ImportScope): Promise<void> {
  const { db, merchantId, importId } = running
  const changed = await tieLast(running, scope)
  if (!changed) return
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
    await sql`select staging_close(${importId})`.execute(tx)
    await announce(tx, merchantId, { kind: 'import.progress', ids: [importId] })
    return standing
  })
  if (row === null || row.dryRun) return
  if (row.created + row.updated >= MANY) await settleCustomers(db.owner)
  else if (row.created >= NEWS) await analyzeCustomers(db.owner)
}

/** Ties to customers that came later in the file. False when it was stopped meanwhile. */
async function tieLast({ db, merchantId, importId }: Running, scope: ImportScope): Promise<boolean> {
  for (;;) {
    const left = await db.write(merchantId, async (tx) => {
      const row = await lockImport(tx, merchantId, importId)
      if (row.state !== 'running') return null
      await prepare(tx, importId)
      const tied = await tieBatch(tx, scope)
      await noteTies(tx, scope, tied)
      return tied.rows.length
    })
    if (left === null) return false
    if (left === 0) return true
  }
}
