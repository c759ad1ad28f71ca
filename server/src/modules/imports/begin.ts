// What an import begins with: its state, who runs it with which rights, its file and how that is read.
import { sql } from 'kysely'
import type { Db, Writer } from '../../db/client.ts'
import type { Merchant } from '../../http/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Storage } from '../../kernel/storage.ts'
import { recordActivity } from '../activity/index.ts'
import { defineAttributes } from '../attributes/index.ts'
import { announce } from '../events/index.ts'
import { isUnavailable } from '../files/index.ts'
import { readMerchant } from '../merchants/index.ts'
import { ensureStores } from '../stores/index.ts'
import { failImport, forgetRun } from './imports.commands.ts'
import { type ImportRow, lockImport } from './imports.queries.ts'
import type { Kind } from './imports.schemas.ts'
import { isOfOrders } from './kinds.rules.ts'
import { storeKey } from './mapping/cells/store.rules.ts'
import type { ReadFile } from './mapping/read-file.ts'
import type { KnownStore } from './merge/apply.rules.ts'
import type { ImportScope } from './merge/facts.ts'
import { withMade } from './note.ts'
import { openFile } from './open-file.ts'
import { mayMakeStores, permissionsOf, requireRightToMap } from './rights.ts'

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

export type Begun = {
  readonly scope: ImportScope
  readonly file: ReadFile
  readonly kind: Kind
  /** So many rows are done already. */
  readonly processed: number
}

/** Null when there is nothing to do: paused, cancelled, ended, or a file that cannot be read. */
export async function beginImport(running: Running): Promise<Begun | null> {
  const { db, merchantId } = running
  const row = await db.write(merchantId, (tx) => begin(tx, running))
  if (row === null) return null
  const { merchant, permissions } = await db.read(merchantId, async (reader) => ({
    merchant: await readMerchant(reader, merchantId),
    permissions: await permissionsOf(reader, merchantId, actorOf(row)),
  }))
  const comingStores: KnownStore[] = []
  const file = await openOrFail(running, row, { merchant, permissions, comingStores })
  if (file === null) return null
  const newAttributes = newAttributesOf(row, file)
  const customersFrom = customersFromOf(row, file)
  const scope = { ...scopeOf(row, merchant), permissions, newAttributes, comingStores, customersFrom }
  return { scope, file, kind: row.kind, processed: row.processed }
}

async function begin(tx: Writer, { merchantId, importId }: Running): Promise<ImportRow | null> {
  const row = await lockImport(tx, merchantId, importId)
  if (row.held || (row.state !== 'queued' && row.state !== 'running')) return null
  if (row.dryRun && row.processed > 0) await beginAnew(tx, row)
  await sql`
    update imports set state = 'running', started_at = coalesce(started_at, now())
     where merchant_id = ${merchantId} and id = ${importId}`.execute(tx)
  const begun = await lockImport(tx, merchantId, importId)
  if (row.startedAt === null && !row.dryRun) await recordBeginning(tx, begun)
  await announce(tx, merchantId, { kind: 'import.progress', ids: [importId] })
  return begun
}

/** Of a dry run no row was written; what its file is, and what it would make before the first row, is known still. */
async function beginAnew(tx: Writer, { merchantId, id, total, made }: ImportRow): Promise<void> {
  const { stores = 0, attributes = 0 } = made ?? {}
  await forgetRun(tx, merchantId, id)
  await sql`
    update imports set total = ${total}, made = ${withMade({ stores, attributes })}
     where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
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
    await recordActivity(tx, recorder, {
      id,
      kind: isOfOrders(kind)
        ? 'orders.imported'
        : kind === 'reviews'
          ? 'reviews.imported'
          : 'customers.imported',
      customerId: null,
      after,
    })
}

const actorOf = ({ actorKind, actorId, actorName }: ImportRow) => ({
  kind: actorKind,
  id: actorId,
  name: actorName,
})

const newAttributesOf = ({ dryRun }: ImportRow, { plan }: ReadFile) =>
  dryRun ? plan.newAttributes.map((one) => ({ ...one, required: false })) : []

function customersFromOf({ wanted }: ImportRow, { plan }: ReadFile): ImportScope['customersFrom'] {
  const sources = plan.mapping.customersFrom
  return sources === undefined ? null : { sources, isChosen: wanted?.customersFrom !== undefined }
}

const scopeOf = (row: ImportRow, merchant: Merchant) => ({
  importId: row.id,
  scope: { merchantId: row.merchantId, storeIds: row.storeScope },
  merchant,
  actor: actorOf(row),
  dryRun: row.dryRun,
  startedAt: (row.startedAt ?? new Date()).toISOString(),
})

type For = {
  readonly merchant: Merchant
  readonly permissions: ReadonlySet<Permission>
  /** Filled by a dry run. */
  readonly comingStores: KnownStore[]
}

async function openOrFail(
  running: Running,
  row: ImportRow,
  { merchant, permissions, comingStores }: For,
): Promise<ReadFile | null> {
  const { db, storage, merchantId, importId } = running
  try {
    if (row.storageKey === null) throw new Problem('import.file_gone', 409)
    // Once it is known how a file is read, it is read so to the end.
    const mapping = row.mapping ?? row.wanted ?? {}
    // Made on the way they are there; before, whoever may not make them any more is told, rather than all rows warned.
    if (row.mapping === null) requireRightToMap({ permissions, scope: makerOf(row).scope }, mapping)
    let stores = 0
    const mayDefine = permissions.has('attributes.write')
    const file = await openFile(db, {
      source: storage.source(row.storageKey),
      mapping,
      merchant,
      mayDefine,
      kind: row.kind,
      ...(mayMakeStores(permissions, row.storeScope) && {
        makeStores: async (names) => {
          stores = names.length
          if (row.dryRun) comingStores.push(...names.map(storeToCome))
          else await db.write(merchantId, (tx) => ensureStores(tx, makerOf(row), names))
          return new Set(comingStores.map(({ nameKey }) => nameKey))
        },
      }),
    })
    if (row.mapping === null) await db.write(merchantId, (tx) => notePlan(tx, row, file, stores))
    return file
  } catch (error) {
    // A store that is away comes back: then the job is tried again.
    if (!(error instanceof Problem) || isUnavailable(error)) throw error
    await failImport(running, { code: error.code, message: error.message })
    return null
  } finally {
    await db.write(merchantId, (tx) => announce(tx, merchantId, { kind: 'import.progress', ids: [importId] }))
  }
}

const makerOf = (row: ImportRow) => ({
  scope: { merchantId: row.merchantId, storeIds: row.storeScope },
  actor: actorOf(row),
})

const storeToCome = (name: string): KnownStore => ({ id: newId(), name, nameKey: storeKey(name), code: null })

async function notePlan(
  tx: Writer,
  { merchantId, id, dryRun }: ImportRow,
  { table, plan }: ReadFile,
  stores: number,
): Promise<void> {
  const { mapping, assumptions, unreadColumns, total } = plan
  if (!dryRun) await defineAttributes(tx, merchantId, plan.newAttributes)
  await sql`
    update imports
       set total = ${total}, mapping = ${JSON.stringify(mapping)}::jsonb, headers = ${[...table.headers]}::text[],
           delimiter = ${table.delimiter}, assumptions = ${JSON.stringify(assumptions)}::jsonb,
           unread_columns = ${JSON.stringify(unreadColumns)}::jsonb,
           made = ${withMade({ stores, attributes: plan.newAttributes.length })}
     where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
}
