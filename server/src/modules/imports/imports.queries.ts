import { sql } from 'kysely'
import type { Reader, Writer } from '../../db/client.ts'
import type { Actor, Ctx } from '../../http/context.ts'
import { encodeCursor } from '../../kernel/cursor.ts'
import { idPlace } from '../../kernel/places.ts'
import { notFound } from '../../kernel/problem.ts'
import type { Import, ImportListQuery, Kind, State } from './imports.schemas.ts'
import { kindsFor } from './kinds.rules.ts'
import type { Mapping } from './mapping/canonical.ts'
import { type Made, nothingMade } from './merge/made.ts'

export type ImportRow = Omit<
  Import,
  'createdAt' | 'startedAt' | 'finishedAt' | 'error' | 'actor' | 'mapping' | 'reasons' | 'made'
> & {
  readonly merchantId: string
  readonly kind: Kind
  readonly state: State
  readonly storageKey: string | null
  readonly wanted: Mapping | null
  readonly mapping: (Mapping & { readonly source?: string }) | null
  readonly headers: readonly string[] | null
  readonly delimiter: string | null
  readonly storeScope: readonly string[] | null
  readonly reasons: Readonly<Record<string, number>>
  readonly made: Partial<Made & { readonly attributes: number }> | null
  readonly errorCode: string | null
  readonly errorMessage: string | null
  readonly actorKind: Actor['kind']
  readonly actorId: string | null
  readonly actorName: string
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
}

const columns = sql`id, merchant_id as "merchantId", kind, state, is_held as held, dry_run as "dryRun", storage_key as "storageKey",
  file_name as "fileName", file_bytes as "fileBytes", wanted, mapping, headers, delimiter, assumptions,
  unread_columns as "unreadColumns", total, processed, created, updated, unchanged, rejected, warnings, reasons, made,
  error_code as "errorCode", error_message as "errorMessage", actor_kind as "actorKind", actor_id as "actorId",
  actor_name as "actorName", store_scope as "storeScope", created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt"`

/** Somebody limited to stores sees what they brought themselves; its kind is one that they may bring. */
export const mine = ({ scope, actor, permissions }: Pick<Ctx, 'scope' | 'actor' | 'permissions'>) =>
  sql`kind = any(${[...kindsFor(permissions)]}::text[])
      and ${scope.storeIds === null ? sql`true` : sql`actor_id = ${actor.id}::uuid`}`

export function getImport(ctx: Ctx, id: string): Promise<ImportRow> {
  return ctx.db.read(ctx.scope.merchantId, (reader) => readOwn(reader, ctx, id))
}

export async function readOwn(reader: Reader, ctx: Ctx, id: string): Promise<ImportRow> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from imports
     where merchant_id = ${ctx.scope.merchantId} and id = ${id} and ${mine(ctx)}`.execute(reader)
  return existing(rows[0])
}

export async function readImport(reader: Reader, merchantId: string, id: string): Promise<ImportRow> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from imports where merchant_id = ${merchantId} and id = ${id}`.execute(reader)
  return existing(rows[0])
}

/** Batches, pause, resume and cancel of one import wait for one another here. */
export async function lockImport(tx: Writer, merchantId: string, id: string): Promise<ImportRow> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from imports where merchant_id = ${merchantId} and id = ${id} for no key update`.execute(
    tx,
  )
  return existing(rows[0])
}

function existing(row: ImportRow | undefined): ImportRow {
  if (row === undefined) throw notFound('import')
  return row
}

const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const TAG = 'imports'

/** Latest first. */
export async function listImports(
  ctx: Ctx,
  { limit = 50, cursor }: ImportListQuery,
): Promise<{ items: Import[]; nextCursor: string | null }> {
  const { rows } = await ctx.db.read(ctx.scope.merchantId, (reader) =>
    sql<ImportRow>`
      select ${columns} from imports
       where merchant_id = ${ctx.scope.merchantId} and id < ${endOf(cursor)}::uuid and ${mine(ctx)}
       order by id desc limit ${limit + 1}`.execute(reader),
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(onWire),
    nextCursor: last === undefined ? null : encodeCursor([last.id], TAG),
  }
}

const endOf = (cursor: string | undefined): string =>
  cursor === undefined ? AFTER_ALL : idPlace(cursor, TAG)

export function onWire(row: ImportRow): Import {
  const { id, kind, state, held, dryRun, fileName, fileBytes, total, processed } = row
  const { created, updated, unchanged, rejected, warnings, mapping, assumptions, unreadColumns } = row
  return {
    ...{ id, kind, state, held, dryRun, fileName, fileBytes, total, processed },
    ...{ created, updated, unchanged, rejected, warnings, assumptions, unreadColumns },
    reasons: reasonsOf(row.reasons),
    made: madeOf(row),
    mapping: (mapping ?? row.wanted) as Import['mapping'],
    error:
      row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? row.errorCode },
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

const madeOf = ({ kind, created, made }: ImportRow): Import['made'] =>
  made === null
    ? null
    : {
        customers: kind === 'customers' ? created : 0,
        ...{ ...nothingMade(), attributes: 0, ...made },
      }

/** Those of most rows first; rejections before warnings. */
const reasonsOf = (counted: ImportRow['reasons']): Import['reasons'] =>
  Object.entries(counted)
    .map(([key, rows]) => {
      const at = key.indexOf(':')
      return { code: key.slice(at + 1), rejected: key.slice(0, at) === 'rejected', rows }
    })
    .sort((a, b) => Number(b.rejected) - Number(a.rejected) || b.rows - a.rows || (a.code < b.code ? -1 : 1))

export type Issue = {
  readonly rowNo: number
  readonly cells: readonly string[]
  readonly reasons: readonly {
    readonly column: string
    readonly original: string
    readonly code: string
    readonly message: string
  }[]
}

const PAGE = 1000

/** Rows that were rejected, or came in with warnings, in the order of the file. */
export async function* issuesOf(
  ctx: Ctx,
  { id }: Pick<ImportRow, 'id'>,
  isRejected: boolean,
): AsyncGenerator<readonly Issue[]> {
  const { merchantId } = ctx.scope
  for (let after = -1; ; ) {
    const { rows } = await ctx.db.read(merchantId, (reader) =>
      sql<Issue>`
        select row_no as "rowNo", cells, reasons from import_issues
         where merchant_id = ${merchantId} and import_id = ${id} and is_rejected = ${isRejected} and row_no > ${after}
         order by row_no limit ${PAGE}`.execute(reader),
    )
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.rowNo
  }
}

/** What the merchant calls organizations; null: that. */
export async function organizationWord({ db, scope: { merchantId } }: Ctx) {
  const { organization_singular: singular, organization_plural: plural } = await db.read(
    merchantId,
    (reader) =>
      reader
        .selectFrom('merchants')
        .select(['organization_singular', 'organization_plural'])
        .where('merchant_id', '=', merchantId)
        .executeTakeFirstOrThrow(),
  )
  return singular === null || plural === null ? null : { singular, plural }
}
