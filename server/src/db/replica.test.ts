// A replica that is away, behind, wrong or busy: reads are answered all the same.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import {
  merchantIn,
  type Replicated,
  startRelay,
  startReplicated,
  webProcess,
} from '../../test/replicated.ts'
import { startWorker } from '../../test/worker.ts'
import type { Db, Reader } from './client.ts'

let servers: Replicated
beforeAll(async () => {
  servers = await startReplicated()
})
afterAll(() => servers.stop())

async function processOn(replicaUrl: string, pooling: 'session' | 'transaction' = 'session') {
  const web = await webProcess({ url: servers.url, replicaUrl }, pooling)
  onTestFinished(() => web.close())
  return { ...web, replica: web.db.replica as Db }
}

/** Where a read is answered. */
const isBehind = async (reader: Reader) =>
  (await sql<{ yes: boolean }>`select pg_is_in_recovery() as yes`.execute(reader)).rows[0]?.yes

test('a replica that goes away is told of once and missed by nobody, and is used when it is back', async () => {
  const web = await processOn(servers.replicaUrl)
  const merchant = await merchantIn(servers)
  const caller = web.as(await merchant.key())
  await caller.post('/customers', { type: 'personal', lastName: 'Arden' })
  const reader = web.as(await merchant.key())
  const ask = async () => (await reader.get('/customers')).body.items.length
  await servers.caughtUp()
  await web.usesReplica()
  expect(await ask()).toBe(1)

  onTestFinished(() => servers.startReplica())
  web.lines.length = 0
  // A read that was under way is told of on its own.
  const told = () => web.lines.filter(({ level, error }) => level === 'warn' || error === undefined)
  await servers.stopReplica()
  for (let turn = 0; turn < 20; turn++) expect(await ask()).toBe(1)
  await expect.poll(() => told().length, { timeout: 5000 }).toBe(1)
  expect(await ask()).toBe(1)

  await servers.startReplica()
  await web.usesReplica()
  expect(await ask()).toBe(1)
  expect(told().map(({ level }) => level)).toEqual(['warn', 'info'])
})

test('a replica that falls silent holds nobody up for long', { timeout: 20_000 }, async () => {
  const relay = await startRelay(servers.replicaFolder)
  const web = await processOn(relay.url)
  await web.usesReplica()
  const ask = () => web.replica.read(crypto.randomUUID(), isBehind)

  relay.hush()
  const begun = performance.now()
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([false, false, false])
  expect(performance.now() - begun).toBeLessThan(5000)
  expect(await ask()).toBe(false)

  relay.speak()
  await web.usesReplica()
})

test('one that stands still is used for four seconds at most', async () => {
  const web = await processOn(servers.replicaUrl)
  await web.usesReplica()
  await servers.pause()
  onTestFinished(async () => void (await servers.resume()))
  const begun = performance.now()
  const merchant = await merchantIn(servers)
  await web.usesPrimary()
  expect(performance.now() - begun).toBeLessThan(5000)
  await expect
    .poll(() => web.lines.map(({ message }) => message).join(), { timeout: 5000 })
    .toMatch(/too far behind/)
  const caller = web.as(await merchant.key())
  expect((await caller.get('/customers')).body.items).toEqual([])

  await servers.resume()
  await web.usesReplica()
})

test('a read that is cancelled for what is replayed is asked again of the primary', async () => {
  const web = await processOn(servers.replicaUrl)
  const merchant = await merchantIn(servers)
  await servers.caughtUp()
  await web.usesReplica()
  const answers: unknown[] = []
  const reading = web.replica.read(merchant.id, async (reader) => {
    await sql`select 1 from customers where merchant_id = ${merchant.id}`.execute(reader)
    const behind = await isBehind(reader)
    answers.push(behind)
    await sql`select pg_sleep(${behind ? 5 : 0}), count(*) from customers where merchant_id = ${merchant.id}`.execute(
      reader,
    )
    return 'read'
  })
  await expect.poll(() => answers.length, { interval: 10 }).toBe(1)
  await servers.here.query('begin; lock table customers in access exclusive mode; commit')

  expect(await reading).toBe('read')
  expect(answers).toEqual([true, false])
  expect(web.lines).toMatchObject([{ level: 'info', error: { code: '40001' } }])
})

