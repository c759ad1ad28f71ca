// The steps of giving orders to a customer, each in one transaction: some orders, their figures and the job's counters.
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import type { Recorder } from '../../activity/index.ts'
import { announce } from '../../events/index.ts'
import { giveOrders, givingsTo, isCustomerInSight, lockOrdersInSight } from '../../orders/index.ts'
import { scopeOf } from '../bulk.collect.ts'
import type { Job } from '../bulk.queries.ts'
import { count, finish, STEP } from '../bulk.steps.ts'
import { tellTaken } from './assign.tell.ts'

type Row = {
  readonly id: string
  readonly version: number
  readonly organization: string | null
  readonly pinned: boolean
}

/** Only orders of nobody: what got a customer meanwhile keeps it. True when it was the last step. */
export async function assignStep(tx: Writer, job: Job): Promise<boolean> {
  const customerId = job.targetId as string
  const ids = (await rowsOf(tx, job, 'pending')).map(({ id }) => id)
  if (!(await isCustomerInSight(tx, scopeOf(job), customerId)))
    return finish(tx, job, 'failed', 'bulk.target_gone')
  const orders = await lockOrdersInSight(tx, scopeOf(job), ids)
  const givings = await givingsTo(
    tx,
    job.merchantId,
    customerId,
    orders.filter((order) => order.customerId === null),
  )
  const changed = await giveOrders(tx, job.merchantId, givings)
  const before = new Map(givings.map((giving) => [giving.before.id, giving.before]))
  await note(
    tx,
    job,
    changed.map(({ id, version }) => ({
      id,
      version,
      organization: before.get(id)?.organizationId ?? null,
      pinned: before.get(id)?.isPinned ?? false,
    })),
  )
  const theirs = orders.filter((order) => order.customerId === customerId).map(({ id }) => id)
  const done = new Set([...theirs, ...changed.map(({ id }) => id)])
  const failed = ids.filter((id) => !done.has(id))
  await mark(tx, job, theirs, 'unchanged')
  await mark(tx, job, failed, 'failed')
  await count(tx, job, { done: done.size, failed: failed.length })
  await announce(tx, job.merchantId, { kind: 'job.progress', ids: [job.id] })
  if (ids.length === STEP) return false
  return finish(tx, job, 'succeeded')
}

/** Orders that nobody changed since are nobody's again. True when it was the last step. */
export async function unassignStep(tx: Writer, job: Job, recorder: Recorder): Promise<boolean> {
  const rows = new Map((await rowsOf(tx, job, 'changed')).map((row) => [row.id, row]))
  const orders = await lockOrdersInSight(tx, { merchantId: job.merchantId, storeIds: null }, [...rows.keys()])
  const untouched = orders.filter(({ id, version }) => rows.get(id)?.version === version)
  const undone = await giveOrders(
    tx,
    job.merchantId,
    untouched.map((before) => {
      const was = rows.get(before.id)
      const isPinned = was?.pinned ?? false
      return { before, customerId: null, organizationId: was?.organization ?? null, isPinned }
    }),
  )
  const gone = new Set(undone.map(({ id }) => id))
  const kept = [...rows.keys()].filter((id) => !gone.has(id))
  await mark(tx, job, [...gone], 'undone')
  await mark(tx, job, kept, 'kept')
  await count(tx, job, { undone: gone.size, kept: kept.length })
  await announce(tx, job.merchantId, { kind: 'job.progress', ids: [job.id] })
  if (rows.size === STEP) return false
  await tellTaken(tx, job, recorder)
  return finish(tx, job, 'undone')
}

async function rowsOf(tx: Writer, job: Job, outcome: 'pending' | 'changed'): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select order_id as id, version_after as version, organization_before as organization, was_pinned as pinned
      from bulk_job_orders where merchant_id = ${job.merchantId} and job_id = ${job.id} and outcome = ${outcome}
     order by order_id limit ${STEP}`.execute(tx)
  return rows
}

async function note(tx: Writer, job: Job, changed: readonly Row[]): Promise<void> {
  await sql`
    update bulk_job_orders b set outcome = 'changed', version_after = n.version, organization_before = n.organization,
           was_pinned = n.pinned
      from unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ version }) => version)}::int[],
             ${changed.map(({ organization }) => organization)}::uuid[], ${changed.map(({ pinned }) => pinned)}::boolean[])
             as n(id, version, organization, pinned)
     where b.merchant_id = ${job.merchantId} and b.job_id = ${job.id} and b.order_id = n.id`.execute(tx)
}

async function mark(tx: Writer, job: Job, ids: readonly string[], outcome: string): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update bulk_job_orders set outcome = ${outcome}
     where merchant_id = ${job.merchantId} and job_id = ${job.id} and order_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
}
