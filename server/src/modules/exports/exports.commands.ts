import { sql } from 'kysely'
import type { Db, Writer } from '../../db/client.ts'
import { enqueue } from '../../db/jobs.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { inTransaction } from '../../http/write.ts'
import { newId } from '../../kernel/ids.ts'
import { invalid, Problem } from '../../kernel/problem.ts'
import type { Storage } from '../../kernel/storage.ts'
import { type Recorder, recordActivity } from '../activity/index.ts'
import { filterOf, matchingCustomers, params } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { actorOf, type ExportRow, findExport, getExportIn, onWire, scopeOf } from './exports.queries.ts'
import type { ExportRequest } from './exports.schemas.ts'
import { fileNameOf } from './file-name.rules.ts'
import { formats } from './formats/all.ts'
import { languageFor } from './plain/language.ts'
import { chosenOf, type Written } from './write-export.ts'

export const WRITE_TASK = 'exports.write'

/** 202: the worker begins with it at once, and the file can be read while it grows. */
export function startExport(ctx: Ctx, request: ExportRequest): Promise<Answer> {
  const { format, filter, ids, columns } = request
  if (ids !== undefined && filter !== undefined)
    throw invalid([{ path: 'ids', code: 'export.selection', message: 'give either ids or a filter' }])
  return inTransaction(ctx, async (tx) => {
    await requireReadable(tx, ctx, request)
    const id = newId()
    await tx
      .insertInto('exports')
      .values({
        merchant_id: ctx.scope.merchantId,
        id,
        kind: 'customers',
        format,
        filter: JSON.stringify(filter ?? {}),
        customer_ids: ids ?? null,
        columns: columns ?? null,
        language: languageFor(request, ctx.merchant),
        state: 'queued',
        file_name: fileNameOf(new Date(), ctx.merchant.timeZone, formats[format].ending),
        actor_kind: ctx.actor.kind,
        actor_id: ctx.actor.id,
        actor_name: ctx.actor.name,
        store_scope: ctx.scope.storeIds === null ? null : [...ctx.scope.storeIds],
      })
      .execute()
    await enqueueWriting(tx, id)
    const row = (await findExport(tx, ctx.scope.merchantId, id)) as ExportRow
    return { status: 202, body: JSON.stringify(onWire(row)) }
  })
}

/** Whatever cannot be exported is refused now, at its field, rather than failing later. */
async function requireReadable(tx: Writer, ctx: Ctx, request: ExportRequest): Promise<void> {
  const { format, filter = {}, columns } = request
  const { names, language } = request
  if (language !== undefined && names !== 'plain')
    throw invalid([{ path: 'language', code: 'export.names', message: 'goes together with plain names' }])
  await chosenOf(tx, {
    ...{ asker: ctx, format, columns: columns ?? null },
    language: languageFor(request, ctx.merchant),
  })
  try {
    await matchingCustomers(tx, ctx, filterOf(filter, ctx.merchant.timeZone), params())
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 400) throw error
    throw invalid(error.fields.map((fault) => ({ ...fault, path: `filter.${fault.path}` })))
  }
}

/** One that has ended already stays as it is. The worker hears of it at its next sign of progress, and whoever reads along is cut off. */
export function cancelExport(ctx: Ctx, id: string): Promise<Answer> {
  const { merchantId } = ctx.scope
  return inTransaction(ctx, async (tx) => {
    const row = await getExportIn(tx, ctx, id, 'for no key update')
    if (row.state !== 'queued' && row.state !== 'running')
      return { status: 200, body: JSON.stringify(onWire(row)) }
    await sql`
      update exports set state = 'cancelled', finished_at = now() where merchant_id = ${merchantId} and id = ${id}`.execute(
      tx,
    )
    await recordBroken(tx, row, row.rows)
    await tell(tx, row)
    return { status: 200, body: JSON.stringify(onWire(await getExportIn(tx, ctx, id))) }
  })
}

/** The file that an attempt left which was interrupted, and then cancelled. */
type Cancelled = { readonly cancelled: string }

/** A new attempt, with a file of its own; null when there is nothing (more) to do. */
export async function beginAttempt(
  tx: Writer,
  merchantId: string,
  id: string,
): Promise<
  { readonly row: ExportRow; readonly key: string; readonly abandoned: string | null } | Cancelled | null
