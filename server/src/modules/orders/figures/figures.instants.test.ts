// Which order was the first and which the last, also where no sum of a day changes.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { verifyFigures } from './figures.verify.ts'

const sale = (at: string) => ({ placedAt: at, totals: { net: 100 }, customer: { number: 'c1' } })

async function withAnn() {
  const house = await setup()
  const ann = (await house.as.post('/customers', { type: 'personal', firstName: 'Ann', number: 'c1' })).body
  const differences: unknown[] = []
  return {
    ...house,
    seen: async () => {
      const { firstOrderAt, lastOrderAt } = (await house.as.get(`/customers/${ann.id}`)).body
      await verifyFigures(house.db, house.first.id, (one) => differences.push(one))
      return { firstOrderAt, lastOrderAt, differences }
    },
  }
}

test('an order that is moved within its day moves the first and the last', async () => {
  const { as, seen } = await withAnn()
  await as.put('/orders/external/till/1', sale('2026-01-05T12:00:00Z'))
  await as.put('/orders/external/till/1', sale('2026-01-05T10:00:00Z'))
  await as.put('/orders/external/till/2', sale('2026-01-05T11:00:00Z'))

  expect(await seen()).toEqual({
    firstOrderAt: '2026-01-05T10:00:00.000Z',
    lastOrderAt: '2026-01-05T11:00:00.000Z',
    differences: [],
  })
})

test('a sale that is cancelled and rung up again in one request is the last one', async () => {
  const { as, seen } = await withAnn()
  await as.put('/orders/external/till/1', sale('2026-01-05T10:00:00Z'))
  const lines = [
    { source: 'till', externalId: '1', ...sale('2026-01-05T10:00:00Z'), status: 'cancelled' },
    { source: 'till', externalId: '2', ...sale('2026-01-05T10:30:00Z') },
  ]
  const body = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))
  await as.call('POST', '/orders/bulk', body, { 'content-type': 'application/x-ndjson' })

  expect(await seen()).toEqual({
    firstOrderAt: '2026-01-05T10:30:00.000Z',
    lastOrderAt: '2026-01-05T10:30:00.000Z',
    differences: [],
  })
})

test('customer since is the first order, if that is the earliest', async () => {
  const { as } = await setup()
  const { id } = (await as.post('/customers', { type: 'personal', firstName: 'Kim', number: 'K' })).body
  const since = async () => (await as.get(`/customers/${id}`)).body.customerSince
  const before = await since()
  const old = { placedAt: '2019-05-04T12:00:00Z', totals: { net: 1 }, customer: { number: 'K' } }
  await as.put('/orders/external/till/1', old)
  expect(await since()).toBe('2019-05-04')
  await as.patch(`/customers/${id}`, { nickname: 'K' }, { 'if-match': '*' })
  expect(await since()).toBe('2019-05-04')
  await as.put('/orders/external/till/1', { ...old, status: 'cancelled' })
  expect(await since()).toBe(before)
})

test('a day whose refunds come to nothing is none', async () => {
  const { as, db, seen } = await withAnn()
  const refunded = (amount: number) => ({
    ...sale('2026-01-05T10:00:00Z'),
    refunds: [{ amount, netAmount: amount, at: '2026-01-09T10:00:00Z' }],
  })
  await as.put('/orders/external/till/1', refunded(50))
  await as.put('/orders/external/till/2', refunded(-50))

  expect((await seen()).differences).toEqual([])
  const { rows } = await db.owner.query('select day::text, orders, net::int from customer_days')
  expect(rows).toEqual([{ day: '2026-01-05', orders: 2, net: 200 }])
})

test('what the release before tells of new orders is added as well', async () => {
  const { as, db, first } = await setup()
  const { id } = (await as.post('/customers', { type: 'personal', firstName: 'Kim' })).body
  const store = '00000000-0000-0000-0000-000000000000'
  const day = { customer: id, day: '2026-01-05', store, orders: 2, net: 300 }
  const grown = { ...day, first: '2026-01-05T10:00:00Z', last: '2026-01-05T11:00:00Z' }

  await db.write(first.id, (tx) =>
    sql`select add_to_figures(${first.id}::uuid, '{}'::uuid[], '[]'::jsonb, ${JSON.stringify([grown])}::jsonb, '[]'::jsonb)`.execute(
      tx,
    ),
  )

  const { rows } = await db.owner.query(
    'select s.orders, s.visits, s.revenue_total::int as net, d.day::text, s.last_order_at from customer_stats s, customer_days d',
  )
  const last_order_at = new Date(grown.last)
  expect(rows).toEqual([{ orders: 2, visits: 1, net: 300, day: day.day, last_order_at }])
})
