import { createHash } from 'node:crypto'
import type { Writer } from '../../db/client.ts'
import { newId } from '../../kernel/ids.ts'
import type { Storage } from './storage.ts'

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

/** Answers the storage key, so that the bytes go once the transaction has happened. */
export async function dropFile(tx: Writer, merchantId: string, id: string): Promise<string | null> {
  const row = await tx
    .deleteFrom('files')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .returning('storage_key')
    .executeTakeFirst()
  return row?.storage_key ?? null
}
