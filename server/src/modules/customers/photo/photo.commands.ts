import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import type { Answer } from '../../../http/idempotency.ts'
import { inTransaction } from '../../../http/write.ts'
import {
  dropFile,
  keepFile,
  makePhoto,
  PHOTO_TYPE,
  type Storage,
  type StoredFile,
  sha256Of,
  storeFile,
} from '../../files/index.ts'
import { getRecord } from '../record/record.queries.ts'
import { answerOf, tell } from '../write/write.commands.ts'
import { lockRecord } from '../write/write.queries.ts'

/** The bytes are on the disk before the row names them, and go only when no row names them any more. */
export async function putPhoto(ctx: Ctx, storage: Storage, id: string, upload: Uint8Array): Promise<Answer> {
  const photo = await storeFile(storage, await makePhoto(upload), PHOTO_TYPE)
  let spare: string | null = photo.storageKey
  try {
    return await inTransaction(ctx, async (tx) => {
      const { customer, ...standing } = await lockRecord(tx, ctx, id)
      const old = fileId(customer.photoUrl)
      spare = photo.storageKey
      if (old !== null && (await sha256Of(tx, ctx.scope.merchantId, old))?.equals(photo.sha256))
        return answerOf(200, standing)
      await keepFile(tx, photo, { merchantId: ctx.scope.merchantId, customerId: id, kind: 'photo' })
      spare = await show(tx, ctx, id, old, photo)
      return changed(tx, ctx, id, customer.photoUrl)
    })
  } catch (error) {
    spare = photo.storageKey
    throw error
  } finally {
    if (spare !== null) await storage.remove(spare)
  }
}

export async function deletePhoto(ctx: Ctx, storage: Storage, id: string): Promise<Answer> {
  let spare: string | null = null
  const answer = await inTransaction(ctx, async (tx) => {
    const { customer } = await lockRecord(tx, ctx, id)
    const old = fileId(customer.photoUrl)
    if (old === null) return { status: 204, body: '' }
    spare = await show(tx, ctx, id, old, null)
    await changed(tx, ctx, id, customer.photoUrl)
    return { status: 204, body: '' }
  })
  if (spare !== null) await storage.remove(spare)
  return answer
}

/** Answers the storage key of the photo before, which nothing names any more. */
async function show(
  tx: Writer,
  ctx: Ctx,
  id: string,
  old: string | null,
  photo: StoredFile | null,
): Promise<string | null> {
  await tx
    .updateTable('customers')
    .set({ photo_id: photo?.id ?? null, updated_at: sql`now()`, version: sql`version + 1` })
    .where('merchant_id', '=', ctx.scope.merchantId)
    .where('id', '=', id)
    .execute()
  return old === null ? null : dropFile(tx, ctx.scope.merchantId, old)
}

async function changed(tx: Writer, ctx: Ctx, id: string, before: string | null): Promise<Answer> {
  const after = await getRecord(tx, ctx, id)
  const { photoUrl } = JSON.parse(after.text) as { photoUrl: string | null }
  await tell(tx, ctx, id, 'customer.edited', { before: { photoUrl: before }, after: { photoUrl } })
  return answerOf(200, after)
}

const fileId = (photoUrl: string | null) => photoUrl?.split('/').at(-1) ?? null
