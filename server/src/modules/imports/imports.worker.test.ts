// Imports under a worker that is stopped, killed, paused or told to end.
import { fork } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { startWorker } from '../../../test/worker.ts'
import { cleanUp } from '../../housekeeping.ts'
import { counts, ended, importer, upload } from './imports.kit.ts'

type Kit = Awaited<ReturnType<typeof setup>>

const ROWS = 6000
/** Three batches; the second half says the first once more, most of it in later ones. */
function longFile(rows = ROWS): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const n = i < rows / 2 ? i : i - rows / 2
    return `Person${n},Lee,person${n}@example.com,212-555-${String(n % 10_000).padStart(4, '0')},Acme ${n % 7}`
  })
  return ['First name,Last name,Email,Phone,Company', ...lines].join('\n')
}
/** The machine may be busy. */
const PATIENCE = 90_000
const half = { created: ROWS / 2, updated: 0, unchanged: ROWS / 2, rejected: 0 }

async function count(kit: Kit, query: string): Promise<number> {
  return (await kit.db.owner.query(`select count(*)::int as count from ${query}`)).rows[0].count
}
const processed = async (kit: Kit, id: string) =>
  (await kit.as.get(`/imports/${id}`)).body.processed as number
const started = (kit: Kit) =>
  upload({ caller: kit.as, file: longFile() }).then((reply) => reply.body.id as string)

test(
  'rows of later batches are matched with those of earlier ones',
  async () => {
    const kit = await setup()
    const { run } = await importer(kit)

    const done = await run(longFile())
    const again = await run(longFile())

    expect(counts(done)).toEqual(half)
    expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: ROWS, rejected: 0 })
    expect(await count(kit, `customers where type = 'business'`)).toBe(7)
    expect(await count(kit, 'affiliations')).toBe(ROWS / 2)
  },
  PATIENCE,
)

test(
  'when an import ends, nothing of it waits to be sorted into the index that searches read',
  async () => {
    const kit = await setup()
    const { run } = await importer(kit)

    await run(longFile())

    await kit.db.owner.query('create extension pgstattuple')
    const { rows } = await kit.db.owner.query(
      `select pending_tuples::int as waiting from pgstatginindex('customer_search__trigram_idx')`,
    )
    expect(rows[0].waiting).toBe(0)
  },
  PATIENCE,
)

test('what waits for the index is found all the same, and sorted in when a worker starts', async () => {
  const kit = await setup()
  await kit.db.owner.query('create extension pgstattuple')
  const waiting = async () => {
    const { rows } = await kit.db.owner.query(
      `select pending_tuples::int as waiting from pgstatginindex('customer_search__trigram_idx')`,
    )
    return rows[0].waiting as number
  }
  await kit.as.post('/customers', { firstName: 'Ana' })
  expect(await waiting()).toBeGreaterThan(0)
  expect((await kit.as.get('/customers?q=ana')).body.items).toHaveLength(1)
  await startWorker(kit.db, undefined, kit.storage)
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0)
  expect((await kit.as.get('/customers?q=ana')).body.items).toHaveLength(1)
})

test(
  'a stopped worker ends after the batch in hand, the next one goes on',
  async () => {
    const kit = await setup()
    const first = await startWorker(kit.db, undefined, kit.storage)
    const id = await started(kit)
    await expect.poll(() => processed(kit, id), { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)
    await first.stop()
    const { body: between } = await kit.as.get(`/imports/${id}`)

    await startWorker(kit.db, undefined, kit.storage)
    const done = await ended(kit.as, id)

    expect(between.state).toBe('running')
    expect(between.processed).toBeLessThan(ROWS)
    expect(counts(done)).toEqual(half)
    expect(await count(kit, `activities where kind = 'customer.created'`)).toBe(ROWS / 2 + 7)
  },
  PATIENCE,
)

test(
  'a worker killed in the middle loses no row and brings none twice',
  async () => {
    const kit = await setup()
    const id = await started(kit)
    for (let round = 0; round < 2; round++) {
      const before = await processed(kit, id)
      const child = fork(join(import.meta.dirname, '../../../test/worker-process.ts'), [
        kit.url,
        kit.filesFolder,
      ])
      await expect.poll(() => processed(kit, id), { timeout: 25_000, interval: 20 }).toBeGreaterThan(before)
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
      if ((await processed(kit, id)) === ROWS) break
    }
    await startWorker(kit.db, undefined, kit.storage)
    const done = await ended(kit.as, id)

    expect(done).toMatchObject({ state: 'succeeded', total: ROWS, processed: ROWS })
    expect(counts(done)).toEqual(half)
    expect(await count(kit, `customers where type = 'personal'`)).toBe(ROWS / 2)
    expect(await count(kit, `activities where kind = 'customer.created'`)).toBe(ROWS / 2 + 7)
  },
  PATIENCE,
)

test(
  'a paused import waits, and goes on where it was',
  async () => {
    const kit = await setup()
    await startWorker(kit.db, undefined, kit.storage)
    const id = await started(kit)
    await expect.poll(() => processed(kit, id), { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)

    const paused = await kit.as.post(`/imports/${id}/pause`)
    const resumed = await kit.as.post(`/imports/${id}/resume`)
    const done = await ended(kit.as, id)

    expect(paused.body.state).toBe('paused')
    expect(paused.body.processed).toBeLessThan(ROWS)
    expect(resumed.status).toBe(202)
    expect(counts(done)).toEqual(half)
  },
  PATIENCE,
)

test('a cancelled import keeps what came in, and cannot be taken up again', async () => {
  const kit = await setup()
  await startWorker(kit.db, undefined, kit.storage)
  const id = await started(kit)
  await expect.poll(() => processed(kit, id), { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)

  const cancelled = await kit.as.post(`/imports/${id}/cancel`)

  expect(cancelled.body).toMatchObject({ state: 'cancelled' })
  expect((await kit.as.post(`/imports/${id}/cancel`)).status).toBe(200)
  for (const step of ['pause', 'resume'])
    expect((await kit.as.post(`/imports/${id}/${step}`)).body.code).toBe('import.finished')
  const { body } = await kit.as.get(`/imports/${id}`)
  expect(await count(kit, `customers where type = 'personal'`)).toBe(body.created)
})

test('files and reports of old imports go', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const done = await run('First name,Email\nAnn,nonsense\n')
  await kit.db.owner.query(`update imports set finished_at = now() - interval '31 days'`)

  await cleanUp(kit.db, kit.storage)

  expect(await count(kit, 'import_issues')).toBe(0)
  expect((await kit.as.post(`/imports/${done.id}/preview`)).body.code).toBe('import.file_gone')
})

test('a file that has gone fails the import with one sentence', async () => {
  const kit = await setup()
  const { body } = await upload({ caller: kit.as, file: 'First name\nAnn\n' })
  await rm(kit.filesFolder, { recursive: true })
  await startWorker(kit.db, undefined, kit.storage)

  const done = await ended(kit.as, body.id)

  expect(done).toMatchObject({ state: 'failed', error: { code: 'import.file_gone' } })
})
