// Work that outlives a request: enqueued in the transaction that needs it, done by the worker's process.
import { sql } from 'kysely'
import type { Storage } from '../kernel/storage.ts'
import type { Db, Writer } from './client.ts'

/** What a task gets: nothing that the enqueuing transaction did not commit. */
export type TaskPayload = Readonly<Record<string, unknown>> & { readonly merchantId: string }

export type TaskRun = {
  readonly db: Db
  /** From 1. Each next one waits e times as long as the last; the tenth is the last. */
  readonly attempt: number
  /** Where uploaded and exported files lie. */
  readonly storage: Storage
  /** Aborts when the worker is told to stop: a task of many steps ends after the one it is in, and goes on later. */
  readonly signal: AbortSignal
}

/**
 * One bounded step, in one transaction that also enqueues the next step: whoever kills the worker at whatever moment
 * finds each step done once or not at all, and no merchant waits for the end of another's long job.
 */
export type Task = (payload: TaskPayload, run: TaskRun) => Promise<void>
export type Tasks = Readonly<Record<string, Task>>

/** The key replaces what waits under it; a step that runs under it is not tried again. */
export async function enqueue(
  tx: Writer,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  key: string,
  delaySeconds = 0,
): Promise<void> {
  await sql`select enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${key}, now() + make_interval(secs => ${delaySeconds}))`.execute(
    tx,
  )
}
