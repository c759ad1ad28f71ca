import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { moveFigures } from './figures.jobs.ts'
import { verifyFigures } from './figures.verify.ts'

test('what many have brought on one day is summed together before the day is over', async () => {
  const { as, db, first } = await setup()
  await as.post('/customers', { firstName: 'Ana' })
  await db.owner.query('update merchants set figures_on = current_date')
  await db.owner.query(
    `insert into customer_census (merchant_id, store_id, what, day, slot, n)
     select $1, all_stores(), what, current_date - ago, 3, 2 from generate_series(1, 1500) ago, unnest('{atRisk,lost}'::text[]) what`,
    [first.id],
  )

  await moveFigures(db)

  const { rows } = await db.owner.query(
    `select what, day::text, n from customer_census where what in ('atRisk', 'lost') order by what`,
  )
  expect(rows).toEqual([
    { what: 'atRisk', day: '0001-01-01', n: 3000 },
    { what: 'lost', day: '0001-01-01', n: 3000 },
  ])
})

test('sales that many have brought of the same days are one row again, and come to the same', async () => {
  const { as, db, first } = await setup()
  await db.owner.query('update merchants set figures_on = current_date')
  const order = { placedAt: '2026-11-02T12:30:00Z', items: [{ name: 'Lunch', unitAmount: 1250 }] }
  await as.call('PUT', '/orders/external/till/1', order)
  // As if many connections had brought them, of days of which most came to nothing in the end.
  await db.owner.query(
    `insert into daily_sales (merchant_id, store_id, day, slot, orders, net, guest_net)
     select $1, store_id, day - ago, s, sign, sign * 500, sign * 500
       from daily_sales, generate_series(0, 400) ago, (values (20, 1), (21, -1), (22, 1), (23, -1), (24, 1), (25, -1)) x(s, sign)
      where merchant_id = $1`,
    [first.id],
  )
  const stand = async () =>
    (
      await db.owner.query(
        'select slot, count(*)::int as days, sum(orders)::int as orders, sum(net)::int as net from daily_sales group by 1',
      )
    ).rows

  await moveFigures(db)

  expect(await stand()).toEqual([{ slot: 1000, days: 1, orders: 1, net: 1250 }])
  await as.call('PUT', '/orders/external/till/2', order)
  await db.owner.query('update merchants set figures_on = current_date - 1')
  await moveFigures(db)
  expect(await stand()).toEqual([{ slot: 1000, days: 1, orders: 2, net: 2500 }])
  const differences: unknown[] = []
  await verifyFigures(db, first.id, (one) => differences.push(one))
  expect(differences).toEqual([])
})

test('days that nobody asks for any more are added under the first of all at once', async () => {
  const { as, db, first } = await setup()
  // At noon it is the same day in the business's zone.
  const ago = (days: number) =>
    `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}T12:00:00.000Z`
  for (const [at, days] of [3000, 400, 90, 10].entries())
    await as.post('/customers', { firstName: `P${at}`, registeredAt: ago(days) })

  const { rows } = await db.owner.query(
    `select day::text, sum(n)::int as n from customer_census
      where merchant_id = $1 and what = 'since' group by 1 order by 1`,
    [first.id],
  )
  expect(rows).toEqual([
    { day: '0001-01-01', n: 3 },
    { day: ago(10).slice(0, 10), n: 1 },
  ])
})
