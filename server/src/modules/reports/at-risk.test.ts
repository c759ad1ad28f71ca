import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

/** Rhythms of all lengths, orders still to come, one snoozed, one deleted; each as days ago. */
const people: readonly (readonly number[])[] = [
  [100, 104, 108],
  [20, 25, 30, 35],
  [40, 60, 80],
  [200, 400, 600],
  [300, 550, 800],
  [95],
  [30],
  [500],
]

async function given() {
  const house = await setup()
  const { as } = house
  const north = (await as.post('/stores', { name: 'North', code: 'N' })).body
  const ids: string[] = []
  for (const [n, days] of people.entries()) {
    const stores = n < 3 ? [{ id: north.id }] : []
    ids.push((await as.post('/customers', { firstName: `P${n}`, number: `c${n}`, stores })).body.id)
    for (const one of days)
      await as.put(`/orders/external/till/${n}-${one}`, {
        ...{ placedAt: ago(one), totals: { net: 100 }, customer: { number: `c${n}` } },
      })
  }
  await as.put('/orders/external/till/coming', {
    ...{
      placedAt: ago(60),
      fulfilAt: ago(-5),
      status: 'open',
      totals: { net: 1 },
      customer: { number: 'c5' },
    },
  })
  await as.post(`/customers/${ids[3]}/snooze`, { until: ago(-9).slice(0, 10) })
  for (const days of [50, 60, 70])
    await as.put(`/orders/external/till/gone-${days}`, {
      ...{ placedAt: ago(days), totals: { net: 1 }, customer: { number: 'gone' } },
    })
  const gone = (await as.post('/customers', { firstName: 'Gone', number: 'gone' })).body
  await as.put('/orders/external/till/gone', {
    placedAt: ago(99),
    totals: { net: 1 },
    customer: { number: 'gone' },
  })
  await as.delete(`/customers/${gone.id}`)
  return { ...house, north }
}

test('what a rule would mark is what it marks once it is saved', { timeout: 60_000 }, async () => {
  const { as, db, first } = await given()
  const preview = async (rule: string, days: number) =>
    (await as.get(`/customers/at-risk-preview?rule=${rule}&days=${days}`)).body
  const marked = async () => {
    const of = async (state: string) => (await as.get(`/customers/count?activity=${state}`)).body.count
    return { atRisk: await of('atRisk'), lost: await of('lost') }
  }

  const seen = new Set<string>()
  for (const [rule, days] of [
    ...([
      ['days', 90],
      ['days', 25],
      ['days', 400],
      ['rhythm', 90],
    ] as const),
    ...([
      ['rhythm', 20],
      ['days', 1],
    ] as const),
  ]) {
    const before = await marked()
    const told = await preview(rule, days)
    expect(told.now, `${rule} ${days}`).toEqual(before)
    await db.owner.query('update merchants set at_risk_rule = $2, at_risk_days = $3 where merchant_id = $1', [
      ...[first.id, rule, days],
    ])
    await db.owner.query(
      'select write_figures($1, array(select customer_id from customer_stats where merchant_id = $1))',
      [first.id],
    )
    expect({ atRisk: told.atRisk, lost: told.lost }, `${rule} ${days}`).toEqual(await marked())
    seen.add(`${told.atRisk} ${told.lost}`)
  }
  // The rules differ, else equal numbers would show nothing.
  expect(seen.size).toBeGreaterThan(3)
})

test('it takes the right to change settings, counts the merchant’s own, and refuses what is no rule', async () => {
  const { as, app, db, first, north, merchant } = await given()
  const ask = '/customers/at-risk-preview?rule=days&days=10'
  const total = ({ atRisk, lost }: { atRisk: number; lost: number }) => atRisk + lost
  expect(total((await as.get(ask)).body)).toBe(6)
  const other = await merchant({ name: 'Other' })
  expect((await other.caller.get(ask)).body).toEqual({ atRisk: 0, lost: 0, now: { atRisk: 0, lost: 0 } })
  const staff = await userOf(db.owner, first.id)
  expect((await callerWith(app, { cookie: staff.cookie }).get(ask)).status).toBe(403)
  const limited = await userOf(db.owner, first.id, { role: 'owner', storeIds: [north.id] })
  expect(total((await callerWith(app, { cookie: limited.cookie }).get(ask)).body)).toBe(3)

  for (const [query, field] of [
    ...([
      ['rule=moon&days=9', 'rule'],
      ['rule=days&days=0', 'days'],
      ['rule=days&days=3651', 'days'],
    ] as const),
    ...([['days=9', 'rule']] as const),
  ]) {
    const reply = await as.get(`/customers/at-risk-preview?${query}`)
    expect([reply.status, reply.body.fields?.[0]?.path], query).toEqual([400, field])
  }
})
