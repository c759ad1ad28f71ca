// Takes away what brought nothing in: a file that waits to be looked at, or one that was only tried.
import { sql } from 'kysely'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { inTransaction } from '../../http/write.ts'
import type { Storage } from '../../kernel/storage.ts'
import { announce } from '../events/index.ts'
import { discard } from '../files/index.ts'
import { lockImport, readOwn } from './imports.queries.ts'
import { requireDiscardable } from './imports.rules.ts'

/** Its file, what was said of its rows, and its place among the imports. */
export async function discardImport(ctx: Ctx, storage: Storage, id: string): Promise<Answer> {
  const { merchantId } = ctx.scope
  let key: string | null = null
  const answer = await inTransaction(ctx, async (tx) => {
    await readOwn(tx, ctx, id)
    const row = await lockImport(tx, merchantId, id)
    requireDiscardable(row)
    await sql`delete from imports where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
    await announce(tx, merchantId, { kind: 'import.progress', ids: [id] })
    key = row.storageKey
    return { status: 204, body: '' }
  })
  if (key !== null) await discard(storage, key)
  return answer
}