> {
  await sql`select from exports where merchant_id = ${merchantId} and id = ${id} for no key update`.execute(
    tx,
  )
  const row = await findExport(tx, merchantId, id)
  if (row?.state === 'cancelled' && row.storageKey !== null) return { cancelled: row.storageKey }
  if (row === null || (row.state !== 'queued' && row.state !== 'running')) return null
  const key = newId()
  await sql`
    update exports set state = 'running', storage_key = ${key}, rows = 0, started_at = coalesce(started_at, now())
     where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
  await tell(tx, row)
  return { row, key, abandoned: row.storageKey }
}

type Attempt = { readonly row: ExportRow; readonly key: string }

/** False when it was cancelled, or another attempt has taken over. */
export async function noteProgress(tx: Writer, { row, key }: Attempt, rows: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update exports set rows = ${rows}
     where merchant_id = ${row.merchantId} and id = ${row.id} and storage_key = ${key} and state = 'running'`.execute(
    tx,
  )
  if (numAffectedRows !== 1n) return false
  await tell(tx, row)
  return true
}

/** False when another attempt has taken over meanwhile. Who took what away is recorded with it. */
export async function finish(
  tx: Writer,
  { row, key }: Attempt,
  { rows, bytes, sha256 }: Written,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update exports set state = 'succeeded', rows = ${rows}, bytes = ${bytes}, sha256 = ${sha256}, finished_at = now(),
           expires_at = now() + interval '24 hours'
     where merchant_id = ${row.merchantId} and id = ${row.id} and storage_key = ${key} and state = 'running'`.execute(
    tx,
  )
  if (numAffectedRows !== 1n) return false
  await recordExport(tx, { scope: scopeOf(row), actor: actorOf(row) }, row, rows)
  await tell(tx, row)
  return true
}

/** The worker is told to stop: another, or this one when it is back, begins anew. */
export async function letGo(tx: Writer, { row, key }: Attempt): Promise<void> {
  const { numAffectedRows } = await sql`
    update exports set state = 'queued', storage_key = null, rows = 0
     where merchant_id = ${row.merchantId} and id = ${row.id} and storage_key = ${key} and state = 'running'`.execute(
    tx,
  )
  if (numAffectedRows === 1n) await enqueueWriting(tx, row.id)
}

export async function fail(tx: Writer, { row, key }: Attempt, error: string): Promise<void> {
  const { rows } = await sql<{ rows: number }>`
    update exports set state = 'failed', error = ${error}, finished_at = now()
     where merchant_id = ${row.merchantId} and id = ${row.id} and storage_key = ${key} and state = 'running' returning rows`.execute(
    tx,
  )
  if (rows[0] !== undefined) await recordBroken(tx, { ...row, storageKey: key }, rows[0].rows)
  await tell(tx, row)
}

/** Whoever asked for it may have read along from the first block on, before any progress was noted. */
async function recordBroken(tx: Writer, row: ExportRow, rows: number): Promise<void> {
  if (row.storageKey !== null) await recordExport(tx, { scope: scopeOf(row), actor: actorOf(row) }, row, rows)
}

type Taken = Pick<ExportRow, 'format' | 'filter' | 'columns' | 'language'> & {
  readonly ids: readonly string[] | null
}

export async function recordExport(
  tx: Writer,
  recorder: Recorder,
  taken: Taken,
  count: number,
): Promise<void> {
  const { format, filter, ids, columns, language } = taken
  await recordActivity(tx, recorder, {
    kind: 'customers.exported',
    customerId: null,
    after: {
      format,
      filter,
      selected: ids?.length ?? null,
      columns,
      ...(language !== null && { language }),
      count,
    },
  })
}

const enqueueWriting = (tx: Writer, id: string) => enqueue(tx, WRITE_TASK, { exportId: id }, `exports:${id}`)

const tell = (tx: Writer, { merchantId, id }: ExportRow) =>
  announce(tx, merchantId, { kind: 'export.progress', ids: [id] })

/** For the hourly clean-up: files are kept for a day. */
export async function forgetOldExports(db: Db, merchantId: string, storage: Storage): Promise<void> {
  const { rows } = await db.write(merchantId, (tx) =>
    sql<{ key: string | null }>`
      delete from exports where merchant_id = ${merchantId} and expires_at < now() returning storage_key as key`.execute(
      tx,
    ),
  )
  for (const { key } of rows) if (key !== null) await storage.remove(key)
}
