// Stores that a file names and nobody knows.
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { counts, ended, importer, upload } from './imports.kit.ts'

const orders = `Order ID,Date,Item,Qty,Unit price,Store
1,2026-03-01,Bread,1,1,North
2,2026-03-01,Bread,1,1,Moon
3,2026-03-01,Bread,1,1,moon
4,2026-03-01,Bread,1,1,Sun
5,2026-03-01,Bread,1,1,
`
const customers = `ID,Name,Email,Stores
1,Ann Lee,ann@example.com,North; Moon
2,Bob Fox,bob@example.com,Moon
`

async function shop() {
  const kit = await setup()
  const { run } = await importer(kit)
  await kit.as.post('/stores', { name: 'North', code: 'N' })
  const bring = (file: string, kind: string, mapping: object, more: object = {}) =>
    run(file, { kind, mapping: JSON.stringify({ source: 'till', ...mapping }), ...more })
  const names = async () =>
    (await kit.as.get('/stores')).body.items.map(({ name }: { name: string }) => name).sort()
  return { kit, bring, names }
}

test('a preview names the stores that nobody knows, with their rows', async () => {
  const { kit } = await shop()
  const look = async (file: string, kind: string, mapping: object = {}) =>
    (
      await upload({
        caller: kit.as,
        path: '/imports/preview',
        file,
        fields: { kind, mapping: JSON.stringify(mapping) },
      })
    ).body

  expect(await look(orders, 'orders')).toMatchObject({
    unknownStores: [
      { name: 'Moon', rows: 2 },
      { name: 'Sun', rows: 1 },
    ],
    mayMakeStores: true,
  })
  expect((await look(customers, 'customers')).unknownStores).toEqual([{ name: 'Moon', rows: 2 }])
  expect((await look(orders, 'orders', { stores: { MOON: 'N' } })).unknownStores).toEqual([
    { name: 'Sun', rows: 1 },
  ])
})

test.each([
  ['orders', orders, ['Moon', 'North', 'Sun'], { created: 5, rejected: 0, warnings: 0 }],
  ['customers', customers, ['Moon', 'North'], { created: 2, rejected: 0, warnings: 0 }],
])(
  'they are made before the rows of %s come in, and a trial makes none',
  async (kind, file, all, outcome) => {
    const { kit, bring, names } = await shop()
    const tried = await bring(file, kind, { makeStores: true }, { dryRun: 'true' })
    expect([tried, await names()]).toMatchObject([outcome, ['North']])

    expect(await bring(file, kind, { makeStores: true })).toMatchObject(outcome)
    expect(await names()).toEqual(all)
    const at = kind === 'orders' ? '/orders' : '/customers'
    expect((await kit.as.get(`${at}?store=Moon`)).body.items).toHaveLength(2)
    expect(counts(await bring(file, kind, { makeStores: true }))).toMatchObject({ created: 0, updated: 0 })
    expect(await names()).toEqual(all)
  },
)

test('of more stores than there can be none is made, and no row comes in', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const rows = Array.from({ length: 1001 }, (_, i) => `${i},2026-03-01,Bread,1,1,Shop ${i}\n`)
  const file = `Order ID,Date,Item,Qty,Unit price,Store\n${rows.join('')}`
  const fields = { kind: 'orders', mapping: JSON.stringify({ source: 'till', makeStores: true }) }

  for (const dryRun of ['true', 'false'])
    expect(await run(file, { ...fields, dryRun })).toMatchObject({
      state: 'failed',
      processed: 0,
      error: { code: 'import.too_many_stores', message: expect.stringContaining('more than 1000 stores') },
    })
  expect((await kit.as.get('/stores')).body.items).toEqual([])
})

test('a name of the file means the store that is said, by id, code or name', async () => {
  const { kit, bring, names } = await shop()
  const job = await bring(orders, 'orders', { stores: { Moon: 'N', Sun: 'north' } })

  expect(job).toMatchObject({ created: 5, warnings: 0 })
  expect((await kit.as.get('/orders?store=N')).body.items).toHaveLength(4)
  expect(await bring(customers, 'customers', { stores: { moon: 'N' } })).toMatchObject({ warnings: 0 })
  expect((await kit.as.get('/customers?store=N')).body.items).toHaveLength(2)
  expect(await names()).toEqual(['North'])
})

