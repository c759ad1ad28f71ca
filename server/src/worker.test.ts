import { expect, test } from 'vitest'
import { setup } from '../test/harness.ts'
import { startWorker } from '../test/worker.ts'

test('jobs of a worker that is dead are given back, those of one that lives are not', async () => {
  const kit = await setup()
  const { owner } = kit.db
  await startWorker(kit.db)
  const alive = await owner.connect()
  await alive.query(`select pg_advisory_lock(hashtextextended('pool-alive', 0))`)
  for (const pool of ['pool-dead', 'pool-alive']) {
    await owner.query(`select graphile_worker.add_job('someone else''s task', '{}', job_key => $1)`, [pool])
    await owner.query(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute' where key = $1`,
      [pool],
    )
  }

  const locked = async () =>
    (await owner.query('select locked_by from graphile_worker.jobs where locked_by is not null')).rows

  await expect.poll(locked, { timeout: 15_000 }).toEqual([{ locked_by: 'pool-alive' }])
  alive.release(true)
})

test('a task that fails is logged with its cause', async () => {
  const kit = await setup()
  const worker = await startWorker(kit.db)

  await kit.db.owner.query(`select graphile_worker.add_job('bulk.apply', '{"jobId": "x"}')`)

  await expect
    .poll(() => JSON.stringify(worker.errors), { timeout: 10_000 })
    .toContain('came without a merchant')
})

test('a job of a business that is gone by now is done with, and nothing is logged', async () => {
  const kit = await setup()
  const { owner } = kit.db
  await owner.query(
    `select graphile_worker.add_job('imports.run', json_build_object('merchantId', gen_random_uuid(), 'importId', gen_random_uuid()))`,
  )

  const worker = await startWorker(kit.db)

  const jobs = async () =>
    (await owner.query("select 1 from graphile_worker.jobs where task_identifier = 'imports.run'")).rows
  await expect.poll(jobs, { timeout: 10_000 }).toEqual([])
  expect(worker.errors).toEqual([])
})

test('a stopped worker is not broken, one that cannot go on is', async () => {
  const kit = await setup()
  const stopped = await startWorker(kit.db)
  const broken: string[] = []
  void stopped.broken.then(() => broken.push('the stopped one'))
  await stopped.stop()
  const other = await startWorker(kit.db, 2000)
  void other.broken.then(() => broken.push('the other one'))

  // Renamed rather than dropped, which would wait for what the worker holds while that waits for it.
  await kit.db.owner.query('alter schema graphile_worker rename to gone')

  await expect.poll(() => broken, { timeout: 25_000 }).toEqual(['the other one'])
})
