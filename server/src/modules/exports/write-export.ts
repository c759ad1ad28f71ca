/**
 * Writes an export, wherever to: the worker's file, or the command line's. Everything is read on one snapshot, on a
 * connection of its own, so that an export of minutes neither sees changes nor holds a connection that requests need.
 */
import { createHash } from 'node:crypto'
import type { Db, Reader } from '../../db/client.ts'
import { customerFields, windowFields } from '../customers/index.ts'
import { fileSources } from '../imports/index.ts'
import { chosenColumns, type Request } from './chosen-columns.rules.ts'
import { fileNames } from './file-names.rules.ts'
import { formats } from './formats/all.ts'
import type { Chosen } from './formats/format.ts'
import type { Asker, Selection } from './parts.ts'

export type ExportOrder = Request & { readonly asker: Asker; readonly selection: Selection }

export type Target = {
  /** All of the bytes, or an error. */
  append(bytes: Uint8Array): Promise<void>
  /** How many rows so far, now and then. */
  progress?(rows: number): Promise<void>
  readonly signal?: AbortSignal
}

export type Written = { readonly rows: number; readonly bytes: number; readonly sha256: Buffer }

const PROGRESS_MS = 1000

export function writeExport(
  source: Pick<Db, 'snapshot'>,
  order: ExportOrder,
  target: Target,
): Promise<Written> {
  return source.snapshot(order.asker.scope.merchantId, async (snapshot) => {
    const chosen = await chosenOf(snapshot.reader, order)
    const out = counted(target)
    let rows = 0
    let told = performance.now()
    const progress = async (count: number) => {
      rows = count
      target.signal?.throwIfAborted()
      if (performance.now() - told < PROGRESS_MS) return
      told = performance.now()
      await target.progress?.(count)
    }
    const { asker, selection } = order
    await formats[order.format].write({ snapshot, asker, selection, progress }, chosen, out)
    return { rows, ...out.result() }
  })
}

export async function chosenOf(
  reader: Reader,
  { asker, ...request }: Request & { readonly asker: Asker },
): Promise<Chosen> {
  const attributes = await reader
    .selectFrom('custom_attributes')
    .select(['key', 'kind', 'label'])
    .where('merchant_id', '=', asker.scope.merchantId)
    .orderBy('position')
    .orderBy('key')
    .execute()
  const { organization_plural: organizations, organization_singular: organization } = await reader
    .selectFrom('merchants')
    .select(['organization_plural', 'organization_singular'])
    .where('merchant_id', '=', asker.scope.merchantId)
    .executeTakeFirstOrThrow()
  const files = fileNames(await fileSources(reader, asker.scope))
  return chosenColumns(request, {
    merchant: asker.merchant,
    attributes,
    fields: customerFields,
    askedFields: windowFields,
    organizations,
    organization,
    files,
  })
}

/** What it was given is not needed any more when it has been written. */
function counted(target: Target) {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    write: async (chunk: Uint8Array) => {
      if (chunk.length === 0) return
      bytes += chunk.length
      hash.update(chunk)
      await target.append(chunk)
    },
    result: () => ({ bytes, sha256: hash.digest() }),
  }
}