test.each([
  ['orders', orders, '/orders', 5],
  ['customers', customers.replace('ann@example.com,North;', 'ann@example.com,North; Sun;'), '/customers', 2],
])(
  'a name of %s that is to stay without a store is neither made nor warned of',
  async (kind, file, at, created) => {
    const { kit, bring, names } = await shop()
    const mapping = { makeStores: true, stores: { MOON: null, north: null } }

    expect(await bring(file, kind, mapping)).toMatchObject({ created, warnings: 0, mapping })
    expect(await names()).toEqual(['North', 'Sun'])
    expect((await kit.as.get(`${at}?store=Sun`)).body.items).toHaveLength(1)
    expect((await kit.as.get(`${at}?store=North`)).body.items).toEqual([])
    const { body } = await upload({ caller: kit.as, file, fields: { kind, hold: 'true' } })
    const look = await kit.as.post(`/imports/${body.id}/preview`, { mapping: { stores: { Moon: null } } })
    expect([look.status, look.body.unknownStores, look.body.mapping.stores]).toEqual([
      200,
      [],
      { Moon: null },
    ])
  },
)

test('a name that means a store which is not there is refused at its place', async () => {
  const { kit } = await shop()
  const fields = { kind: 'orders', mapping: JSON.stringify({ stores: { Moon: 'Nowhere' } }) }
  const reply = await upload({ caller: kit.as, file: orders, fields })

  expect([reply.status, reply.body.fields]).toMatchObject([
    422,
    [{ path: 'mapping.stores.Moon', code: 'store.unknown' }],
  ])
})

test('whoever may not make stores, or is limited to some, makes none by a file', async () => {
  const { kit, names } = await shop()
  const { app, db, first } = kit
  const fields = { kind: 'orders', mapping: JSON.stringify({ makeStores: true }) }
  const key = await kit.callerOf(first.id, ['customers.import', 'customers.read', 'orders.write'])
  const denied = await upload({ caller: key, file: orders, fields })
  expect([denied.status, denied.body.params]).toEqual([403, { permission: 'stores.write' }])

  const [{ id }] = (await kit.as.get('/stores')).body.items
  const { cookie } = await userOf(db.owner, first.id, { role: 'owner', storeIds: [id] })
  const limited = callerWith(app, { cookie, 'sec-fetch-site': 'same-origin' })
  const refused = await upload({ caller: limited, file: orders, fields })
  expect([refused.status, refused.body.code]).toEqual([403, 'access.all_stores_only'])
  const held = await upload({ caller: limited, file: orders, fields: { kind: 'orders', hold: 'true' } })
  const start = await limited.post(`/imports/${held.body.id}/start`, { mapping: { makeStores: true } })
  expect(start.status).toBe(403)
  expect(await names()).toEqual(['North'])
})

const told = JSON.stringify({ source: 'till', makeStores: true })
const bringing = ['customers.import', 'customers.read', 'orders.write'] as const

test('who starts an upload of somebody else runs it, and is asked about the mapping that was kept', async () => {
  const { kit, names } = await shop()
  const staff = await kit.callerOf(kit.first.id, bringing)
  const held = { kind: 'orders', hold: 'true' }
  const own = await upload({ caller: kit.as, file: orders, fields: { ...held, mapping: told } })

  const refused = await staff.post(`/imports/${own.body.id}/start`, {})
  expect([refused.status, refused.body.params]).toEqual([403, { permission: 'stores.write' }])
  expect((await kit.as.get(`/imports/${own.body.id}`)).body).toMatchObject({
    held: true,
    actor: own.body.actor,
  })
  const { body } = await upload({ caller: staff, file: orders, fields: held })
  expect(body.actor.id).not.toBe(own.body.actor.id)
  const start = await kit.as.post(`/imports/${body.id}/start`, { mapping: JSON.parse(told) })
  expect([start.status, start.body.actor]).toEqual([202, own.body.actor])
  expect(await ended(kit.as, body.id)).toMatchObject({ state: 'succeeded', created: 5, warnings: 0 })
  expect(await names()).toEqual(['Moon', 'North', 'Sun'])
})

test('an import whose beginner may make stores no longer fails before its first row', async () => {
  const kit = await setup()
  const maker = await kit.callerOf(kit.first.id, [...bringing, 'stores.write'])
  const { body } = await upload({ caller: maker, file: orders, fields: { kind: 'orders', mapping: told } })
  await kit.db.owner.query('update api_keys set scopes = $2 where id = $1', [body.actor.id, bringing])
  await importer(kit)

  expect(await ended(kit.as, body.id)).toMatchObject({
    state: 'failed',
    processed: 0,
    error: { code: 'access.denied', message: 'Making stores takes the permission stores.write' },
  })
})
