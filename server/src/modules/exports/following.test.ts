// The file of an export that is still being written.
import { fork } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { plainCustomers } from '../../../test/people.ts'
import { fail } from './exports.commands.ts'
import { exported, fileOf, type Kit, linesOf, workerOf } from './exports.kit.ts'
import { findExport } from './exports.queries.ts'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

const wanted = { kind: 'customers', format: 'csv', columns: ['id', 'lastName'] }

/** An export that comes to a halt behind its first rows, until it may go on. */
async function haltingExport(kit: Kit) {
  const ids = await plainCustomers(kit.db.owner, kit.first.id, { count: 3000 })
  const bar = new pg.Client({ connectionString: kit.url })
  await bar.connect()
  onTestFinished(() => bar.end())
  await bar.query(`
    select pg_advisory_lock(1);
    create function let_pass(customer uuid) returns boolean language plpgsql as $$ begin
      if customer = '${ids[2000]}' then
        perform pg_advisory_lock_shared(1);
        perform pg_advisory_unlock_shared(1);
      end if;
      return true;
    end $$;
    create policy halt on customers as restrictive for select to clientele_app using (let_pass(id))`)
  const { id } = (await kit.as.post('/exports', { kind: 'customers', format: 'csv' })).body
  const written = () =>
    filesIn(kit.filesFolder).reduce(
      (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
      0,
    )
  return {
    ids,
    id,
    hasHalted: async () => {
      await expect.poll(written, { timeout: 20_000 }).toBeGreaterThan(0)
      expect((await kit.as.get(`/exports/${id}`)).body.state).toBe('running')
    },
    goOn: async () => void (await bar.query('select pg_advisory_unlock(1)')),
  }
}

test('whoever asks at once reads along to the end', async () => {
  const kit = await setup()
  const ids = await plainCustomers(kit.db.owner, kit.first.id, { count: 12_000 })
  const { id } = (await kit.as.post('/exports', wanted)).body
  const reading = fileOf(kit, id)
  await workerOf(kit)

  const { file, status } = await reading

  expect(status).toBe(200)
  expect(linesOf(file).map((line) => line.id)).toEqual(ids)
  expect((await kit.as.get(`/exports/${id}`)).body).toMatchObject({ state: 'succeeded', rows: 12_000 })
})

test('everybody is in it once, in order, also by way of a filter', async () => {
  const kit = await setup()
  const ids = await plainCustomers(kit.db.owner, kit.first.id, { count: 12_000 })
  await workerOf(kit)

  const { id } = (await kit.as.post('/exports', { ...wanted, filter: { type: 'personal' } })).body

  expect(linesOf((await fileOf(kit, id)).file).map((line) => line.id)).toEqual(ids)
})

test('a worker that is killed leaves no half of a file: it is written anew', async () => {
  const kit = await setup()
  const { ids, id, hasHalted, goOn } = await haltingExport(kit)
  const doomed = fork(
    join(import.meta.dirname, '../../../test/worker-process.ts'),
    [kit.url, kit.filesFolder],
    {
      execArgv: [],
    },
  )
  await hasHalted()
  doomed.kill('SIGKILL')
  await goOn()
  const cut = fileOf(kit, id).catch((error: Error) => error)

  await workerOf(kit)

  await expect
    .poll(async () => (await kit.as.get(`/exports/${id}`)).body.state, { interval: 50, timeout: 30_000 })
    .toBe('succeeded')
  expect(linesOf((await fileOf(kit, id)).file).map((line) => line.id)).toEqual(ids)
  // Cut off, or refused when nothing was sent yet; never a file that looks whole.
  expect(await cut).not.toMatchObject({ status: 200 })
}, 60_000)

test('a worker that is told to stop lets go at once, and the next one writes it', async () => {
  const kit = await setup()
  const { ids, id, hasHalted, goOn } = await haltingExport(kit)
  const stopped = await workerOf(kit)
  await hasHalted()

  const stopping = stopped.stop()
  await goOn()
  await stopping
  expect((await kit.as.get(`/exports/${id}`)).body).toMatchObject({ state: 'queued', rows: 0 })
  await workerOf(kit)

  expect(linesOf((await fileOf(kit, id)).file).map((line) => line.id)).toEqual(ids)
  expect(stopped.errors).toEqual([])
})

test('one that failed says so in place of its file', async () => {
  const kit = await setup()
  const { id } = (await kit.as.post('/exports', wanted)).body
  await kit.db.write(kit.first.id, async (tx) => {
    const row = await findExport(tx, kit.first.id, id)
    if (row === null) throw new Error('no export')
    await tx
      .updateTable('exports')
      .set({ state: 'running', storage_key: 'attempt-1' })
      .where('id', '=', id)
      .execute()
    await fail(tx, { row, key: 'attempt-1' }, 'disk.full')
  })

  expect((await kit.as.get(`/exports/${id}`)).body).toMatchObject({
    state: 'failed',
    error: { code: 'disk.full' },
  })
  const reply = await kit.as.get(`/exports/${id}/file`)
  expect([reply.status, reply.body.code]).toEqual([409, 'export.failed'])
})

test('a cancelled one stops, leaves no file, and is in the trail of who took what', async () => {
  const kit = await setup()
  const { id, hasHalted, goOn } = await haltingExport(kit)
  const worker = await workerOf(kit)
  await hasHalted()
  const colleague = await kit.callerOf(kit.first.id, ['customers.export'])

  const cancelled = await colleague.post(`/exports/${id}/cancel`)
  await goOn()

  expect(cancelled.body).toMatchObject({ id, state: 'cancelled', bytes: null })
  expect((await kit.as.post(`/exports/${id}/cancel`)).body).toEqual(cancelled.body)
  const refused = await kit.as.get(`/exports/${id}/file`)
  expect([refused.status, refused.body.code]).toEqual([409, 'export.cancelled'])
  await expect.poll(() => filesIn(kit.filesFolder), { timeout: 20_000 }).toEqual([])
  expect((await kit.as.get(`/exports/${id}`)).body.state).toBe('cancelled')
  const { rows } = await kit.db.owner.query(
    'select a.actor_id = e.actor_id as "isOurs" from activities a, exports e where a.kind = \'customers.exported\'',
  )
  expect(rows).toEqual([{ isOurs: true }])
  expect(worker.errors).toEqual([])
})

test('one that is waiting is cancelled before it begins; one that is done stays as it is', async () => {
  const kit = await setup()
  await plainCustomers(kit.db.owner, kit.first.id, { count: 3 })
  const waiting = (await kit.as.post('/exports', wanted)).body
  await kit.as.post(`/exports/${waiting.id}/cancel`)
  await workerOf(kit)
  const done = await exported(kit, { format: 'csv' })

  expect((await kit.as.post(`/exports/${done.id}/cancel`)).body.state).toBe('succeeded')
  expect((await kit.as.get(`/exports/${waiting.id}`)).body.state).toBe('cancelled')
})
