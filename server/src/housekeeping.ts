// What is kept for a while only, once an hour: answers under Idempotency-Keys, events, what bulk actions did, exports,
// files of imports, old sessions; once a day stored files that nothing names any more.
import { sql } from 'kysely'
import type { Db, Writer } from './db/client.ts'
import type { Storage } from './kernel/storage.ts'
import { forgetOldResults } from './modules/bulk/index.ts'
import { forgetOldEvents } from './modules/events/index.ts'
import { forgetOldExports } from './modules/exports/index.ts'
import { sweepDaily } from './modules/files/index.ts'
import { forgetOldImports } from './modules/imports/index.ts'

const ANSWERS_KEPT_HOURS = 24

export async function cleanUp(db: Db, storage: Storage): Promise<void> {
  await db.owner.query('delete from sessions where expires_at < now()')
  await db.owner.query('delete from password_resets where expires_at < now()')
  const merchants = await db.global(
    async (reader) => (await sql<{ id: string }>`select merchant_ids() as id`.execute(reader)).rows,
  )
  for (const { id } of merchants) {
    await db.write(id, async (tx) => {
      await forgetAnswers(tx, id)
      await forgetOldEvents(tx, id)
      await forgetOldResults(tx, id)
    })
    await forgetOldExports(db, id, storage)
    await forgetOldImports(db, id, storage)
  }
  await sweepDaily(db, storage)
}

async function forgetAnswers(tx: Writer, merchantId: string): Promise<void> {
  await tx
    .deleteFrom('idempotency_keys')
    .where('merchant_id', '=', merchantId)
    .where('created_at', '<', new Date(Date.now() - ANSWERS_KEPT_HOURS * 3_600_000))
    .execute()
}
