import type { Db } from '../../db/client.ts'
import type { Task, TaskRun, Tasks } from '../../db/jobs.ts'
import { discard, isUnavailable } from '../files/index.ts'
import { readMerchant } from '../merchants/index.ts'
import { beginAttempt, fail, finish, letGo, noteProgress, WRITE_TASK } from './exports.commands.ts'
import { type ExportRow, findExport, scopeOf } from './exports.queries.ts'
import { type Target, type Written, writeExport } from './write-export.ts'

/** What failed so often (in about half a minute) will not succeed: the user is told rather than left waiting. */
const LAST_ATTEMPT = 4

/**
 * One step, however long: a snapshot cannot be taken up again. An attempt that was interrupted begins anew, in another
 * file, and whoever read along in the old one is cut off.
 */
const writeTask: Task = async (payload, run) => {
  const { merchantId, exportId } = payload as typeof payload & { readonly exportId: string }
  const { db, storage } = run
  const attempt = await db.write(merchantId, (tx) => beginAttempt(tx, merchantId, exportId))
  if (attempt === null) return
  if ('cancelled' in attempt) return discard(storage, attempt.cancelled)
  if (attempt.abandoned !== null) await discard(storage, attempt.abandoned)
  try {
    const file = await storage.create(attempt.key)
    const written = await write(attempt.row, run, {
      append: (bytes) => file.append(bytes),
      progress: async (rows) => {
        if (!(await db.write(merchantId, (tx) => noteProgress(tx, attempt, rows)))) throw new GivenUp()
      },
      signal: run.signal,
    }).finally(() => file.close())
    const isOurs = await db.write(merchantId, (tx) => finish(tx, attempt, written))
    if (!isOurs) await discard(storage, attempt.key)
  } catch (error) {
    if (error instanceof GivenUp) return discard(storage, attempt.key)
    if (run.signal.aborted) {
      await db.write(merchantId, (tx) => letGo(tx, attempt))
      return discard(storage, attempt.key)
    }
    const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    if (isFull || run.attempt >= LAST_ATTEMPT) {
      const reason = isFull ? 'disk.full' : isUnavailable(error) ? 'files.unavailable' : 'export.broken'
      await db.write(merchantId, (tx) => fail(tx, attempt, reason))
      await discard(storage, attempt.key)
    }
    throw error
  }
}

/** Cancelled, or another attempt has taken over. */
class GivenUp extends Error {}

async function write(row: ExportRow, run: TaskRun, target: Target): Promise<Written> {
  const merchant = await run.db.read(row.merchantId, (reader) => readMerchant(reader, row.merchantId))
  const { format, columns, language, filter, ids } = row
  return writeExport(
    sourceOf(row, run),
    { format, columns, language, asker: { scope: scopeOf(row), merchant }, selection: { filter, ids } },
    target,
  )
}

/**
 * A replica that has the order has all that was there when it was given. It may have to give up a long read for what it
 * replays; the next attempt is made where that cannot happen.
 */
function sourceOf({ id }: ExportRow, { db, attempt }: TaskRun): Pick<Db, 'snapshot'> {
  const { replica } = db
  if (replica === null || attempt > 1) return db
  return {
    snapshot: (merchantId, fn) =>
      replica.snapshot(merchantId, fn, async (reader) => (await findExport(reader, merchantId, id)) !== null),
  }
}

export const exportTasks: Tasks = { [WRITE_TASK]: writeTask }
