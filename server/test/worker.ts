// The worker as shipped, over the database of a test.
import { onTestFinished } from 'vitest'
import type { Db } from '../src/db/client.ts'
import { type RunningWorker, runWorker } from '../src/worker.ts'

/** What it logged as errors is in `errors`. */
export async function startWorker(
  db: Db,
  patienceMs?: number,
  filesFolder = '',
): Promise<RunningWorker & { readonly errors: unknown[] }> {
  const errors: unknown[] = []
  const quiet = () => undefined
  const worker = await runWorker({
    db,
    filesFolder,
    ...(patienceMs !== undefined && { patienceMs }),
    log: { error: (...line: unknown[]) => errors.push(line), warn: quiet, info: quiet, debug: quiet },
  })
  onTestFinished(() => worker.stop())
  return { ...worker, errors }
}
