// The worker as shipped, over the database of a test.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Db } from '../src/db/client.ts'
import type { Storage } from '../src/kernel/storage.ts'
import type { MailSettings } from '../src/modules/communications/index.ts'
import { folderStorage } from '../src/modules/files/index.ts'
import { type RunningWorker, runWorker } from '../src/worker.ts'

/** For tests without files. */
const NOWHERE = join(tmpdir(), 'clientele-no-files')

/** What it logged as errors is in `errors`. */
export async function startWorker(
  db: Db,
  patienceMs?: number,
  storage: Storage = folderStorage(NOWHERE),
  mail: MailSettings | null = null,
): Promise<RunningWorker & { readonly errors: unknown[] }> {
  const errors: unknown[] = []
  const quiet = () => undefined
  const worker = await runWorker({
    db,
    storage,
    mail,
    ...(patienceMs !== undefined && { patienceMs }),
    log: { error: (...line: unknown[]) => errors.push(line), warn: quiet, info: quiet, debug: quiet },
  })
  onTestFinished(() => worker.stop())
  return { ...worker, errors }
}

/** What failed is tried again at once, until the test ends: the half minute that four tries take is all waiting. */
export function retriesAtOnce({ owner }: Db): void {
  const bringForward = () =>
    owner.query(
      `with failed as (
         update graphile_worker._private_jobs set run_at = now()
          where attempts > 0 and locked_at is null and run_at > now() returning 1)
       select pg_notify('jobs:insert', '{"count":1}') from failed`,
      [],
    )
  let last: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    last = last.then(bringForward)
  }, 100)
  onTestFinished(async () => {
    clearInterval(timer)
    await last
  })
}
