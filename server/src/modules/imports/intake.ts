// What happens to a file between its arrival and its import: is it one at all, and how would it be read.
import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { conflict, Problem } from '../../kernel/problem.ts'
import type { Storage } from '../../kernel/storage.ts'
import { discard } from '../files/index.ts'
import { createImport } from './imports.commands.ts'
import { getImport } from './imports.queries.ts'
import { readUploadFields } from './imports.rules.ts'
import type { ImportPreview, Kind } from './imports.schemas.ts'
import type { Mapping, ReadRow } from './mapping/canonical.ts'
import type { ReadFile } from './mapping/read-file.ts'
import { receiveUpload } from './upload.ts'

/** Enough to see whether a file can be read. */
const FIRST_LOOK = 200
/** Enough to decide how; the import itself looks at all of them. */
const PREVIEW = 20_000
const SHOWN_ROWS = 20
const SHOWN_SAMPLES = 5

export async function takeUpload(request: FastifyRequest, storage: Storage): Promise<Answer> {
  const { fields, ...stored } = await receiveUpload(request, storage)
  try {
    const read = readUploadFields(fields)
    requireRight(request.ctx, read.kind)
    await look(request.ctx, storage, { ...stored, ...read }, FIRST_LOOK)
    return await createImport(request.ctx, stored, read)
  } catch (error) {
    await discard(storage, stored.storageKey)
    throw error
  }
}

export async function previewUpload(request: FastifyRequest, storage: Storage): Promise<ImportPreview> {
  const { fields, storageKey } = await receiveUpload(request, storage)
  try {
    const { mapping, kind } = readUploadFields(fields)
    return await previewOf(await look(request.ctx, storage, { storageKey, mapping, kind }, PREVIEW))
  } finally {
    await discard(storage, storageKey)
  }
}

export async function previewStored(
  ctx: Ctx,
  storage: Storage,
  id: string,
  mapping: Mapping | null,
): Promise<ImportPreview> {
  const row = await getImport(ctx, id)
  if (row.storageKey === null) throw conflict('import.file_gone')
  const { storageKey, kind } = row
  return previewOf(await look(ctx, storage, { storageKey, kind, mapping: mapping ?? row.wanted }, PREVIEW))
}

/** What a file brings may not be brought otherwise either. */
function requireRight({ permissions }: Ctx, kind: Kind): void {
  const permission = 'orders.write'
  if (['orders', 'order-lines', 'reviews'].includes(kind) && !permissions.has(permission))
    throw new Problem('access.denied', 403, { params: { permission } })
}

type Looked = { readonly storageKey: string; readonly kind: Kind; readonly mapping: Mapping | null }

async function look(
  { db, merchant, permissions }: Ctx,
  storage: Storage,
  { storageKey, kind, mapping }: Looked,
  maxRows: number,
): Promise<ReadFile> {
  // Readers of all formats and names in all languages, 25 MB: not before somebody brings a file.
  const { openFile } = await import('./open-file.ts')
  return openFile(db, {
    source: storage.source(storageKey),
    mapping: mapping ?? {},
    merchant,
    kind,
    mayDefine: permissions.has('attributes.write'),
    maxRows,
  })
}

async function previewOf(file: ReadFile): Promise<ImportPreview> {
  const { table, plan } = file
  const rows: ReadRow[] = []
  for await (const lot of file.rows()) {
    rows.push(...lot.slice(0, SHOWN_ROWS - rows.length))
    if (rows.length >= SHOWN_ROWS) break
  }
  return {
    kind: table.kind,
    layout: plan.layout,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    total: plan.total < PREVIEW ? plan.total : null,
    columns: plan.columns.map(({ header, path, filled, sample }) => ({
      ...{ header, path, filled },
      sample: sample.slice(0, SHOWN_SAMPLES),
    })),
    mapping: plan.mapping as ImportPreview['mapping'],
    assumptions: plan.assumptions.map((one) => ({ ...one, alternatives: [...one.alternatives] })),
    unreadColumns: [...plan.unreadColumns],
    rows: rows.map(({ row, cells, fields, warnings, rejected }) => ({
      row,
      cells: [...cells],
      fields: { ...fields },
      problems: [...warnings],
      rejected: rejected ?? null,
    })),
  }
}
