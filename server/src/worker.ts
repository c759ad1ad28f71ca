// The composition of the worker: the modules' tasks, the hourly clean-up, and what a dead worker or an older program left.
import { EventEmitter } from 'node:events'
import { type Task as JobTask, Logger, parseCronItems, run, type WorkerEvents } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { Db } from './db/client.ts'
import type { Task, TaskPayload, TaskRun, Tasks } from './db/jobs.ts'
import { cleanUp } from './housekeeping.ts'
import type { Storage } from './kernel/storage.ts'
import { bulkTasks } from './modules/bulk/index.ts'
import { type MailSettings, outboxTasks, resumeOutbox } from './modules/communications/index.ts'
import { sortPending } from './modules/customers/index.ts'
import { exportTasks } from './modules/exports/index.ts'
import { importTasks } from './modules/imports/index.ts'
import { merchantTasks, readMerchant, rewriteOutdatedSearch } from './modules/merchants/index.ts'
import { figureTasks, moveFigures, receiptLetter } from './modules/orders/index.ts'
import { keepPresence } from './worker-presence.ts'

export type WorkerDeps = {
  readonly db: Db
  readonly storage: Storage
  /** Null: mails wait. */
  readonly mail: MailSettings | null
  /** So long it may go on failing to ask for jobs: a database that is started anew takes a moment. */
  readonly patienceMs?: number
  readonly log: Pick<Log, 'error' | 'warn' | 'info' | 'debug'>
}

export type RunningWorker = {
  /** Takes no new step, finishes those it is in. */
  stop(): Promise<void>
  /** Resolves when it cannot go on and has to be started anew. */
  readonly broken: Promise<void>
}

/** Two, so that a merchant's long job does not hold up a short one of another. */
const CONCURRENCY = 2
/** New jobs ring; this finds those whose time has come, or that were a dead worker's. */
const POLL_MS = 3000
const HOURLY = '7 * * * *'
/** Midnight comes at a quarter or a half past the hour in some zones. */
const QUARTERLY = '*/15 * * * *'
const PATIENCE_MS = 30_000

const tasksOf = (mail: MailSettings | null): Tasks => ({
  ...bulkTasks,
  ...merchantTasks,
  ...figureTasks,
  ...exportTasks,
  ...importTasks,
  ...outboxTasks(mail, { receipt: receiptLetter(readMerchant) }),
})

export async function runWorker({
  db,
  storage,
  mail,
  log,
  patienceMs = PATIENCE_MS,
}: WorkerDeps): Promise<RunningWorker> {
  await rewriteOutdatedSearch(db.owner)
  if (mail !== null) await resumeOutbox(db.owner)
  const stopping = new AbortController()
  const events: WorkerEvents = new EventEmitter()
  let poolId = ''
  events.once('pool:create', ({ workerPool }) => {
    poolId = workerPool.id
  })
  const runner = await run({
    pgPool: db.owner,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    events,
    logger: loggerOf(log),
    taskList: {
      ...Object.fromEntries(
        Object.entries(tasksOf(mail)).map(([name, task]) => [
          name,
          asJob(task, { db, storage, signal: stopping.signal }),
        ]),
      ),
      cleanUp: async () => cleanUp(db, storage),
      moveFigures: async () => moveFigures(db),
      sortPending: async () => sortPending(db.owner),
    },
    parsedCronItems: parseCronItems([
      { task: 'cleanUp', match: HOURLY, options: { maxAttempts: 1 } },
      { task: 'moveFigures', match: QUARTERLY, options: { maxAttempts: 1 } },
      { task: 'sortPending', match: QUARTERLY, options: { maxAttempts: 1 } },
    ]),
  })
  // Days may have passed while nobody was here.
  moveFigures(db).catch((error) => log.warn({ err: error }, 'figures could not be moved to today'))
  sortPending(db.owner).catch((error) => log.warn({ err: error }, 'what waits could not be sorted in'))
  const presence = keepPresence(db.owner, poolId, (error) => log.warn({ err: error }, 'worker presence'))
  let isStopping = false
  const broken = Promise.withResolvers<void>()
  const giveUp = (error?: unknown) => {
    if (isStopping) return
    log.error({ err: error }, 'the worker cannot go on')
    broken.resolve()
  }
  runner.promise.then(giveUp, giveUp)
  watchAsking(events, patienceMs, giveUp)
  return {
    broken: broken.promise,
    stop: async () => {
      isStopping = true
      stopping.abort()
      await runner.stop().catch(() => undefined)
      await presence.end()
    },
  }
}

/** graphile-worker asks for jobs for ever, whatever the answer. */
function watchAsking(events: WorkerEvents, patienceMs: number, giveUp: (error: unknown) => void): void {
  let failsSince: number | null = null
  const answered = () => {
    failsSince = null
  }
  events.on('worker:getJob:empty', answered)
  events.on('job:start', answered)
  events.on('worker:getJob:error', ({ error }) => {
    failsSince ??= Date.now()
    if (Date.now() - failsSince > patienceMs) giveUp(error)
  })
}

function asJob(task: Task, run: Omit<TaskRun, 'attempt'>): JobTask {
  return async (payload, { job }) => {
    if (!isPayload(payload)) throw new Error(`${job.task_identifier} came without a merchant`)
    try {
      await task(payload, { ...run, attempt: job.attempts })
    } catch (error) {
      // A sample business may be removed in the middle of its job.
      if (await isThere(run.db, payload.merchantId).catch(() => true)) throw error
    }
  }
}

async function isThere(db: Db, merchantId: string): Promise<boolean> {
  const { rows } = await db.owner.query('select 1 from merchants where merchant_id = $1', [merchantId])
  return rows.length > 0
}

function isPayload(payload: unknown): payload is TaskPayload {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    'merchantId' in payload &&
    typeof payload.merchantId === 'string'
  )
}

function loggerOf(log: WorkerDeps['log']): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const { error, ...more } = meta ?? {}
    const about = { ...(scope.taskIdentifier && { task: scope.taskIdentifier, job: scope.jobId }) }
    log[level === 'warning' ? 'warn' : level](
      { ...about, ...(error === undefined ? {} : { err: error }), ...pickAttempts(more) },
      message,
    )
  })
}

const pickAttempts = ({ failure }: Readonly<Record<string, unknown>>) =>
  failure === undefined ? {} : { failure }
