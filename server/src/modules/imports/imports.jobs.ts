import type { Db } from '../../db/client.ts'
import type { Task, Tasks } from '../../db/jobs.ts'
import { Problem } from '../../kernel/problem.ts'
import { isUnavailable } from '../files/index.ts'
import type { Running } from './begin.ts'
import { failImport, RUN_TASK } from './imports.commands.ts'

/** So long it goes on before it looks whether others wait. */
const TURN_MS = 20_000
/** What fails so often (in about half a minute) will not succeed: the user is told rather than left waiting. */
const LAST_ATTEMPT = 4

const runTask: Task = async (payload, { db, storage, signal, attempt }) => {
  const { merchantId, importId } = payload as typeof payload & { readonly importId: string }
  const running = { db, storage, merchantId, importId, signal }
  try {
    await runImport({ ...running, giveWay: givingWay(db) })
  } catch (error) {
    // Somebody took it away.
    if (error instanceof Problem && error.code === 'import.not_found') return
    const isFull = isNoSpace(error)
    if (isFull || (attempt >= LAST_ATTEMPT && !signal.aborted))
      await failImport(running, isFull ? noSpace : isUnavailable(error) ? away : broken)
    throw error
  }
}

const noSpace = { code: 'disk.full', message: 'There is no room on the disk; what came in stays' }
const away = { code: 'files.unavailable', message: 'The file could not be reached; what came in stays' }
const broken = { code: 'import.broken', message: 'It could not be finished; what came in stays' }

const isNoSpace = (error: unknown) => ['ENOSPC', '53100'].includes(String((error as { code?: unknown }).code))

/** Loaded when it is needed: the server shares this module's door, and never runs one. */
export async function runImport(running: Running): Promise<void> {
  const run = await import('./run.ts')
  await run.runImport(running)
}

/** A long import makes room for jobs that wait, also those of other merchants. */
function givingWay(db: Db): () => Promise<boolean> {
  const until = Date.now() + TURN_MS
  return async () => {
    if (Date.now() < until) return false
    const { rows } = await db.owner.query<{ waiting: boolean }>(
      'select exists (select from graphile_worker.jobs where locked_at is null and run_at <= now() and attempts < max_attempts) as waiting',
      [],
    )
    return rows[0]?.waiting === true
  }
}

export const importTasks: Tasks = { [RUN_TASK]: runTask }
