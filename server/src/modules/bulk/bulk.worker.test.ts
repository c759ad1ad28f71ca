import { fork } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { startWorker } from '../../../test/worker.ts'
import { count, customers, finished, inactive, newStore } from './bulk.kit.ts'

test('more than two hundred are done by the worker, and undone by it', async () => {
  const kit = await setup()
  const ids = await customers(kit, 4500)
  const worker = await startWorker(kit.db)

  const reply = await kit.as.post('/customers/bulk', { action: 'addTag', ids, tag: 'VIP' })

  expect(reply.status).toBe(202)
  expect(reply.body).toMatchObject({ state: 'queued', matched: 4500, done: 0 })
  expect(await finished(kit, reply.body.id, 'succeeded')).toMatchObject({ done: 4500, failed: 0 })
  expect(await count(kit, 'activities where parent_id = $1', [reply.body.id])).toBe(4500)
  await kit.db.owner.query('update customers set version = version + 1 where id = any($1)', [
    ids.slice(0, 10),
  ])
  expect((await kit.as.post(`/jobs/${reply.body.id}/undo`)).status).toBe(202)
  expect(await finished(kit, reply.body.id, 'undone')).toMatchObject({ undone: 4490, kept: 10 })
  expect(await count(kit, 'customer_tags')).toBe(10)
  expect(await count(kit, `events where kind = 'job.progress'`)).toBeGreaterThan(4)
  expect(worker.errors).toEqual([])
})

test('a worker that is killed in the middle leaves nothing done twice and nothing undone', async () => {
  const kit = await setup()
  const ids = (await Promise.all([customers(kit, 10_000), customers(kit, 2000)]))[0]
  const doomed = fork(join(import.meta.dirname, '../../../test/worker-process.ts'), [kit.url], {
    execArgv: [],
  })
  await new Promise((resolve) => doomed.once('message', resolve))
  const { body: job } = await kit.as.post('/customers/bulk', { action: 'inactivate', ids })
  await expect
    .poll(async () => (await kit.as.get(`/jobs/${job.id}`)).body.done, { interval: 5, timeout: 20_000 })
    .toBeGreaterThan(0)

  doomed.kill('SIGKILL')
  await new Promise((resolve) => doomed.once('exit', resolve))
  const left = (await kit.as.get(`/jobs/${job.id}`)).body
  await startWorker(kit.db)

  expect(left).toMatchObject({ state: 'running', matched: 10_000 })
  expect(left.done).toBeLessThan(10_000)
  expect(await finished(kit, job.id, 'succeeded')).toMatchObject({ done: 10_000, failed: 0 })
  expect(await inactive(kit, ids)).toBe(10_000)
  expect(await count(kit, 'customers where version = 2')).toBe(10_000)
  expect(await count(kit, 'activities where parent_id = $1', [job.id])).toBe(10_000)
})

test('a cancelled job stops between two steps, and what it did can be undone', async () => {
  const kit = await setup()
  const ids = await customers(kit, 10_000)
  await startWorker(kit.db)
  const { body: job } = await kit.as.post('/customers/bulk', { action: 'inactivate', ids })
  await expect
    .poll(async () => (await kit.as.get(`/jobs/${job.id}`)).body.done, { interval: 5, timeout: 20_000 })
    .toBeGreaterThan(0)

  const cancelled = await kit.as.post(`/jobs/${job.id}/cancel`)
  await new Promise((resolve) => setTimeout(resolve, 300))

  expect(cancelled.body.state).toBe('cancelled')
  expect(cancelled.body.done).toBeLessThan(10_000)
  expect(await inactive(kit, ids)).toBe(cancelled.body.done)
  expect((await kit.as.post(`/jobs/${job.id}/cancel`)).status).toBe(200)
  await kit.as.post(`/jobs/${job.id}/undo`)
  expect(await finished(kit, job.id, 'undone')).toMatchObject({ undone: cancelled.body.done })
  expect(await inactive(kit, ids)).toBe(0)
})

test('a job that has ended is not cancelled, one that runs is not undone, and none is another merchant’s', async () => {
  const kit = await setup()
  const other = await kit.merchant()
  const { body: done } = await kit.as.post('/customers/bulk', {
    action: 'inactivate',
    ids: await customers(kit, 1),
  })
  const { body: queued } = await kit.as.post('/customers/bulk', {
    action: 'inactivate',
    ids: await customers(kit, 201),
  })

  expect((await kit.as.post(`/jobs/${done.id}/cancel`)).body.code).toBe('job.finished')
  expect((await kit.as.post(`/jobs/${queued.id}/undo`)).body.code).toBe('job.running')
  expect((await other.caller.get(`/jobs/${done.id}`)).status).toBe(404)
  expect((await other.caller.post(`/jobs/${queued.id}/cancel`)).status).toBe(404)
  expect((await other.caller.post(`/jobs/${done.id}/undo`)).status).toBe(404)
})

test('a tag that is deleted meanwhile fails what is left', async () => {
  const kit = await setup()
  const ids = await customers(kit, 300)
  const { body: job } = await kit.as.post('/customers/bulk', { action: 'addTag', ids, tag: 'Fresh' })
  const tag = (await kit.as.get('/tags')).body.items.find((item: { name: string }) => item.name === 'Fresh')
  await kit.as.delete(`/tags/${tag.id}`)

  await startWorker(kit.db)

  expect(await finished(kit, job.id, 'failed')).toMatchObject({
    done: 0,
    failed: 300,
    error: { code: 'bulk.target_gone' },
  })
})

test('a filter of thousands is collected and done by the worker, also when the action changes what it matches', async () => {
  const kit = await setup()
  const ids = await customers(kit, 2500)
  await startWorker(kit.db)

  const { status, body } = await kit.as.post('/customers/bulk', {
    action: 'inactivate',
    filter: { status: 'active' },
  })

  expect([status, body.state, body.matched]).toEqual([202, 'queued', null])
  expect(await finished(kit, body.id, 'succeeded')).toMatchObject({ matched: 2500, done: 2500, failed: 0 })
  expect(await inactive(kit, ids)).toBe(2500)
})

test('in the worker as well a filter holds only what its user may see', async () => {
  const kit = await setup()
  const [north, south] = [await newStore(kit, 'North'), await newStore(kit, 'South')]
  const mine = await customers(kit, 300, { storeId: north })
  const theirs = await customers(kit, 300, { storeId: south })
  await kit.db.owner.query(
    'update customer_search s set store_nos = array(select store_no from customer_stores l join stores t on t.id = l.store_id where l.customer_id = s.customer_id)',
  )
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { role: 'manager', storeIds: [north] })
  await startWorker(kit.db)

  const { body } = await callerWith(kit.app, { cookie }).post('/customers/bulk', {
    action: 'inactivate',
    filter: {},
  })

  expect(await finished(kit, body.id, 'succeeded')).toMatchObject({ matched: 300, done: 300 })
  expect([await inactive(kit, mine), await inactive(kit, theirs)]).toEqual([300, 0])
})
