// What the record of a customer says of orders that were given to them, or taken back: one line for all.
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { type Recorder, recordActivity } from '../../activity/index.ts'
import { scopeOf } from '../bulk.collect.ts'
import type { Job } from '../bulk.queries.ts'

export const tellGiven = (tx: Writer, job: Job): Promise<void> =>
  tell(tx, job, { scope: scopeOf(job), actor: job.actor }, ['orders.assigned', 'changed'])

export const tellTaken = (tx: Writer, job: Job, recorder: Recorder): Promise<void> =>
  tell(tx, job, recorder, ['orders.unassigned', 'undone'])

async function tell(
  tx: Writer,
  { merchantId, id, targetId }: Job,
  recorder: Recorder,
  [kind, outcome]: readonly ['orders.assigned' | 'orders.unassigned', string],
): Promise<void> {
  const { rows } = await sql<{ orders: number }>`
    select count(*)::int as orders from bulk_job_orders
     where merchant_id = ${merchantId} and job_id = ${id} and outcome = ${outcome}`.execute(tx)
  const orders = rows[0]?.orders ?? 0
  if (orders > 0 && targetId !== null)
    await recordActivity(tx, recorder, { kind, customerId: targetId, after: { jobId: id, orders } })
}
