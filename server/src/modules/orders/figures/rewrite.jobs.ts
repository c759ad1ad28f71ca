// When at risk and lost begin depends on a rule that the merchant sets: after a change of it the figures of all customers
// are made again, step by step.
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { enqueue, type Task, type Tasks } from '../../../db/jobs.ts'
import { announce } from '../../events/index.ts'
import { TIDY_TASK, tidyFigures } from './figures.jobs.ts'

const REWRITE_TASK = 'orders.rewriteFigures'
const STEP = 1000

const keyOf = (merchantId: string) => `${REWRITE_TASK}:${merchantId}`

/** From the first customer; for commands that changed the rule. */
export const rewriteFigures = (tx: Writer, merchantId: string): Promise<void> =>
  enqueue(tx, REWRITE_TASK, {}, keyOf(merchantId))

const rewriteStep: Task = async (payload, { db }) => {
  const { merchantId, after, by } = payload as typeof payload & {
    readonly after?: string
    readonly by?: unknown
  }
  await db.write(merchantId, async (tx) => {
    // A change of the rule waits for this step, or this step sees it and begins again.
    const rule = await sql<{ rule: string; days: number }>`
      select at_risk_rule as rule, at_risk_days as days from merchants where merchant_id = ${merchantId} for no key update`.execute(
      tx,
    )
    const now = rule.rows[0]
    const start = isDeepStrictEqual(by, now) ? (after ?? null) : null
    const { rows } = await sql<{ id: string }>`
      select customer_id as id from customer_stats
       where merchant_id = ${merchantId} and (${start}::uuid is null or customer_id > ${start}::uuid)
       order by customer_id limit ${STEP}`.execute(tx)
    const ids = rows.map((row) => row.id)
    await sql`select lock_figures(${merchantId}::uuid, ${ids}::uuid[])`.execute(tx)
    await sql`select write_figures(${merchantId}::uuid, ${ids}::uuid[])`.execute(tx)
    if (ids.length === STEP)
      return enqueue(tx, REWRITE_TASK, { after: ids.at(-1), by: now }, keyOf(merchantId))
    await announce(tx, merchantId, { kind: 'settings.changed', ids: [merchantId] })
  })
}

export const figureTasks: Tasks = { [REWRITE_TASK]: rewriteStep, [TIDY_TASK]: tidyFigures }
