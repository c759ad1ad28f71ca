import { sql } from 'kysely'
import type { Db, Writer } from '../../db/client.ts'
import { enqueue } from '../../db/jobs.ts'
import type { Actor, Ctx, Scope } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { inTransaction } from '../../http/write.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict } from '../../kernel/problem.ts'
import type { Storage } from '../../kernel/storage.ts'
import { announce } from '../events/index.ts'
import { type ImportRow, lockImport, onWire, readImport, readOwn } from './imports.queries.ts'
import {
  isEnded,
  requirePausable,
  requireResumable,
  requireStartable,
  type UploadFields,
} from './imports.rules.ts'
import type { Import, ImportStart, Kind, State } from './imports.schemas.ts'
import { requireRightToBring } from './kinds.rules.ts'
import { requireRightToMap } from './rights.ts'
import type { Upload } from './upload.ts'

export const RUN_TASK = 'imports.run'

/** Once it is known what the file is a list of. */
type KnownFields = Omit<UploadFields, 'kind'> & { readonly kind: Kind }

/** 202: the worker reads it, or it is held until it is started. */
export function createImport(ctx: Ctx, upload: Omit<Upload, 'fields'>, fields: KnownFields): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const id = await insertImport(tx, ctx, upload, fields)
    if (!fields.hold) await runLater(tx, id)
    return answerOf(202, await readOwn(tx, ctx, id))
  })
}

export async function insertImport(
  tx: Writer,
  { scope, actor }: { readonly scope: Scope; readonly actor: Actor },
  upload: Omit<Upload, 'fields'>,
  { kind, dryRun, hold, mapping }: KnownFields,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('imports')
    .values({
      merchant_id: scope.merchantId,
      id,
      kind,
      state: 'queued',
      is_held: hold,
      dry_run: dryRun,
      storage_key: upload.storageKey,
      file_name: upload.fileName,
      file_bytes: upload.bytes,
      file_sha256: upload.sha256,
      wanted: mapping === null ? null : JSON.stringify(mapping),
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      store_scope: scope.storeIds === null ? null : [...scope.storeIds],
    })
    .execute()
  await announce(tx, scope.merchantId, { kind: 'import.progress', ids: [id] })
  return id
}

/**
 * Begins a held import, or runs one that was only tried for good. It becomes the import of whoever starts it: what they
 * were asked about is what it then does, with their rights, their stores and their name.
 */
export function startImport(ctx: Ctx, id: string, { mapping, dryRun, kind }: ImportStart): Promise<Answer> {
  if (kind !== undefined) requireRightToBring(ctx.permissions, kind)
  return change(ctx, id, 202, async (tx, row) => {
    const wanted = mapping ?? row.wanted
    requireRightToMap(ctx, wanted)
    requireStartable(row)
    if (row.storageKey === null) throw conflict('import.file_gone')
    await forgetRun(tx, row.merchantId, id)
    await sql`
      update imports
         set state = 'queued', is_held = false, dry_run = ${dryRun ?? false}, kind = ${kind ?? row.kind}, mapping = null,
             wanted = ${wanted === null ? null : JSON.stringify(wanted)}::jsonb, ${runner(ctx)}
       where merchant_id = ${row.merchantId} and id = ${id}`.execute(tx)
    await runLater(tx, id)
  })
}

const runner = ({ actor, scope: { storeIds } }: Pick<Ctx, 'actor' | 'scope'>) => sql`
  actor_kind = ${actor.kind}, actor_id = ${actor.id}, actor_name = ${actor.name},
  store_scope = ${storeIds === null ? null : [...storeIds]}::uuid[]`

/** The batch in hand is done whole. */
export function pauseImport(ctx: Ctx, id: string): Promise<Answer> {
  return change(ctx, id, 200, async (tx, row) => {
    requirePausable(row)
    await setState(tx, row, 'paused')
  })
}

