// Search rows depend on the name order, for phones on the country, and on how this version of the program normalises
// text: after a change of one all are written anew, step by step.
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Writer } from '../../db/client.ts'
import { enqueue, type Task, type Tasks } from '../../db/jobs.ts'
import { NORMALISER_VERSION } from '../../kernel/text.ts'
import { rewriteSearch } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { readSettings } from './settings.queries.ts'

export const REWRITE_TASK = 'merchants.rewriteSearch'
const STEP = 1000

const keyOf = (merchantId: string) => `${REWRITE_TASK}:${merchantId}`

/** From the first customer; for commands that changed what the rows depend on. */
export const rewriteAll = (tx: Writer, merchantId: string): Promise<void> =>
  enqueue(tx, REWRITE_TASK, {}, keyOf(merchantId))

/** What an older program wrote is written anew; a rewrite that waits already goes on where it is. */
export async function rewriteOutdatedSearch(owner: Pool): Promise<void> {
  await owner.query(
    `select graphile_worker.add_job($1, json_build_object('merchantId', m.merchant_id), job_key => $1 || ':' || m.merchant_id,
            max_attempts => 10)
       from merchants m
      where m.normaliser_version < $2 and not exists (
              select from graphile_worker.jobs j where j.key = $1 || ':' || m.merchant_id and j.attempts < j.max_attempts)`,
    [REWRITE_TASK, NORMALISER_VERSION],
  )
}

const rewriteStep: Task = async (payload, { db }) => {
  const { merchantId, after, by } = payload as typeof payload & {
    readonly after?: string
    readonly by?: unknown
  }
  await db.write(merchantId, async (tx) => {
    // A change waits for this step, or this step sees it: what stood before it is then written again from the first one.
    await sql`select from merchants where merchant_id = ${merchantId} for no key update`.execute(tx)
    const { nameOrder, country } = await readSettings(tx, merchantId)
    const now = { nameOrder, country, normaliser: NORMALISER_VERSION }
    const start = isDeepStrictEqual(by, now) ? (after ?? null) : null
    const { rows } = await sql<{ id: string }>`
      select id from customers
       where merchant_id = ${merchantId} and (${start}::uuid is null or id > ${start}::uuid)
       order by id limit ${STEP} for no key update`.execute(tx)
    const ids = rows.map((row) => row.id)
    await rewriteSearch(tx, { id: merchantId, nameOrder, country }, ids)
    if (ids.length === STEP)
      return enqueue(tx, REWRITE_TASK, { after: ids.at(-1), by: now }, keyOf(merchantId))
    await tx
      .updateTable('merchants')
      .set({ normaliser_version: NORMALISER_VERSION })
      .where('merchant_id', '=', merchantId)
      .execute()
    await announce(tx, merchantId, { kind: 'settings.changed', ids: [merchantId] })
  })
}

export const merchantTasks: Tasks = { [REWRITE_TASK]: rewriteStep }
