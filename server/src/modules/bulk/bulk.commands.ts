import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { enqueue } from '../../db/jobs.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { inTransaction } from '../../http/write.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, invalid, Problem } from '../../kernel/problem.ts'
import { ensureTags, findTag } from '../tags/index.ts'
import { collect } from './bulk.collect.ts'
import { isOfCustomers, type Job, lockJob, onWire, readJob } from './bulk.queries.ts'
import { AT_ONCE, requireRightTo, requireWhole, UNDO_DAYS } from './bulk.rules.ts'
import type { BulkRequest, JobAction } from './bulk.schemas.ts'
import { finish, recordParent } from './bulk.steps.ts'
import { stepOf, undoStepOf } from './steps-of.ts'

export const APPLY_TASK = 'bulk.apply'
export const UNDO_TASK = 'bulk.undo'

/** 200 when it is done, 202 while the worker goes on with it. */
export function startBulk(ctx: Ctx, request: BulkRequest): Promise<Answer> {
  requireWhole(request)
  requireRightTo(request.action, ctx.permissions)
  return inTransaction(ctx, async (tx) => {
    const { action, filter } = request
    const made = { action, filter, targetId: await findTarget(tx, ctx, request) }
    const job = await insertJob(tx, ctx, made, (standing) => collect(tx, ctx, standing, request))
    await recordParent(tx, job, ctx, job.id, false)
    if (job.matched === null || job.matched > AT_ONCE) {
      await applyLater(tx, job)
      return answerOf(202, job)
    }
    await stepOf(tx, job)
    return answerOf(200, await readJob(tx, job.merchantId, job.id))
  })
}

/** What is done stays done, and can be undone. */
export function cancelJob(ctx: Ctx, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const job = await lockOwn(tx, ctx, id)
    if (!isOfCustomers(job)) requireRightTo(job.action, ctx.permissions)
    if (job.state === 'queued' || job.state === 'running') await finish(tx, job, 'cancelled')
    else if (job.state !== 'cancelled') throw conflict('job.finished')
    return answerOf(200, await readJob(tx, job.merchantId, id))
  })
}

/** Reverses what the job changed and nobody since. Again is the same. */
export function undoJob(ctx: Ctx, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const job = await lockOwn(tx, ctx, id)
    requireRightTo(job.action, ctx.permissions)
    if (job.state === 'undone' || job.state === 'undoing')
      return answerOf(job.state === 'undone' ? 200 : 202, job)
    if (job.state === 'queued' || job.state === 'running') throw conflict('job.running')
    if (Date.parse(job.createdAt) < Date.now() - UNDO_DAYS * 86_400_000)
      throw conflict('job.too_old', { days: UNDO_DAYS })
    const parentId = isOfCustomers(job) ? await recordParent(tx, job, ctx, newId(), true) : newId()
    if ((await changedUpTo(tx, job, AT_ONCE + 1)) > AT_ONCE) {
      await setState(tx, job, 'undoing')
      await enqueue(tx, UNDO_TASK, { jobId: id, parentId, actor: ctx.actor }, `bulk:${id}`)
      return answerOf(202, await readJob(tx, job.merchantId, id))
    }
    await undoStepOf(tx, job, ctx, parentId)
    return answerOf(200, await readJob(tx, job.merchantId, id))
  })
}

/** For the hourly clean-up: what is too old to be undone. */
export async function forgetOldResults(tx: Writer, merchantId: string): Promise<void> {
  for (const table of ['bulk_job_customers', 'bulk_job_orders'])
    await sql`
      delete from ${sql.table(table)} b using bulk_jobs j
       where b.merchant_id = ${merchantId} and j.merchant_id = b.merchant_id and j.id = b.job_id
         and j.created_at < now() - make_interval(days => ${UNDO_DAYS}) and j.finished_at is not null`.execute(
      tx,
    )
}

export const applyLater = (tx: Writer, { id }: Pick<Job, 'id'>) =>
  enqueue(tx, APPLY_TASK, { jobId: id }, `bulk:${id}`)

export async function setState(
  tx: Writer,
  job: Job,
  state: Job['state'],
  matched = job.matched,
): Promise<void> {
  await tx
    .updateTable('bulk_jobs')
    .set({ state, matched })
    .where('merchant_id', '=', job.merchantId)
    .where('id', '=', job.id)
    .execute()
}

export const answerOf = (status: number, job: Job): Answer => ({ status, body: JSON.stringify(onWire(job)) })

type NewJob = {
  readonly action: JobAction
  readonly targetId: string | null
  readonly filter?: object | undefined
}

/** With what it is about; `collect` answers how many these are, null when the worker has to go on collecting. */
export async function insertJob(
  tx: Writer,
  ctx: Ctx,
  { action, targetId, filter }: NewJob,
  collect: (job: Job) => Promise<number | null>,
): Promise<Job> {
  const { merchantId, storeIds } = ctx.scope
  const id = newId()
  await tx
    .insertInto('bulk_jobs')
    .values({
      merchant_id: merchantId,
      id,
      action,
      target_id: targetId,
      state: 'running',
      filter: filter === undefined ? null : JSON.stringify(filter),
      actor_kind: ctx.actor.kind,
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      store_scope: storeIds === null ? null : [...storeIds],
    })
    .execute()
  const job = await readJob(tx, merchantId, id)
  const matched = await collect(job)
  const state = matched === null || matched > AT_ONCE ? 'queued' : 'running'
  await setState(tx, job, state, matched)
  return { ...job, state, matched }
}

async function findTarget(tx: Writer, ctx: Ctx, request: BulkRequest): Promise<string | null> {
  const { merchantId, storeIds } = ctx.scope
  if (request.storeId !== undefined) {
    const isVisible = storeIds === null || storeIds.includes(request.storeId)
    const { rows } =
      await sql`select from stores where merchant_id = ${merchantId} and id = ${request.storeId}`.execute(tx)
    if (rows.length > 0 && isVisible) return request.storeId
    throw invalid([{ path: 'storeId', code: 'store.unknown', message: 'is not a known store' }])
  }
  if (request.tag !== undefined && request.action === 'addTag')
    return (await ensureTags(tx, merchantId, [request.tag]))[0] ?? null
  if (request.tag === undefined && request.tagId === undefined) return null
  const path = request.tag === undefined ? 'tagId' : 'tag'
  const found = await findTag(
    tx,
    merchantId,
    request.tag === undefined ? { id: request.tagId as string } : { name: request.tag },
  )
  if (found === null) throw invalid([{ path, code: 'tag.unknown', message: 'is not a known tag' }])
  return found
}

/** Somebody limited to stores decides only about what they did themselves. */
async function lockOwn(tx: Writer, ctx: Ctx, id: string): Promise<Job> {
  const job = await lockJob(tx, ctx.scope.merchantId, id)
  if (ctx.scope.storeIds !== null && job.actor.id !== ctx.actor.id) throw new Problem('job.not_yours', 403)
  return job
}

async function changedUpTo(tx: Writer, job: Job, limit: number): Promise<number> {
  const table = isOfCustomers(job) ? 'bulk_job_customers' : 'bulk_job_orders'
  const { rows } = await sql`
    select from ${sql.table(table)} where merchant_id = ${job.merchantId} and job_id = ${job.id} and outcome = 'changed'
     limit ${limit}`.execute(tx)
  return rows.length
}
