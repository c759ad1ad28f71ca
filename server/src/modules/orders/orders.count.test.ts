// How many orders a list finds and what they come to, compared with the list itself.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { countWalked } from './orders.count.ts'

const statuses = ['draft', 'open', 'confirmed', 'fulfilled', 'completed', 'cancelled', 'refunded'] as const
const channels = ['pos', 'web', 'phone'] as const
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const dayOf = (days: number) => ago(days).slice(0, 10)

async function given() {
  const house = await setup()
  const { as } = house
  for (const code of ['N', 'S']) await as.post('/stores', { name: code, code })
  await as.post('/customers', { firstName: 'Ann', number: 'A' })
  for (let n = 0; n < 42; n++)
    await as.put(`/orders/external/till/${n}`, {
      ...{ placedAt: ago(n * 3), number: `R-${n}`, status: statuses[n % 7], channel: channels[n % 3] },
      totals: { net: 100 * n + 1, tax: 7 },
      ...(n % 4 === 0 ? {} : { customer: { number: 'A' } }),
      ...(n % 5 === 0 ? {} : { store: { code: n % 2 === 0 ? 'N' : 'S' } }),
      ...(n % 6 === 0 && { fulfilAt: ago(n * 3 - 2) }),
    })
  return house
}

const filter = fc.record({
  status: fc.subarray([...statuses]),
  channel: fc.subarray([...channels]),
  store: fc.subarray(['N', 'S']),
  state: fc.option(fc.constantFrom('past', 'current', 'recurring')),
  guests: fc.boolean(),
  q: fc.option(fc.constantFrom('R-1', 'R-2')),
  from: fc.option(fc.constantFrom(dayOf(90), dayOf(20))),
  to: fc.option(fc.constantFrom(dayOf(60), dayOf(3))),
  fulfilFrom: fc.option(fc.constant(dayOf(100))),
})

const queryOf = ({ guests, ...given }: Readonly<Record<string, unknown>>) =>
  [
    ...Object.entries(given).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => `${name}=${encodeURIComponent(String(one))}`),
    ),
    ...(guests ? ['guests=true'] : []),
  ].join('&')

test('under every filter the count is that of the list, and the totals are those of what counts in it', {
  timeout: 60_000,
}, async () => {
  const { as } = await given()
  await fc.assert(
    fc.asyncProperty(filter, async (wanted) => {
      const query = queryOf(wanted)
      const { items } = (await as.get(`/orders?limit=200&${query}`)).body as {
        items: { total: number; status: string }[]
      }
      // Who asks for nothing but what counts for nobody is told what that comes to.
      const isOdd = ({ status }: { status: string }) => ['draft', 'cancelled'].includes(status)
      const left =
        wanted.status.length > 0 && wanted.status.every((status) => isOdd({ status }))
          ? []
          : items.filter(isOdd)
      const amount = items.reduce((sum, item) => sum + (left.includes(item) ? 0 : item.total), 0)
      expect((await as.get(`/orders/count?${query}`)).body, query).toMatchObject({
        ...{ count: items.length, capped: false },
        totals: items.length === left.length ? [] : [{ amount, currency: 'USD' }],
        uncounted: left.length,
      })
    }),
    { numRuns: 60 },
  )
})

test('all that is walked is counted and summed; beyond it says at least, and no total', async () => {
  const { db, first } = await given()
  const scope = { merchantId: first.id, storeIds: null } as Parameters<typeof countWalked>[1]
  const count = (query: object, mostWalked: number) =>
    db.read(first.id, (reader) => countWalked(reader, scope, query, mostWalked))

  expect(await count({}, 42)).toMatchObject({ count: 42, capped: false, totals: [{ currency: 'USD' }] })
  expect(await count({}, 41)).toEqual({ count: 41, capped: true, totals: null, uncounted: 0 })
  // Of the newest twenty, three are of this status; what lies beyond was not looked at.
  expect(await count({ status: ['draft'] }, 20)).toEqual({
    ...{ count: 3, capped: true, totals: null, uncounted: 0 },
  })
  expect(await count({ status: ['draft'] }, 42)).toMatchObject({ count: 6, capped: false })
})

test('the sales of days and stores are those of the summary; of what is narrowed otherwise none are told', async () => {
  const { as } = await given()
  await as.put('/orders/external/till/back', {
    ...{ placedAt: ago(200), totals: { net: 5000 }, refunds: [{ amount: 700, netAmount: 700, at: ago(1) }] },
  })
  const { sales } = (await as.get('/customers/summary?salesPeriod=4w')).body
  const [first, last] = [sales.series[0].day, sales.series.at(-1).day]
  const counting = 'status=open&status=confirmed&status=fulfilled&status=completed&status=refunded'
  const of = async (query: string) => (await as.get(`/orders/count?${query}`)).body.sales

  for (const status of ['', `&${counting}`])
    expect((await of(`from=${first}&to=${last}${status}`)).net).toEqual(sales.amount)
  const south = (await as.get('/customers/summary?salesPeriod=all&store=S')).body.sales
  expect((await of('store=S')).net).toEqual(south.amount)
  // Drafts and what was called off are no sales.
  expect((await of('')).orders).toBe(42 - 12 + 1)
  for (const query of ['status=open', 'guests=true', 'q=R', 'channel=pos', `${counting}&status=draft`])
    expect([query, await of(query)]).toEqual([query, null])
})

test('whoever works for one store counts its orders only; another merchant has none; a day that is none is refused', async () => {
  const { as, app, db, first, merchant } = await given()
  const [north] = (await as.get('/stores')).body.items as { id: string }[]
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [north?.id as string] })
  const limited = callerWith(app, { cookie })
  const own = (await as.get('/orders/count?store=N')).body

  expect((await limited.get('/orders/count')).body).toEqual(own)
  expect((await limited.get('/orders/count?store=S')).body).toMatchObject({
    ...{ count: 0, totals: [], sales: { orders: 0, net: { amount: 0 } } },
  })
  const other = (await merchant({ name: 'Other' })).caller
  expect((await other.get('/orders/count')).body).toMatchObject({ count: 0, capped: false, totals: [] })
  const reply = await as.get('/orders/count?from=2026-02-30')
  expect([reply.status, reply.body.fields[0].path]).toEqual([400, 'from'])
})
