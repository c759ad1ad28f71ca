import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { generateCustomers } from '../customers/index.ts'

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

test('a store is opened with what it is reached by, checked and written in one form', async () => {
  const { as } = await setup()

  const made = await as.post('/stores', {
    name: ' North  Shore ',
    code: 'N1',
    phone: '(212) 555-0123',
    email: 'Shore@Example.COM',
    timeZone: 'America/Chicago',
    address: { line1: '1 Pier', city: 'Chicago', country: 'us' },
  })

  expect(made.status).toBe(201)
  expect(made.headers.etag).toBe('"1"')
  expect(made.body).toEqual({
    id: expect.any(String),
    name: 'North Shore',
    code: 'N1',
    phone: '+12125550123',
    email: 'shore@example.com',
    address: { line1: '1 Pier', line2: null, city: 'Chicago', state: null, postalCode: null, country: 'US' },
    timeZone: 'America/Chicago',
    closedOn: null,
    version: 1,
  })
  expect((await as.get(`/stores/${made.body.id}`)).body).toEqual(made.body)
})

test('everything that cannot be accepted is named at once', async () => {
  const { as } = await setup()

  const reply = await as.post('/stores', {
    name: ' ',
    phone: 'call me',
    email: 'nobody',
    timeZone: 'Nowhere/Land',
    closedOn: '2026-02-30',
    address: { country: 'XX' },
  })

  expect(reply.status).toBe(422)
  expect(reply.body.fields.map((field: { path: string }) => field.path).sort()).toEqual([
    'address.country',
    'closedOn',
    'email',
    'name',
    'phone',
    'timeZone',
  ])
})

test('names and codes are each of one store only', async () => {
  const { as } = await setup()
  await as.post('/stores', { name: 'North', code: 'N1' })

  expect((await as.post('/stores', { name: 'NORTH' })).body.code).toBe('store.name_taken')
  expect((await as.post('/stores', { name: 'South', code: 'N1' })).body.code).toBe('store.code_taken')
})

test('a change merges fields, needs the version that was read, and counts only when something changed', async () => {
  const { as } = await setup()
  const { body: store } = await as.post('/stores', {
    name: 'North',
    code: 'N1',
    address: { city: 'Chicago' },
  })
  const at = `/stores/${store.id}`

  expect((await as.patch(at, { code: null })).status).toBe(428)
  const changed = await as.patch(at, { code: null, phone: '+44 20 7946 0958' }, ifMatch(1))
  expect(changed.body).toMatchObject({ name: 'North', code: null, phone: '+442079460958', version: 2 })
  expect(changed.body.address.city).toBe('Chicago')
  expect((await as.patch(at, { code: '' }, ifMatch(2))).body.version).toBe(2)
  expect((await as.patch(at, { address: null }, ifMatch(2))).body).toMatchObject({
    address: null,
    version: 3,
  })
  expect((await as.patch(at, { name: 'South' }, ifMatch(2))).body.current).toMatchObject({ version: 3 })
})

test('a deleted store is closed from today on, stays in the list, and can be opened again', async () => {
  const kit = await setup()
  const { body: store } = await kit.as.post('/stores', { name: 'North', timeZone: 'Pacific/Kiritimati' })
  const at = `/stores/${store.id}`

  expect((await kit.as.delete(at)).status).toBe(204)
  const closed = (await kit.as.get(at)).body
  expect((await kit.as.delete(at)).status).toBe(204)

  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(new Date())
  expect(closed).toMatchObject({ closedOn: today, version: 2 })
  expect((await kit.as.get('/stores')).body.items).toEqual([closed])
  expect((await kit.as.patch(at, { closedOn: null }, ifMatch(2))).body.closedOn).toBeNull()
  const { rows } = await kit.db.owner.query(
    `select kind from activities where kind like 'store.%' order by id`,
  )
  expect(rows.map((row) => row.kind)).toEqual(['store.created', 'store.closed', 'store.edited'])
})

test('a store that will close on a later day is closed today when it is deleted', async () => {
  const { as } = await setup()
  const { body: store } = await as.post('/stores', { name: 'North', closedOn: '2999-12-31' })

  await as.delete(`/stores/${store.id}`)

  expect((await as.get(`/stores/${store.id}`)).body.closedOn < '2999').toBe(true)
})

test('a user limited to stores sees these and opens none', async () => {
  const kit = await setup()
  const { body: north } = await kit.as.post('/stores', { name: 'North' })
  const { body: south } = await kit.as.post('/stores', { name: 'South' })
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { role: 'manager', storeIds: [north.id] })
  const manager = callerWith(kit.app, { cookie })

  expect((await manager.get('/stores')).body.items).toEqual([north])
  expect((await manager.get(`/stores/${south.id}`)).status).toBe(404)
  expect((await manager.patch(`/stores/${south.id}`, { name: 'x' }, ifMatch(1))).status).toBe(404)
  expect((await manager.delete(`/stores/${south.id}`)).status).toBe(404)
  expect((await manager.post('/stores', { name: 'West' })).status).toBe(403)
})

test('staff see stores and change none, and nobody sees those of another merchant', async () => {
  const kit = await setup()
  const other = await kit.merchant()
  const { body: store } = await kit.as.post('/stores', { name: 'North' })
  const staff = await kit.callerOf(kit.first.id, ['customers.read'])

  expect((await staff.get('/stores')).body.items).toHaveLength(1)
  expect((await staff.delete(`/stores/${store.id}`)).status).toBe(403)
  expect((await other.caller.get(`/stores/${store.id}`)).status).toBe(404)
  expect((await other.caller.get('/stores')).body.items).toEqual([])
})

test('a repeat under the same Idempotency-Key opens no second store', async () => {
  const { as } = await setup()
  const once = { 'idempotency-key': 'open-1' }

  const [first, again] = [
    await as.post('/stores', { name: 'North' }, once),
    await as.post('/stores', { name: 'North' }, once),
  ]

  expect(again.status).toBe(201)
  expect(again.body).toEqual(first.body)
})

test('a name of two hundred characters that each unfold into a sentence is a name', async () => {
  const { as } = await setup()

  expect((await as.post('/stores', { name: '\ufdfa'.repeat(200) })).status).toBe(201)
  expect((await as.post('/tags', { name: '\ufdfa'.repeat(60) })).status).toBe(201)
})

test('the list goes page by page', async () => {
  const { as } = await setup()
  for (const name of ['c', 'a', 'b']) await as.post('/stores', { name })

  const first = await as.get('/stores?limit=2')
  const second = await as.get(`/stores?limit=2&cursor=${first.body.nextCursor}`)

  expect([...first.body.items, ...second.body.items].map((store) => store.name)).toEqual(['a', 'b', 'c'])
  expect(second.body.nextCursor).toBeNull()
})

test('a store is opened beside those of a made-up business', async () => {
  const { as, db, first } = await setup()
  await generateCustomers(db.owner, { merchantId: first.id, customers: 5, seed: 'stores' })

  expect((await as.post('/stores', { name: 'Quayside' })).status).toBe(201)
})
