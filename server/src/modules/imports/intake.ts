// What happens to a file between its arrival and its import: is it one at all, and how would it be read.
import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { conflict } from '../../kernel/problem.ts'
import type { Storage } from '../../kernel/storage.ts'
import { discard } from '../files/index.ts'
import { valuesOfTie } from './affiliations/tie-paths.ts'
import { createImport } from './imports.commands.ts'
import { getImport } from './imports.queries.ts'
import { readUploadFields, type UploadFields } from './imports.rules.ts'
import type { ImportPreview, ImportPreviewRequest, Kind } from './imports.schemas.ts'
import { kindsFor, requireRightToBring } from './kinds.rules.ts'
import { knownSources } from './known-sources.ts'
import type { ReadFields, ReadRow } from './mapping/canonical.ts'
import type { ReadFile } from './mapping/read-file.ts'
import { earlierReading } from './remembered.ts'
import { mayMakeStores, requireRightToMap } from './rights.ts'
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
    const read = await known(request.ctx, storage, { ...stored, ...readUploadFields(fields) })
    await look(request.ctx, storage, { ...stored, ...read, isLook: read.hold }, FIRST_LOOK)
    return await createImport(request.ctx, stored, read)
  } catch (error) {
    await discard(storage, stored.storageKey)
    throw error
  }
}

export async function previewUpload(request: FastifyRequest, storage: Storage): Promise<ImportPreview> {
  const { fields, storageKey } = await receiveUpload(request, storage)
  try {
    const { mapping, kind } = await known(request.ctx, storage, { storageKey, ...readUploadFields(fields) })
    return await previewOf(
      await look(request.ctx, storage, { storageKey, mapping, kind, isLook: true }, PREVIEW),
      kind,
      request.ctx,
    )
  } finally {
    await discard(storage, storageKey)
  }
}

export async function previewStored(
  ctx: Ctx,
  storage: Storage,
  id: string,
  { mapping, kind: otherKind }: ImportPreviewRequest,
): Promise<ImportPreview> {
  const row = await getImport(ctx, id)
  if (row.storageKey === null) throw conflict('import.file_gone')
  const kind = otherKind ?? row.kind
  requireRightToBring(ctx.permissions, kind)
  const { storageKey } = row
  return previewOf(
    await look(ctx, storage, { storageKey, kind, isLook: true, mapping: mapping ?? row.wanted }, PREVIEW),
    kind,
    ctx,
  )
}

type Uploaded = UploadFields & { readonly storageKey: string }

/** With the kind that the file is told or seen to be. */
async function known<T extends Uploaded>(
  ctx: Ctx,
  storage: Storage,
  { kind: told, ...rest }: T,
): Promise<Omit<T, 'kind'> & { readonly kind: Kind }> {
  requireRightToMap(ctx, rest.mapping)
  const kind = told === 'auto' ? await recognised(ctx.permissions, storage, rest) : told
  requireRightToBring(ctx.permissions, kind)
  return { ...rest, kind }
}

async function recognised(
  permissions: Ctx['permissions'],
  storage: Storage,
  { storageKey, mapping }: Pick<Uploaded, 'storageKey' | 'mapping'>,
): Promise<Kind> {
  const { recogniseKind } = await import('./recognise.ts')
  return recogniseKind(storage.source(storageKey), mapping ?? {}, kindsFor(permissions))
}

type Looked = Pick<Uploaded, 'storageKey' | 'mapping'> & { readonly kind: Kind; readonly isLook: boolean }

async function look(
  { db, merchant, permissions }: Ctx,
  storage: Storage,
  { storageKey, kind, mapping, isLook }: Looked,
  maxRows: number,
): Promise<ReadFile> {
  // Readers of all formats and names in all languages, 25 MB: not before somebody brings a file.
  const { openFile } = await import('./open-file.ts')
  return openFile(db, {
    source: storage.source(storageKey),
    mapping: mapping ?? {},
    merchant,
    kind,
    isLook,
    mayDefine: permissions.has('attributes.write'),
    maxRows,
  })
}

async function previewOf(file: ReadFile, rowsOf: Kind, ctx: Ctx): Promise<ImportPreview> {
  const { table, plan } = file
  const rows: ReadRow[] = []
  for await (const lot of file.rows()) {
    rows.push(...lot.slice(0, SHOWN_ROWS - rows.length))
    if (rows.length >= SHOWN_ROWS) break
  }
  return {
    kind: table.kind,
    rowsOf,
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
    unknownStores: [...(await file.unknownStores(PREVIEW))],
    knownSources: await ctx.db.read(ctx.scope.merchantId, (reader) =>
      knownSources(reader, ctx.scope.merchantId),
    ),
    earlier: table.kind === 'vcard' ? null : await earlierReading(ctx, rowsOf, table.headers),
    mayMakeStores: mayMakeStores(ctx.permissions, ctx.scope.storeIds),
    rows: rows.map(({ row, cells, fields, warnings, rejected }) => ({
      row,
      cells: [...cells],
      fields: { ...shownOf(fields) },
      problems: [...warnings],
      rejected: rejected ?? null,
    })),
  }
}

/** What the cells of a row say, by path, where they are not those of a customer. */
const shownOf = ({ tie, order, review, ...customer }: ReadFields): object =>
  (review ?? order)?.values ?? (tie === undefined ? customer : valuesOfTie(tie))
