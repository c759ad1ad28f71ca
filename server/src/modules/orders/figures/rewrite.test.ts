// A change of the rule of at risk, taken to every customer by the worker.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { startWorker } from '../../../../test/worker.ts'
import { verifyFigures } from './figures.verify.ts'
import { figureTasks } from './rewrite.jobs.ts'

type House = Awaited<ReturnType<typeof setup>>

const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Each ordered every ten days, the last time five weeks ago; figures made by the rule that stands. */
async function regulars({ as, db, first }: House, count: number): Promise<void> {
  const { id } = (await as.post('/customers', { firstName: 'Kim', number: 'K' })).body
  const ids = [id, ...Array.from({ length: count - 1 }, () => randomUUID())]
  await db.owner.query(
    `insert into customers (merchant_id, id, type, display_name, first_name, customer_since)
     select $1, id, 'personal', 'Kim', 'Kim', current_date from unnest($2::uuid[]) id on conflict do nothing`,
    [first.id, ids],
  )
  for (const days of [35, 45, 55, 65])
    await db.owner.query(
      `select add_to_figures($1, '{}', (select jsonb_agg(jsonb_build_object('customer', id, 'day', $3::date,
      'store', '00000000-0000-0000-0000-000000000000', 'orders', 1, 'net', 100)) from unnest($2::uuid[]) id), '[]')`,
      [first.id, ids, day(days)],
    )
}

const states = async ({ db }: House) =>
  (
    await db.owner.query(`
      select activity_of(s, current_date) ->> 'state' as state, count(*)::int as n from customer_stats s group by 1`)
  ).rows

const change = ({ as }: House, settings: object) => as.patch('/settings', settings, { 'if-match': '*' })

test('a change of the rule reaches every customer, more than one step of them', {
  timeout: 60_000,
}, async () => {
  const house = await setup()
  await regulars(house, 2100)
  expect(await states(house)).toEqual([{ state: 'active', n: 2100 }])
  await startWorker(house.db)

  const changed = await change(house, { atRiskRule: 'rhythm' })
  expect(changed.body).toMatchObject({ atRiskRule: 'rhythm', atRiskDays: 90 })
  // Thrice the usual gap is over: lost.
  await expect.poll(() => states(house), { timeout: 30_000 }).toEqual([{ state: 'lost', n: 2100 }])

  await change(house, { atRiskRule: 'days', atRiskDays: 20 })
  await expect.poll(() => states(house), { timeout: 30_000 }).toEqual([{ state: 'atRisk', n: 2100 }])
})

test('a step that was made under another rule is made again from the first customer', async () => {
  const house = await setup()
  const { db, first, storage } = house
  await regulars(house, 3)
  await change(house, { atRiskDays: 10 })
  const { rows } = await db.owner.query('select max(customer_id::text) as last from customer_stats')
  const [task] = Object.values(figureTasks)
  const run = { db, storage, attempt: 1, signal: new AbortController().signal }

  // So a killed worker's next step may stand: with a place that another rule had come to.
  await task?.({ merchantId: first.id, after: rows[0].last, by: { rule: 'days', days: 90 } }, run)
  expect(await states(house)).toEqual([{ state: 'atRisk', n: 3 }])

  const differences: unknown[] = []
  await verifyFigures(db, first.id, (difference) => {
    if (difference.table === 'customer_stats') differences.push(difference)
  })
  expect(differences).toEqual([])
})

test('a step that goes on under the same rule leaves those before it alone', async () => {
  const house = await setup()
  const { db, first, storage } = house
  await regulars(house, 3)
  await db.owner.query('update merchants set at_risk_days = 10')
  const { rows } = await db.owner.query('select customer_id as id from customer_stats order by 1')
  const [task] = Object.values(figureTasks)
  const run = { db, storage, attempt: 1, signal: new AbortController().signal }

  await task?.({ merchantId: first.id, after: rows[1].id, by: { rule: 'days', days: 10 } }, run)
  expect((await states(house)).sort((a, b) => a.n - b.n)).toEqual([
    { state: 'atRisk', n: 1 },
    { state: 'active', n: 2 },
  ])
})

test.each([[{ atRiskRule: 'moon' }], [{ atRiskDays: 0 }], [{ atRiskDays: 3651 }], [{ atRiskDays: 1.5 }]])(
  '%j is refused at the field that is wrong',
  async (settings) => {
    const house = await setup()
    const answer = await change(house, settings)
    expect(answer.status).toBe(422)
    expect(answer.body.fields[0].path).toBe(Object.keys(settings)[0])
  },
)