export function resumeImport(ctx: Ctx, id: string): Promise<Answer> {
  return change(ctx, id, 202, async (tx, row) => {
    requireResumable(row)
    if (row.state !== 'paused') return
    await setState(tx, row, 'queued')
    await runLater(tx, id)
  })
}

/** What came in stays. */
export function cancelImport(ctx: Ctx, id: string): Promise<Answer> {
  return change(ctx, id, 200, async (tx, row) => {
    if (row.state === 'cancelled') return
    if (isEnded(row)) throw conflict('import.finished')
    await setState(tx, row, 'cancelled')
  })
}

export const runLater = (tx: Writer, importId: string, delaySeconds = 0) =>
  enqueue(tx, RUN_TASK, { importId }, `import:${importId}`, delaySeconds)

export async function setState(
  tx: Writer,
  { merchantId, id }: Pick<ImportRow, 'merchantId' | 'id'>,
  state: State,
) {
  await sql`
    update imports set state = ${state}, error_code = null, error_message = null,
           finished_at = case when ${state} in ('succeeded', 'failed', 'cancelled') then now() end
     where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
}

/** Before the first row of a run: nothing of an earlier one counts. */
export async function forgetRun(tx: Writer, merchantId: string, id: string): Promise<void> {
  for (const table of ['import_issues', 'import_ids', 'import_ties'])
    await sql`delete from ${sql.table(table)} where merchant_id = ${merchantId} and import_id = ${id}`.execute(
      tx,
    )
  await sql`
    update imports set processed = 0, created = 0, updated = 0, unchanged = 0, rejected = 0, warnings = 0, reasons = '{}', made = '{}', total = null,
           error_code = null, error_message = null, started_at = null, finished_at = null
     where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
}

const ISSUES_KEPT_DAYS = 30
const FILES_KEPT_HOURS = 24
const HELD_KEPT_DAYS = 7

/** For the hourly clean-up: files that nobody will read again, and what was said of rows long ago. */
export async function forgetOldImports(db: Db, merchantId: string, storage: Storage): Promise<void> {
  const gone = await db.write(merchantId, async (tx) => {
    await sql`
      delete from import_issues s using imports i
       where i.merchant_id = ${merchantId} and s.merchant_id = i.merchant_id and s.import_id = i.id
         and i.finished_at < now() - make_interval(days => ${ISSUES_KEPT_DAYS})`.execute(tx)
    await sql`
      update imports set state = 'cancelled', finished_at = now()
       where merchant_id = ${merchantId} and state = 'queued' and is_held
         and created_at < now() - make_interval(days => ${HELD_KEPT_DAYS})`.execute(tx)
    const { rows } = await sql<{ key: string }>`
      with old as (
        select id, storage_key as key from imports
         where merchant_id = ${merchantId} and storage_key is not null
           and finished_at < now() - make_interval(hours => ${FILES_KEPT_HOURS}) for no key update)
      update imports i set storage_key = null from old where i.merchant_id = ${merchantId} and i.id = old.id
      returning old.key`.execute(tx)
    return rows
  })
  for (const { key } of gone) await storage.remove(key)
}

async function change(
  ctx: Ctx,
  id: string,
  status: number,
  act: (tx: Writer, row: ImportRow) => Promise<void>,
): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    await readOwn(tx, ctx, id)
    await act(tx, await lockImport(tx, ctx.scope.merchantId, id))
    await announce(tx, ctx.scope.merchantId, { kind: 'import.progress', ids: [id] })
    return answerOf(status, await readImport(tx, ctx.scope.merchantId, id))
  })
}

const answerOf = (status: number, row: ImportRow): Answer => ({
  status,
  body: JSON.stringify(onWire(row) satisfies Import),
})

/** One that cannot be gone on with; what came in stays. */
export async function failImport(
  { db, merchantId, importId }: { readonly db: Db; readonly merchantId: string; readonly importId: string },
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
