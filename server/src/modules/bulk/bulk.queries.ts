import { sql } from 'kysely'
import type { Reader, Writer } from '../../db/client.ts'
import type { Actor, Ctx } from '../../http/context.ts'
import { notFound } from '../../kernel/problem.ts'
import type { Action, BulkJob, JobAction, State } from './bulk.schemas.ts'

export type Job = BulkJob & {
  readonly merchantId: string
  readonly targetId: string | null
  readonly filter: Readonly<Record<string, unknown>> | null
  readonly storeScope: readonly string[] | null
  readonly actor: Actor
}

/** One that does something to customers themselves. */
export type CustomerJob = Job & { readonly action: Action }
export const isOfCustomers = (job: Job): job is CustomerJob => job.action !== 'assignOrders'

type Row = Omit<Job, 'error' | 'actor' | 'createdAt' | 'finishedAt' | 'action' | 'state'> & {
  action: JobAction
  state: State
  error: string | null
  actorKind: Actor['kind']
  actorId: string | null
  actorName: string
  createdAt: Date
  finishedAt: Date | null
}

const columns = sql`id, merchant_id as "merchantId", action, target_id as "targetId", state, filter, store_scope as "storeScope",
  matched, done, failed, undone, kept, error, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName",
  created_at as "createdAt", finished_at as "finishedAt"`

export const getJob = (ctx: Ctx, id: string): Promise<BulkJob> =>
  ctx.db.read(ctx.scope.merchantId, async (reader) => onWire(await readJob(reader, ctx.scope.merchantId, id)))

export async function readJob(reader: Reader, merchantId: string, id: string): Promise<Job> {
  const { rows } =
    await sql<Row>`select ${columns} from bulk_jobs where merchant_id = ${merchantId} and id = ${id}`.execute(
      reader,
    )
  return jobOf(rows[0])
}

/** Steps, cancel and undo of one job wait for one another here. */
export async function lockJob(tx: Writer, merchantId: string, id: string): Promise<Job> {
  const { rows } = await sql<Row>`
    select ${columns} from bulk_jobs where merchant_id = ${merchantId} and id = ${id} for no key update`.execute(
    tx,
  )
  return jobOf(rows[0])
}

export const onWire = ({
  merchantId: _m,
  targetId: _t,
  filter: _f,
  storeScope: _s,
  actor: _a,
  ...job
}: Job): BulkJob => job

const messages: Readonly<Record<string, string>> = {
  'bulk.target_gone': 'The tag, store or customer is gone meanwhile',
  'bulk.broken': 'It could not be finished; what is done is done and can be undone',
}

function jobOf(row: Row | undefined): Job {
  if (row === undefined) throw notFound('job')
  const { actorKind, actorId, actorName, error, createdAt, finishedAt, ...rest } = row
  return {
    ...rest,
    error: error === null ? null : { code: error, message: messages[error] ?? error },
    actor: { kind: actorKind, id: actorId, name: actorName },
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}
