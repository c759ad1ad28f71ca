import type { Db, Writer } from '../../db/client.ts'
import { enqueue, type Task, type Tasks } from '../../db/jobs.ts'
import type { Actor } from '../../http/context.ts'
import { collectRest } from './bulk.collect.ts'
import { APPLY_TASK, applyLater, setState, UNDO_TASK } from './bulk.commands.ts'
import { isOfCustomers, type Job, lockJob, readJob } from './bulk.queries.ts'
import { finish } from './bulk.steps.ts'
import { collectRestOfOrders } from './orders/assign.collect.ts'
import { stepOf, undoStepOf } from './steps-of.ts'
import { tagRemovalTasks } from './tag-removal.ts'

/** A step that fails so often (in about a minute and a half) will not succeed: the user is told rather than left waiting. */
const LAST_ATTEMPT = 5

const applyTask: Task = async (payload, run) => {
  const { merchantId, jobId } = payload as typeof payload & { readonly jobId: string }
  await orGiveUp(run, merchantId, jobId, () =>
    run.db.write(merchantId, async (tx) => {
      const found = await readJob(tx, merchantId, jobId)
      if (found.state === 'queued' && found.matched === null) return collectStep(tx, found)
      const job = await lockJob(tx, merchantId, jobId)
      if (job.state === 'queued') await setState(tx, job, 'running')
      else if (job.state !== 'running') return
      if (!(await stepOf(tx, job))) await applyLater(tx, job)
    }),
  )
}

/** Before the lock: collecting a million takes a while, and who cancels does not wait for it. */
async function collectStep(tx: Writer, found: Job): Promise<void> {
  const matched = isOfCustomers(found) ? await collectRest(tx, found) : await collectRestOfOrders(tx, found)
  const job = await lockJob(tx, found.merchantId, found.id)
  if (job.state !== 'queued') return
  await setState(tx, job, 'running', matched)
  await applyLater(tx, job)
}

const undoTask: Task = async (payload, run) => {
  const { merchantId, jobId, parentId, actor } = payload as typeof payload & {
    readonly jobId: string
    readonly parentId: string
    readonly actor: Actor
  }
  await orGiveUp(run, merchantId, jobId, () =>
    run.db.write(merchantId, async (tx) => {
      const job = await lockJob(tx, merchantId, jobId)
      if (job.state !== 'undoing') return
      const recorder = { scope: { merchantId, storeIds: null }, actor }
      if (!(await undoStepOf(tx, job, recorder, parentId)))
        await enqueue(tx, UNDO_TASK, { jobId, parentId, actor }, `bulk:${jobId}`)
    }),
  )
}

async function orGiveUp(
  run: { readonly db: Db; readonly attempt: number },
  merchantId: string,
  jobId: string,
  step: () => Promise<void>,
): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (run.attempt >= LAST_ATTEMPT) {
      await run.db.write(merchantId, async (tx) =>
        finish(tx, await lockJob(tx, merchantId, jobId), 'failed', 'bulk.broken'),
      )
    }
    throw error
  }
}

export const bulkTasks: Tasks = { [APPLY_TASK]: applyTask, [UNDO_TASK]: undoTask, ...tagRemovalTasks }
