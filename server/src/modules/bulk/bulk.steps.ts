// The steps of a bulk action, each in one transaction: some customers, their activities, search and the job's counters
// together. A worker that is killed has done a step whole or not at all.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { type Recorder, recordActivities, recordActivity } from '../activity/index.ts'
import { syncSearchLinks, visibleTo } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { apply, type Changed, refused, reverse } from './bulk.actions.ts'
import type { CustomerJob, Job } from './bulk.queries.ts'
import { reverseTells, tells } from './bulk.rules.ts'
import type { State } from './bulk.schemas.ts'
import { tellGiven } from './orders/assign.tell.ts'

/** About half a second of work. */
export const STEP = 2000

/** True when it was the last one: the job has ended. */
export async function applyStep(tx: Writer, job: CustomerJob): Promise<boolean> {
  const ids = await rowsOf(tx, job, 'pending')
  const visible = await lockVisible(tx, job, ids)
  const target = await lockTarget(tx, job)
  if (job.targetId !== null && target === null) return finish(tx, job, 'failed', 'bulk.target_gone')
  const changed = await apply(tx, job, visible)
  const failed = [...without(ids, visible), ...(await refused(tx, job, without(visible, idsOf(changed))))]
  await note(tx, job, { ids, changed, failed })
  const told = tells(job.action, target)
  await recordActivities(
    tx,
    recorderOf(job),
    changed.map(({ id }) => ({ customerId: id, parentId: job.id, ...told })),
  )
  await count(tx, job, { done: ids.length - failed.length, failed: failed.length })
  await tell(tx, job, changed)
  return ids.length < STEP ? finish(tx, job, 'succeeded') : false
}

/** True when it was the last one. The activities of single customers are parts of that of the undoing. */
export async function undoStep(
  tx: Writer,
  job: CustomerJob,
  recorder: Recorder,
  parentId: string,
): Promise<boolean> {
  const ids = await rowsOf(tx, job, 'changed')
  const untouched = await lockUntouched(tx, job, ids)
  const target = await lockTarget(tx, job)
  const undone = await reverse(tx, job, untouched)
  const kept = without(ids, idsOf(undone))
  await mark(tx, job, idsOf(undone), 'undone')
  await mark(tx, job, kept, 'kept')
  const told = reverseTells(job.action, target)
  await recordActivities(
    tx,
    recorder,
    undone.map(({ id }) => ({ customerId: id, parentId, ...told })),
  )
  await count(tx, job, { undone: undone.length, kept: kept.length })
  await tell(tx, job, undone)
  return ids.length < STEP ? finish(tx, job, 'undone') : false
}

/** Of a job that failed, whatever was not done has failed. */
export async function finish(tx: Writer, job: Job, state: State, error: string | null = null): Promise<true> {
  await sql`
    update bulk_jobs set state = ${state}, error = ${error}, finished_at = now(),
           failed = case when ${state} = 'failed' then coalesce(matched, 0) - done else failed end
     where merchant_id = ${job.merchantId} and id = ${job.id}`.execute(tx)
  if (job.action === 'assignOrders' && state !== 'undone') await tellGiven(tx, job)
  await announce(tx, job.merchantId, { kind: 'job.progress', ids: [job.id] })
  return true
}

/** The activity that the activities of single customers are parts of. */
export function recordParent(
  tx: Writer,
  job: Job,
  recorder: Recorder,
  id: string,
  isUndo: boolean,
): Promise<string> {
  const kind = isUndo ? 'customers.bulkUndone' : 'customers.bulk'
  return recordActivity(tx, recorder, {
    id,
    kind,
    customerId: null,
    after: { jobId: job.id, action: job.action, targetId: job.targetId },
  })
}

const recorderOf = (job: Job): Recorder => ({
  scope: { merchantId: job.merchantId, storeIds: job.storeScope },
  actor: job.actor,
})

