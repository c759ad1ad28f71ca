import { type ClientRequest, get as httpGet } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { plainCustomers, userOf } from '../../../test/people.ts'
import { buildApp } from '../../app.ts'
import { announce } from './index.ts'

type Kit = Awaited<ReturnType<typeof setup>>
type Got = { id: string | null; kind: string; ids?: string[]; count?: number }

/** The app behind a real port: a stream has no end that an injected request could wait for. */
async function listening(kit: Kit, heartbeatMs = 20_000) {
  const app = await buildApp({
    db: kit.db,
    logger: false,
    storage: kit.storage,
    listenUrl: kit.url,
    setupCode: null,
    publicUrl: null,
    sendsMail: false,
    trustProxy: false,
    webFolder: null,
    ready: () => true,
    version: '0.0.0-test',
    heartbeatMs,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  return address
}

/** Resolves when the head has come: from then on nothing may be missed. */
function open(address: string, headers: Record<string, string>) {
  const got: Got[] = []
  let ended = false
  return new Promise<{ got: Got[]; status: number; hasEnded(): boolean; close(): void }>(
    (resolve, reject) => {
      const request: ClientRequest = httpGet(`${address}/api/v1/events`, { headers }, (response) => {
        let rest = ''
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          const frames = (rest + text).split('\n\n')
          rest = frames.pop() ?? ''
          for (const frame of frames) {
            const data = /^data: (.*)$/m.exec(frame)?.[1]
            if (data !== undefined)
              got.push({ id: /^id: (.*)$/m.exec(frame)?.[1] ?? null, ...JSON.parse(data) })
          }
        })
        response.on('close', () => {
          ended = true
        })
        resolve({
          got,
          status: response.statusCode ?? 0,
          hasEnded: () => ended,
          close: () => request.destroy(),
        })
      })
      request.on('error', reject)
      onTestFinished(() => void request.destroy())
    },
  )
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
const changed = (kit: Kit, merchantId: string, ids: readonly string[]) =>
  kit.db.write(merchantId, (tx) => announce(tx, merchantId, { kind: 'customer.changed', ids }))
const newIds = (count: number) => Array.from({ length: count }, () => crypto.randomUUID())

test('a change reaches the open streams of its merchant, and of no other', async () => {
  const kit = await setup()
  const other = await kit.merchant({ name: 'South Deli' })
  const address = await listening(kit)
  const [mine, theirs] = await Promise.all([
    open(address, bearer(kit.first.key)),
    open(address, bearer(other.key)),
  ])
  const [id] = newIds(1)

  await changed(kit, kit.first.id, [id!])
  await changed(kit, other.id, newIds(1))

  await expect.poll(() => mine.got).toEqual([{ id: expect.any(String), kind: 'customer.changed', ids: [id] }])
  await expect.poll(() => theirs.got).toHaveLength(1)
  expect(theirs.got[0]?.ids).not.toContain(id)
})

test('a stream resumes after the last event that it got', async () => {
  const kit = await setup()
  const address = await listening(kit)
  const first = await open(address, bearer(kit.first.key))
  await changed(kit, kit.first.id, newIds(1))
  await expect.poll(() => first.got).toHaveLength(1)
  first.close()
  const missed = newIds(2)
  await changed(kit, kit.first.id, [missed[0]!])
  await changed(kit, kit.first.id, [missed[1]!])

  const again = await open(address, { ...bearer(kit.first.key), 'last-event-id': first.got[0]!.id! })

  await expect.poll(() => again.got.flatMap((event) => event.ids ?? [])).toEqual(missed)
})

test('an event that was committed after a later one is not lost, on an open stream and on a resumed one', async () => {
  const kit = await setup()
  const address = await listening(kit)
  const stream = await open(address, bearer(kit.first.key))
  const [early, late] = newIds(2)
  const wrote = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const slow = kit.db.write(kit.first.id, async (tx) => {
    await announce(tx, kit.first.id, { kind: 'customer.changed', ids: [early!] })
    wrote.resolve()
    await mayCommit.promise
  })
  await wrote.promise
  await changed(kit, kit.first.id, [late!])
  await expect.poll(() => stream.got.flatMap((event) => event.ids ?? [])).toEqual([late])

  mayCommit.resolve()
  await slow
  const resumed = await open(address, { ...bearer(kit.first.key), 'last-event-id': stream.got[0]!.id! })

  await expect.poll(() => stream.got.flatMap((event) => event.ids ?? [])).toEqual([late, early])
  await expect.poll(() => resumed.got.flatMap((event) => event.ids ?? [])).toContain(early)
})

test('who resumes after an event that is not kept any more is told to read anew', async () => {
  const kit = await setup()
  const address = await listening(kit)

  const stream = await open(address, { ...bearer(kit.first.key), 'last-event-id': '123456' })

  await expect.poll(() => stream.got).toEqual([{ id: null, kind: 'resync' }])
})

test('a storm of changes becomes one message a second', async () => {
  const kit = await setup()
  const address = await listening(kit)
  const stream = await open(address, bearer(kit.first.key))

  await Promise.all(Array.from({ length: 120 }, () => changed(kit, kit.first.id, newIds(1))))

  const total = () => stream.got.reduce((sum, event) => sum + (event.count ?? event.ids?.length ?? 0), 0)
  await expect.poll(total, { timeout: 5000 }).toBe(120)
  expect(stream.got.length).toBeLessThanOrEqual(60)
  expect(stream.got.at(-1)).toMatchObject({ kind: 'customers.changed' })
})

test('a user limited to stores hears of the customers they can see only', async () => {
  const kit = await setup()
  const address = await listening(kit)
  const stores = newIds(2)
  for (const [i, id] of stores.entries()) {
    await kit.db.owner.query(
      'insert into stores (merchant_id, id, store_no, name, name_key) values ($1, $2, $3, $4, $4)',
      [kit.first.id, id, i + 1, `store ${i}`],
    )
  }
  const north = await plainCustomers(kit.db.owner, kit.first.id, { count: 1, storeId: stores[0]! })
  const south = await plainCustomers(kit.db.owner, kit.first.id, { count: 1, storeId: stores[1]! })
  const user = await userOf(kit.db.owner, kit.first.id, { storeIds: [stores[0]!] })
  const stream = await open(address, { cookie: user.cookie })

  await changed(kit, kit.first.id, south)
  await changed(kit, kit.first.id, [...south, ...north])
  await changed(kit, kit.first.id, [...north, ...newIds(60)])

  await expect.poll(() => stream.got.map((event) => event.ids)).toEqual([north, north])
})

test('a key without the right to read customers hears nothing of them', async () => {
  const kit = await setup()
  const address = await listening(kit)
  const key = await kit.keyOf(kit.first.id, ['settings.read'])
  const stream = await open(address, bearer(key))

  await changed(kit, kit.first.id, newIds(1))
  await kit.db.write(kit.first.id, (tx) =>
    announce(tx, kit.first.id, { kind: 'settings.changed', ids: [kit.first.id] }),
  )

  await expect.poll(() => stream.got.map((event) => event.kind)).toEqual(['settings.changed'])
})

test('a stream ends when its session is ended', async () => {
  const kit = await setup()
  const address = await listening(kit, 50)
  const user = await userOf(kit.db.owner, kit.first.id)
  const stream = await open(address, { cookie: user.cookie })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(stream.hasEnded()).toBe(false)

  await kit.db.owner.query('delete from sessions where user_id = $1', [user.id])

  await expect.poll(() => stream.hasEnded()).toBe(true)
})

test('streams go on when the database connection that listens is lost', async () => {
  const kit = await setup()
  const address = await listening(kit)
  const stream = await open(address, bearer(kit.first.key))

  await kit.db.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'listen clientele_events'`,
  )
  const ids = newIds(1)
  await changed(kit, kit.first.id, ids)

  await expect.poll(() => stream.got.flatMap((event) => event.ids ?? []), { timeout: 5000 }).toEqual(ids)
})

test('one caller may hold twenty streams and no more', async () => {
  const kit = await setup()
  const address = await listening(kit)
  const streams = await Promise.all(Array.from({ length: 20 }, () => open(address, bearer(kit.first.key))))

  expect((await open(address, bearer(kit.first.key))).status).toBe(429)

  streams[0]?.close()
  await expect.poll(async () => (await open(address, bearer(kit.first.key))).status).toBe(200)
})

test('nobody listens without a key', async () => {
  const kit = await setup()
  const address = await listening(kit)

  expect((await open(address, {})).status).toBe(401)
})
