import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { moveFigures, verifyFigures } from '../orders/index.ts'

type House = Awaited<ReturnType<typeof setup>>

async function differences({ db, first }: House): Promise<unknown[]> {
  const found: unknown[] = []
  await verifyFigures(db, first.id, (difference) => found.push(difference))
  return found
}

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

test('the cards of a merchant, and of one store', async () => {
  const house = await setup()
  const { as } = house
  const [north, south] = [
    (await as.post('/stores', { name: 'North', code: 'N' })).body,
    (await as.post('/stores', { name: 'South', code: 'S' })).body,
  ]
  const made = async (body: object) => (await as.post('/customers', body)).body
  const press = await made({
    type: 'business',
    businessName: 'Press',
    number: 'P',
    stores: [{ id: north.id }],
  })
  const ann = await made({
    ...{ type: 'personal', firstName: 'Ann', number: 'A', stores: [{ id: north.id }, { id: south.id }] },
    organizations: [{ id: press.id, isPrimary: true }],
  })
  const bob = await made({ type: 'personal', firstName: 'Bob', number: 'B', registeredAt: ago(400) })
  const put = (key: string, customer: string | null, days: number, net: number, store: string) =>
    as.put(`/orders/external/till/${key}`, {
      ...{ placedAt: ago(days), totals: { net }, store: { code: store } },
      ...(customer !== null && { customer: { number: customer } }),
    })
  await put('1', 'A', 1, 100, 'N')
  await put('2', 'A', 40, 50, 'S')
  await put('3', 'B', 120, 900, 'S')
  await put('4', null, 2, 7, 'N')

  const all = (await as.get('/customers/summary')).body
  expect(all).toMatchObject({
    totalCustomers: { count: 1, organizations: 1, contacts: 1, individuals: 1 },
    sales: {
      amount: { amount: 107, currency: 'USD' },
      previous: { amount: 50 },
      change: 1.14,
      guests: { amount: 7 },
    },
    topCustomers: [{ id: press.id, displayName: 'Press', revenue: { amount: 100 }, orders: 1 }],
    atRisk: { count: 1 },
    newCustomers: { count: 0 },
  })
  expect(all.sales.series).toHaveLength(28)
  const half = (await as.get('/customers/summary?salesPeriod=6m')).body
  expect(half.topCustomers.map(({ id }: { id: string }) => id)).toEqual([bob.id, press.id])
  expect((await as.get('/customers/summary?salesPeriod=all')).body.sales).toMatchObject({
    ...{ amount: { amount: 1057 }, previous: null, change: null },
  })
  expect((await as.get('/customers/summary?store=S&salesPeriod=3m')).body).toMatchObject({
    totalCustomers: { organizations: 0, contacts: 1, individuals: 0 },
    sales: { amount: { amount: 50 }, guests: { amount: 0 } },
    atRisk: { count: 0 },
  })
  expect((await as.get(`/customers/summary?store=${north.id}&store=S`)).body).toMatchObject({
    totalCustomers: { organizations: 1, contacts: 1, individuals: 0 },
    sales: { amount: { amount: 107 } },
  })
  // Orders of the stores that are asked for alone, as their revenue.
  await put('5', 'A', 3, 30, 'S')
  await put('6', 'A', 3, 20, 'S')
  const annAt = async (stores: string) =>
    (await as.get(`/customers/summary?${stores}`)).body.topCustomers.find(
      ({ id }: { id: string }) => id === press.id,
    )
  expect(await annAt('store=N')).toMatchObject({ revenue: { amount: 100 }, orders: 1 })
  expect(await annAt('store=S')).toMatchObject({ revenue: { amount: 50 }, orders: 2 })
  expect(await annAt('store=S&store=N')).toMatchObject({ revenue: { amount: 150 }, orders: 3 })
  expect(await annAt('store=S&salesPeriod=3m')).toMatchObject({ revenue: { amount: 100 }, orders: 3 })
  expect((await as.get('/customers/summary?store=nowhere')).body).toMatchObject({
    ...{ totalCustomers: { count: 0 }, topCustomers: [] },
    sales: { amount: { amount: 0 } },
  })
  await as.patch('/settings', { setup: 'flat' }, { 'if-match': '*' })
  const flat = (await as.get('/customers/summary')).body
  expect(flat.totalCustomers.count).toBe(3)
  expect(flat.topCustomers.map(({ id }: { id: string }) => id).sort()).toEqual([ann.id, press.id].sort())
  expect(await differences(house)).toEqual([])
})

