import { createHash } from 'node:crypto'
import type { Writer } from '../../db/client.ts'
import { newId } from '../../kernel/ids.ts'
import type { Storage } from '../../kernel/storage.ts'

export type StoredFile = {
  readonly id: string
  readonly storageKey: string
  readonly bytes: number
  readonly sha256: Buffer
  readonly contentType: string
}

/** Puts the bytes away; they are nobody's until keepFile() says whose, in the transaction that needs them. */
export async function storeFile(
  storage: Storage,
  bytes: Uint8Array,
  contentType: string,
): Promise<StoredFile> {
  const id = newId()
  await storage.put(id, bytes)
  return {
    id,
    storageKey: id,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest(),
    contentType,
  }
}

export type Owner = { readonly merchantId: string; readonly customerId: string; readonly kind: 'photo' }

export async function keepFile(
  tx: Writer,
  file: StoredFile,
  { merchantId, customerId, kind }: Owner,
): Promise<void> {
  await tx
    .insertInto('files')
    .values({
      merchant_id: merchantId,
      id: file.id,
      customer_id: customerId,
      kind,
      storage_key: file.storageKey,
      content_type: file.contentType,
      bytes: file.bytes,
      sha256: file.sha256,
    })
    .execute()
}

/**
 * The bytes stay for another day, until the sweep: a backup, a snapshot or a reader of this moment may still want them,
 * and the transaction may yet not happen.
 */
export async function dropFile(
  tx: Writer,
  storage: Storage,
  { merchantId, id }: { readonly merchantId: string; readonly id: string },
): Promise<void> {
  const row = await tx
    .deleteFrom('files')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .returning('storage_key')
    .executeTakeFirst()
  if (row !== undefined) await storage.touch(row.storage_key)
}
