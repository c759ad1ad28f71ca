import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Actor, Ctx, Scope } from '../../http/context.ts'
import { encodeCursor } from '../../kernel/cursor.ts'
import { idPlace } from '../../kernel/places.ts'
import { notFound } from '../../kernel/problem.ts'
import type { Export, ExportListQuery, State } from './exports.schemas.ts'
import type { Language } from './plain/words.ts'

export type ExportRow = {
  readonly id: string
  readonly merchantId: string
  readonly format: Export['format']
  readonly filter: Readonly<Record<string, unknown>>
  readonly ids: readonly string[] | null
  readonly columns: readonly string[] | null
  readonly language: Language | null
  readonly state: State
  readonly rows: number
  readonly fileName: string
  readonly storageKey: string | null
  readonly bytes: number | null
  readonly sha256: Buffer | null
  readonly error: string | null
  readonly actorKind: Actor['kind']
  readonly actorId: string | null
  readonly actorName: string
  readonly storeScope: readonly string[] | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly expiresAt: Date
}

const columns = sql`e.id, e.merchant_id as "merchantId", e.format, e.filter, e.customer_ids as ids, e.columns, e.language, e.state, e.rows,
  e.file_name as "fileName", e.storage_key as "storageKey", e.bytes, e.sha256, e.error, e.actor_kind as "actorKind",
  e.actor_id as "actorId", e.actor_name as "actorName", e.store_scope as "storeScope", e.created_at as "createdAt",
  e.started_at as "startedAt", e.finished_at as "finishedAt", e.expires_at as "expiresAt"`

/** Who may see only some stores' customers gets no file with others in it: their own exports only. */
const visibleTo = ({ scope, actor }: Pick<Ctx, 'scope' | 'actor'>) =>
  scope.storeIds === null
    ? sql`true`
    : sql`e.actor_id = ${actor.id} and e.store_scope <@ ${[...scope.storeIds]}::uuid[]`

export const getExport = (ctx: Ctx, id: string): Promise<ExportRow> =>
  ctx.db.read(ctx.scope.merchantId, (reader) => getExportIn(reader, ctx, id))

export async function getExportIn(
  reader: Reader,
  ctx: Ctx,
  id: string,
  lock: 'for no key update' | '' = '',
): Promise<ExportRow> {
  const { rows } = await sql<ExportRow>`
    select ${columns} from exports e
     where e.merchant_id = ${ctx.scope.merchantId} and e.id = ${id} and ${visibleTo(ctx)} ${sql.raw(lock)}`.execute(
    reader,
  )
  if (rows[0] === undefined) throw notFound('export')
  return rows[0]
}

/** Latest first. */
export function listExports(ctx: Ctx, { limit = 50, cursor }: ExportListQuery) {
  const before = cursor === undefined ? null : idPlace(cursor, 'exports')
  return ctx.db.read(ctx.scope.merchantId, async (reader) => {
    const { rows } = await sql<ExportRow>`
      select ${columns} from exports e
       where e.merchant_id = ${ctx.scope.merchantId} and (${before}::uuid is null or e.id < ${before}::uuid) and ${visibleTo(ctx)}
       order by e.id desc limit ${limit + 1}`.execute(reader)
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return {
      items: page.map(onWire),
      nextCursor: last === undefined ? null : encodeCursor([last.id], 'exports'),
    }
  })
}

/** Of a job, which may see whatever its export may. */
export async function findExport(reader: Reader, merchantId: string, id: string): Promise<ExportRow | null> {
  const { rows } = await sql<ExportRow>`
    select ${columns} from exports e where e.merchant_id = ${merchantId} and e.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export const scopeOf = ({ merchantId, storeScope }: ExportRow): Scope => ({
  merchantId,
  storeIds: storeScope,
})
export const actorOf = ({ actorKind, actorId, actorName }: ExportRow): Actor => ({
  kind: actorKind,
  id: actorId,
  name: actorName,
})

const messages: Readonly<Record<string, string>> = {
  'disk.full': 'The disk is full',
  'export.broken': 'It could not be finished',
  'files.unavailable': 'The place where files are kept did not answer',
}

export function onWire(row: ExportRow): Export {
  return {
    id: row.id,
    kind: 'customers',
    format: row.format,
    state: row.state,
    rows: row.rows,
    bytes: row.bytes,
    fileName: row.fileName,
    filter: row.filter,
    selected: row.ids?.length ?? null,
    columns: row.columns === null ? null : [...row.columns],
    names: row.language === null ? 'wire' : 'plain',
    language: row.language,
    by: actorOf(row),
    error: row.error === null ? null : { code: row.error, message: messages[row.error] ?? row.error },
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
  }
}
