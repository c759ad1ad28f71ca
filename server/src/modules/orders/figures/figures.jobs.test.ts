import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { moveFigures } from './figures.jobs.ts'

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