const at = fc.integer({ min: 0, max: 7 })
const change = fc.oneof(
  fc.record({ at, status: fc.constantFrom('active', 'inactive') }),
  fc.record({ at, stores: fc.subarray([0, 1, 2]) }),
  fc.record({ at, organizations: fc.subarray([0, 1]) }),
  fc.record({ at, registeredAt: fc.constantFrom(ago(5), ago(50), ago(500)) }),
  fc.record({
    at,
    order: fc.record({
      days: fc.integer({ min: -3, max: 500 }),
      net: fc.integer({ min: 1, max: 900 }),
      store: fc.integer({ min: 0, max: 2 }),
    }),
  }),
)

test('whatever changes, the census counts whom there is', { timeout: 120_000 }, async () => {
  const house = await setup()
  const { as, db } = house
  const stores = await Promise.all(
    ['N', 'S', 'E'].map(async (code) => (await as.post('/stores', { name: code, code })).body.id),
  )
  const ids: string[] = []
  for (let i = 0; i < 8; i++)
    ids.push(
      (
        await as.post(
          '/customers',
          i < 2
            ? { type: 'business', businessName: `B${i}`, number: `c${i}` }
            : { type: 'personal', firstName: `P${i}`, number: `c${i}` },
        )
      ).body.id,
    )
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 6, maxLength: 20 }), async (changes) => {
      run++
      for (const [i, one] of changes.entries()) {
        const patch = (body: object) => as.patch(`/customers/${ids[one.at]}`, body, { 'if-match': '*' })
        if ('status' in one) await patch({ status: one.status })
        else if ('stores' in one) await patch({ stores: one.stores.map((store) => ({ id: stores[store] })) })
        else if ('registeredAt' in one) await patch({ registeredAt: one.registeredAt })
        else if ('organizations' in one && one.at > 1)
          await patch({ organizations: one.organizations.map((organization) => ({ id: ids[organization] })) })
        else if ('order' in one)
          await as.put(`/orders/external/till/${run}-${i}`, {
            placedAt: ago(one.order.days),
            totals: { net: one.order.net },
            store: { code: ['N', 'S', 'E'][one.order.store] },
            customer: { number: `c${one.at}` },
          })
      }
      expect(await differences(house)).toEqual([])
      await db.owner.query('update merchants set figures_on = figures_on - 1')
      await moveFigures(db)
      expect(await differences(house)).toEqual([])
    }),
    { numRuns: 15 },
  )
})

test('whom the card ranks are the first of the list that it opens, with the same amounts, in every period', async () => {
  const { as } = await setup()
  const press = (await as.post('/customers', { type: 'business', businessName: 'Press', number: 'P' })).body
  await as.post('/customers', {
    firstName: 'Ann',
    number: 'A',
    organizations: [{ id: press.id, isPrimary: true }],
  })
  for (const number of ['B', 'C', 'D']) await as.post('/customers', { firstName: number, number })
  const orders = [
    ...([
      ['A', 3, 500],
      ['B', 2, 300],
      ['B', 150, 9000],
    ] as const),
    ...([
      ['C', 50, 4000],
      ['C', 10, 1],
      ['D', 300, 99_000],
    ] as const),
  ]
  for (const [at, [number, days, net]] of orders.entries())
    await as.put(`/orders/external/till/${at}`, {
      placedAt: ago(days),
      totals: { net },
      customer: { number },
    })

  const sorts = { '4w': 'revenue4w', '3m': 'revenue3m', '6m': 'revenue6m', all: 'revenueTotal' } as const
  const firsts: string[] = []
  for (const [period, field] of Object.entries(sorts)) {
    const { topCustomers } = (await as.get(`/customers/summary?salesPeriod=${period}`)).body
    const { items } = (await as.get(`/customers?affiliated=no&sort=-${field}&fields=displayName,${field}`))
      .body
    const ranked = topCustomers.map((one: { id: string; displayName: string; revenue: object }) => ({
      ...{ id: one.id, displayName: one.displayName, [field]: one.revenue },
    }))
    expect(items.slice(0, ranked.length), period).toEqual(ranked)
    firsts.push(ranked[0].displayName)
  }
  expect(firsts).toEqual(['Press', 'C', 'B', 'D'])
  const people = (await as.get('/customers?affiliated=yes&fields=displayName')).body.items
  expect(people.map((one: { displayName: string }) => one.displayName)).toEqual(['Ann'])
})

test('an import, a bulk action and its undo keep the census', async () => {
  const house = await setup()
  const { as } = house
  await as.post('/stores', { name: 'North', code: 'N' })
  for (let i = 0; i < 5; i++)
    await as.post('/customers', { type: 'personal', firstName: `P${i}`, stores: ['North'] })
  const bulk = await as.post('/customers/bulk', { action: 'inactivate', filter: {} })
  expect(bulk.body.state).toBe('succeeded')
  expect((await as.get('/customers/summary?store=N')).body.totalCustomers.individuals).toBe(0)
  await as.post(`/customers/bulk/${bulk.body.id}/undo`)
  expect(await differences(house)).toEqual([])
})