async function rowsOf(tx: Writer, job: Job, outcome: 'pending' | 'changed'): Promise<string[]> {
  const rows = await tx
    .selectFrom('bulk_job_customers')
    .select('customer_id')
    .where('merchant_id', '=', job.merchantId)
    .where('job_id', '=', job.id)
    .where('outcome', '=', outcome)
    .orderBy('customer_id')
    .limit(STEP)
    .execute()
  return rows.map((row) => row.customer_id)
}

/** In the order of their ids, as everybody locks customers; those that left the caller's stores meanwhile are not theirs. */
async function lockVisible(tx: Writer, job: Job, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c
     where c.merchant_id = ${job.merchantId} and c.id = any(${[...ids]}::uuid[]) and ${visibleTo(recorderOf(job).scope)}
     order by c.id for no key update`.execute(tx)
  return rows.map((row) => row.id)
}

async function lockUntouched(tx: Writer, job: Job, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<Changed>`
    select c.id, c.version from customers c
     where c.merchant_id = ${job.merchantId} and c.id = any(${[...ids]}::uuid[])
     order by c.id for no key update`.execute(tx)
  const { rows: left } = await sql<Changed>`
    select customer_id as id, version_after as version from bulk_job_customers
     where merchant_id = ${job.merchantId} and job_id = ${job.id} and customer_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  const versions = new Map(left.map(({ id, version }) => [id, version]))
  return rows.filter(({ id, version }) => versions.get(id) === version).map(({ id }) => id)
}

async function note(
  tx: Writer,
  job: Job,
  input: {
    readonly ids: readonly string[]
    readonly changed: readonly Changed[]
    readonly failed: readonly string[]
  },
): Promise<void> {
  await sql`
    update bulk_job_customers b
       set outcome = case when n.version is not null then 'changed' when b.customer_id = any(${[...input.failed]}::uuid[]) then 'failed'
                          else 'unchanged' end,
           version_after = n.version
      from unnest(${[...input.ids]}::uuid[]) as i(id)
      left join unnest(${idsOf(input.changed)}::uuid[], ${input.changed.map(({ version }) => version)}::int[]) as n(id, version) using (id)
     where b.merchant_id = ${job.merchantId} and b.job_id = ${job.id} and b.customer_id = i.id`.execute(tx)
}

async function mark(tx: Writer, job: Job, ids: readonly string[], outcome: 'undone' | 'kept'): Promise<void> {
  await sql`
    update bulk_job_customers set outcome = ${outcome}
     where merchant_id = ${job.merchantId} and job_id = ${job.id} and customer_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
}

export async function count(
  tx: Writer,
  job: Job,
  more: {
    readonly done?: number
    readonly failed?: number
    readonly undone?: number
    readonly kept?: number
  },
): Promise<void> {
  await sql`
    update bulk_jobs set done = done + ${more.done ?? 0}, failed = failed + ${more.failed ?? 0},
           undone = undone + ${more.undone ?? 0}, kept = kept + ${more.kept ?? 0}
     where merchant_id = ${job.merchantId} and id = ${job.id}`.execute(tx)
}

async function tell(tx: Writer, job: Job, changed: readonly Changed[]): Promise<void> {
  await syncSearchLinks(tx, job.merchantId, idsOf(changed))
  await announce(tx, job.merchantId, { kind: 'customer.changed', ids: idsOf(changed) })
  await announce(tx, job.merchantId, { kind: 'job.progress', ids: [job.id] })
}

/** The tag or store as activities show it, not to be deleted until this step is done. */
async function lockTarget(tx: Writer, job: Job): Promise<{ id: string; name: string } | null> {
  if (job.targetId === null) return null
  const table = job.action === 'assignStore' ? sql`stores` : sql`tags`
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${table} where merchant_id = ${job.merchantId} and id = ${job.targetId} for key share`.execute(
    tx,
  )
  return rows[0] ?? null
}

const idsOf = (changed: readonly Changed[]): string[] => changed.map(({ id }) => id)

function without(ids: readonly string[], taken: readonly string[]): string[] {
  const gone = new Set(taken)
  return ids.filter((id) => !gone.has(id))
}
