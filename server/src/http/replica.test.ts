// Reads from a real streaming replica: what comes from it, what must not, and what happens without it.
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import {
  createBrowser,
  merchantIn,
  type Replicated,
  startReplicated,
  type WebProcess,
  webProcess,
} from '../../test/replicated.ts'

let servers: Replicated
let web: WebProcess
let other: WebProcess
beforeAll(async () => {
  servers = await startReplicated()
  web = await webProcess(servers)
  other = await webProcess(servers)
})
afterAll(async () => {
  await Promise.all([web.close(), other.close()])
  await servers.stop()
})

const person = (lastName: string) => ({ type: 'personal', lastName })
const change = (version: number) => ({ 'if-match': `"${version}"` })

/** From here on the replica stands still until the test ends or `servers.resume()`. */
async function pauseReplay() {
  await servers.caughtUp()
  await servers.pause()
  onTestFinished(async () => void (await servers.resume()))
}

/** Everything has been asked once, so that nothing but answers takes time while the replica stands still. */
async function oneCustomer() {
  const merchant = await merchantIn(servers)
  const writer = web.as(await merchant.key())
  const reader = web.as(await merchant.key())
  const { body } = await writer.post('/customers', person('Arden'))
  const path = `/customers/${body.id}`
  for (const address of [path, '/customers', '/customers/count']) await reader.get(address)
  await servers.caughtUp()
  await Promise.all([web.usesReplica(), other.usesReplica()])
  return { merchant, writer, reader, customer: body, path }
}

test('lists, counts, searches and records come from the replica, and nothing of them is asked twice', async () => {
  const { writer, reader, path, customer } = await oneCustomer()
  const tag = (await writer.post('/tags', { name: 'New' })).body
  const store = (await writer.post('/stores', { name: 'South' })).body
  const asked = [
    ...['activities', 'contacts', 'addresses', 'stores', 'organizations'].map((part) => `${path}/${part}`),
    ...['/customers/similar?name=arden', '/customers?at=0.5', '/customers?sort=-createdAt'],
    ...['/tags', `/tags/${tag.id}`, '/stores', `/stores/${store.id}`, '/custom-attributes'],
  ]
  await servers.caughtUp()
  await web.usesReplica()
  for (const address of asked) expect([address, (await reader.get(address)).status]).toEqual([address, 200])
  expect(web.lines).toEqual([])

  await pauseReplay()
  await writer.patch(path, { lastName: 'Baker' }, change(customer.version))
  await writer.post('/customers', person('Cole'))
  expect((await reader.get(path)).body.lastName).toBe('Arden')
  expect((await reader.get('/customers')).body.items).toHaveLength(1)
  expect((await reader.get('/customers/count')).body.count).toBe(1)
  expect((await reader.get('/customers?q=baker')).body.items).toEqual([])
  expect((await reader.get('/customers?q=arden')).body.items).toHaveLength(1)
  expect((await reader.get(`${path}/activities`)).body.items).toHaveLength(1)

  await servers.resume()
  await servers.caughtUp()
  expect((await reader.get(path)).body.lastName).toBe('Baker')
})

test('a key that has just written sees it, in another process when it asks for what is now', async () => {
  const { merchant, reader, path, customer } = await oneCustomer()
  const key = await merchant.key()
  await pauseReplay()
  await web.as(key).patch(path, { lastName: 'Baker' }, change(customer.version))

  expect((await web.as(key).get(path)).body.lastName).toBe('Baker')
  expect((await reader.get(path)).body.lastName).toBe('Arden')
  expect((await other.as(key).get(path)).body.lastName).toBe('Arden')
  const now = await other.as(key).get(path, { 'cache-control': 'max-age=0, No-Cache' })
  expect(now.body.lastName).toBe('Baker')
})

test('whoever was refused for what another wrote finds it', async () => {
  const { writer, reader, path, customer } = await oneCustomer()
  await pauseReplay()
  await writer.patch(path, { lastName: 'Baker' }, change(customer.version))

  const stale = (await reader.get(path)).body
  expect((await reader.patch(path, { lastName: 'Cole' }, change(stale.version))).status).toBe(412)
  expect((await reader.get(path)).body.lastName).toBe('Baker')
})

test('what the replica does not have yet is looked for on the primary before it is called unknown', async () => {
  const { writer, reader } = await oneCustomer()
  await pauseReplay()
  const { body } = await writer.post('/customers', person('Baker'))

  expect((await reader.get(`/customers/${body.id}`)).status).toBe(200)
  expect((await reader.get(`/customers/${crypto.randomUUID()}`)).status).toBe(404)
  expect(web.lines).toEqual([])
})

test('a browser sees what it wrote in every process, and is signed out at once in every process', async () => {
  await servers.here.query('delete from merchants')
  const browser = createBrowser()
  const made = await browser.through(web)('POST', '/setup', {
    ...{ business: 'South Grill', country: 'ES', currency: 'EUR', timeZone: 'Europe/Madrid', locale: 'es' },
    owner: { name: 'Owner', email: 'owner@example.com', password: 'correct horse battery' },
  })
  expect(made.status).toBe(201)
  const wrote = [made.headers['set-cookie']].flat().find((line) => line?.startsWith('clientele_wrote='))
  expect(wrote).toMatch(/^clientele_wrote=1; Max-Age=5; Path=\/api\/v1; HttpOnly; SameSite=Lax$/)
  await servers.caughtUp()
  await pauseReplay()
  const { body } = await browser.through(web)('POST', '/customers', person('Arden'))

  expect((await browser.through(other)('GET', '/customers')).body.items).toHaveLength(1)
  expect((await browser.through(other)('GET', '/customers')).headers['set-cookie']).toBeUndefined()
  browser.forget('clientele_wrote')
  expect((await browser.through(other)('GET', '/customers')).body.items).toEqual([])
  expect((await browser.through(other)('GET', `/customers/${body.id}`)).status).toBe(200)

  await servers.here.query('delete from sessions')
  for (const process of [web, other]) {
    const ask = browser.through(process)
    expect([(await ask('GET', '/customers')).status, (await ask('GET', '/tags')).status]).toEqual([401, 401])
  }
})

test('a key that was revoked and rights that were taken hold at once, whatever the replica says', async () => {
  const { merchant, path } = await oneCustomer()
  const [revoked, narrowed] = [await merchant.key(), await merchant.key()]
  await servers.caughtUp()
  for (const key of [revoked, narrowed]) expect((await web.as(key).get(path)).status).toBe(200)
  await pauseReplay()
  const { rows } = await servers.here.query(
    'select id from api_keys where merchant_id = $1 order by id desc limit 2',
    [merchant.id],
  )
  await servers.here.query('update api_keys set revoked_at = now() where id = $1', [rows[1].id])
  await servers.here.query("update api_keys set scopes = '{settings.read}' where id = $1", [rows[0].id])

  for (const address of [path, '/customers', '/customers/count', '/tags', `${path}/activities`]) {
    expect((await web.as(revoked).get(address)).status).toBe(401)
    expect((await web.as(narrowed).get(address)).status).toBe(403)
  }
})

test('merchants are kept apart on the replica', async () => {
  const one = await oneCustomer()
  const two = await oneCustomer()
  await pauseReplay()
  for (let turn = 0; turn < 4; turn++) {
    const [mine, others] = await Promise.all([one.reader.get('/customers'), two.reader.get('/customers')])
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toEqual([one.customer.id])
    expect(others.body.items.map(({ id }: { id: string }) => id)).toEqual([two.customer.id])
    expect((await one.reader.get(two.path)).status).toBe(404)
  }
})
