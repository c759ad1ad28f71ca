import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import type { Answer } from '../../../http/idempotency.ts'
import { inTransaction } from '../../../http/write.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Storage } from '../../../kernel/storage.ts'
import {
  discard,
  dropFile,
  keepFile,
  makePhoto,
  PHOTO_TYPE,
  type StoredFile,
  sha256Of,
  storeFile,
} from '../../files/index.ts'
import { getRecord } from '../record/record.queries.ts'
import { answerOf, tell } from '../write/write.commands.ts'
import { lockRecord } from '../write/write.queries.ts'

/** The bytes are on the disk before the row names them; those of the photo before stay for the sweep. */
export async function putPhoto(ctx: Ctx, storage: Storage, id: string, upload: Uint8Array): Promise<Answer> {
  const photo = await storeFile(storage, await makePhoto(upload), PHOTO_TYPE)
  let isKept = false
  try {
    const answer = await inTransaction(ctx, async (tx) => {
      isKept = false
      const { customer, ...standing } = await lockRecord(tx, ctx, id)
      const old = fileId(customer.photoUrl)
      if (old !== null && (await sha256Of(tx, ctx.scope.merchantId, old))?.equals(photo.sha256))
        return answerOf(200, standing)
      await keepFile(tx, photo, { merchantId: ctx.scope.merchantId, customerId: id, kind: 'photo' })
      isKept = true
      await show(tx, ctx, { id, storage, old, photo })
      return changed(tx, ctx, id, customer.photoUrl)
    })
    if (!isKept) await discard(storage, photo.storageKey)
    return answer
  } catch (error) {
    // A refusal of ours comes before the commit. After any other error, such as a lost connection, it may have happened.
    if (error instanceof Problem) await discard(storage, photo.storageKey)
    throw error
  }
}

export function deletePhoto(ctx: Ctx, storage: Storage, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const { customer } = await lockRecord(tx, ctx, id)
    const old = fileId(customer.photoUrl)
    if (old === null) return { status: 204, body: '' }
    await show(tx, ctx, { id, storage, old, photo: null })
    await changed(tx, ctx, id, customer.photoUrl)
    return { status: 204, body: '' }
  })
}

type Showing = {
  readonly id: string
  readonly storage: Storage
  readonly old: string | null
  readonly photo: StoredFile | null
}

async function show(tx: Writer, ctx: Ctx, { id, storage, old, photo }: Showing): Promise<void> {
  const { merchantId } = ctx.scope
  await tx
    .updateTable('customers')
    .set({ photo_id: photo?.id ?? null, updated_at: sql`now()`, version: sql`version + 1` })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .execute()
  if (old !== null) await dropFile(tx, storage, { merchantId, id: old })
}

async function changed(tx: Writer, ctx: Ctx, id: string, before: string | null): Promise<Answer> {
  const after = await getRecord(tx, ctx, id)
  const { photoUrl } = JSON.parse(after.text) as { photoUrl: string | null }
  await tell(tx, ctx, id, 'customer.edited', { before: { photoUrl: before }, after: { photoUrl } })
  return answerOf(200, after)
}

const fileId = (photoUrl: string | null) => photoUrl?.split('/').at(-1) ?? null
