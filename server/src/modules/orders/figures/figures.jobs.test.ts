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