test('what a migration has made is read from the primary until it has come', async () => {
  const web = await processOn(servers.replicaUrl)
  await servers.caughtUp()
  await web.usesReplica()
  await servers.pause()
  onTestFinished(async () => void (await servers.resume()))
  await servers.here.query('create table news (a int); grant select on news to clientele_app')
  onTestFinished(async () => void (await servers.here.query('drop table news')))

  const { rows } = await web.replica.read(crypto.randomUUID(), (reader) =>
    sql`select count(*)::int as n, pg_is_in_recovery() as yes from news`.execute(reader),
  )
  expect(rows).toEqual([{ n: 0, yes: false }])
  expect(web.lines).toMatchObject([{ level: 'warn', error: { code: '42P01' } }])
})

test('a read URL that is no replica, another database or nobody is not used, and said once', async () => {
  const unused = [
    [servers.url, /no replica/],
    [inject('databaseServer'), /no replica|another database/],
    [servers.replicaUrl.replace('/postgres?', '/template1?'), /clientele_app|another database/],
    [servers.replicaUrl.replace(/host=.*/, 'host=/nowhere'), /ENOENT/],
  ] as const
  for (const [url, reason] of unused) {
    const web = await processOn(url)
    await expect.poll(() => web.lines.length, { timeout: 5000 }).toBe(1)
    expect(web.lines[0]).toMatchObject({ level: 'warn', message: expect.stringMatching(reason) })
    expect(await web.replica.read(crypto.randomUUID(), isBehind)).toBe(false)
  }
})

test.for(['session', 'transaction'] as const)(
  'with pooling by %s a read stands as clientele_app',
  async (pooling) => {
    const web = await processOn(servers.replicaUrl, pooling)
    const [one, two] = [await merchantIn(servers), await merchantIn(servers)]
    await servers.caughtUp()
    await web.usesReplica()
    const seen = (merchantId: string) =>
      web.replica.read(merchantId, async (reader) => {
        const { rows } = await sql<{ who: string; behind: boolean; merchants: string[] }>`
        select current_user as who, pg_is_in_recovery() as behind,
               array(select merchant_id::text from merchants) as merchants`.execute(reader)
        return rows[0]
      })
    const as = (...merchants: string[]) => ({ who: 'clientele_app', behind: true, merchants })
    const asked = [one.id, two.id, one.id, crypto.randomUUID(), two.id]
    const all = await Promise.all(asked.map(seen))
    expect(all).toEqual(asked.map((id) => (id === one.id || id === two.id ? as(id) : as())))
  },
)

test('a snapshot is taken where what was ordered has come', async () => {
  const web = await processOn(servers.replicaUrl)
  const merchant = await merchantIn(servers)
  await servers.caughtUp()
  await web.usesReplica()
  const where = (isThere: boolean) =>
    web.replica.snapshot(
      merchant.id,
      async ({ reader, beside }) => [await isBehind(reader), await isBehind((await beside()).reader)],
      async () => isThere,
    )
  expect(await where(true)).toEqual([true, true])
  expect(await where(false)).toEqual([false, false])
  const failing = web.replica.snapshot(merchant.id, ({ reader }) => sql`select 1 / 0`.execute(reader))
  await expect(failing).rejects.toThrow(/division by zero/)
})

test('an export is read from the replica when that has its order, else from the primary', async () => {
  const web = await processOn(servers.replicaUrl)
  const merchant = await merchantIn(servers)
  const key = await merchant.key()
  const caller = web.as(key)
  const places: unknown[] = []
  const snapshot: Db['snapshot'] = (merchantId, fn, holds) =>
    web.replica.snapshot(
      merchantId,
      async (taken) => {
        places.push(await isBehind(taken.reader))
        return fn(taken)
      },
      holds,
    )
  await startWorker({ ...web.db, replica: { ...web.replica, snapshot } }, undefined, web.storage)
  const exported = async () => {
    const { body } = await caller.post('/exports', { kind: 'customers', format: 'csv' })
    const look = async () => (await caller.get(`/exports/${body.id}`)).body
    await expect.poll(async () => (await look()).state, { interval: 20, timeout: 5000 }).toBe('succeeded')
    return (await look()).rows
  }
  await caller.post('/customers', { type: 'personal', lastName: 'Arden' })
  await servers.caughtUp()
  await web.usesReplica()
  await servers.pause()
  onTestFinished(async () => void (await servers.resume()))
  await caller.post('/customers', { type: 'personal', lastName: 'Baker' })
  expect(await exported()).toBe(2)

  await servers.resume()
  await servers.caughtUp()
  await web.usesReplica()
  for (let turn = 0; turn < 20 && places.at(-1) !== true; turn++) expect(await exported()).toBe(2)
  expect([places[0], places.at(-1)]).toEqual([false, true])
})
