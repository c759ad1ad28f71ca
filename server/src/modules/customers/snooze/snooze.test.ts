import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'

type House = Awaited<ReturnType<typeof setup>>

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Who has not ordered for two hundred days. */
async function away({ as }: Pick<House, 'as'>): Promise<string> {
  const { id } = (await as.post('/customers', { firstName: 'Ivy', number: 'I' })).body
  const placedAt = new Date(Date.now() - 200 * 86_400_000).toISOString()
  await as.put('/orders/external/till/1', { placedAt, totals: { net: 100 }, customer: { number: 'I' } })
  return id
}

const stateOf = async ({ as }: Pick<House, 'as'>, id: string) =>
  (await as.get(`/customers/${id}`)).body.activity.state

test('a snooze holds at risk off until its day, in the record and in lists, and null ends it', async () => {
  const house = await setup()
  const { as } = house
  const id = await away(house)
  const atRisk = async () => (await as.get('/customers/count?activity=atRisk')).body.count
  expect([await stateOf(house, id), await atRisk()]).toEqual(['atRisk', 1])

  const answer = await as.post(`/customers/${id}/snooze`, { until: day(10) })
  expect(answer.status, answer.text).toBe(200)
  expect(answer.body).toMatchObject({ id, snoozedUntil: day(10), activity: { state: 'active' } })
  expect([await stateOf(house, id), await atRisk()]).toEqual(['active', 0])

  expect((await as.post(`/customers/${id}/snooze`, { until: null })).body).toMatchObject({
    snoozedUntil: null,
    activity: { state: 'atRisk' },
  })
})

test('it is said in the activities once, and repeating it says nothing', async () => {
  const house = await setup()
  const { as } = house
  const id = await away(house)
  for (let n = 0; n < 2; n++) await as.post(`/customers/${id}/snooze`, { until: day(10) })

  const { items } = (await as.get(`/customers/${id}/activities`)).body
  const snoozes = items.filter((item: { kind: string }) => item.kind === 'customer.snoozed')
  expect(snoozes).toEqual([
    expect.objectContaining({ before: { snoozedUntil: null }, after: { snoozedUntil: day(10) } }),
  ])
})

test('who never ordered can be snoozed and stays without an order', async () => {
  const { as } = await setup()
  const { id } = (await as.post('/customers', { firstName: 'Jo' })).body
  const answer = await as.post(`/customers/${id}/snooze`, { until: day(3) })
  expect(answer.body).toMatchObject({ snoozedUntil: day(3), activity: { state: 'none' } })
  expect((await as.get('/customers/count?activity=none')).body.count).toBe(1)
  expect((await as.get('/customers/count?activity=atRisk&activity=lost&activity=active')).body.count).toBe(0)
})

test.each([
  [{ until: day(-3) }],
  [{ until: '9999-12-31' }],
  [{ until: 'soon' }],
  [{ until: '2026-02-30' }],
  [{}],
])('%j is refused at its field', async (body) => {
  const { as } = await setup()
  const { id } = (await as.post('/customers', { firstName: 'Jo' })).body
  const answer = await as.post(`/customers/${id}/snooze`, body)
  expect(answer.status).toBe(422)
  expect(answer.body.fields[0].path).toBe('until')
})

test('it takes the right to write, and a customer in sight', async () => {
  const house = await setup()
  const { as, app, db, first, callerOf } = house
  const id = await away(house)
  const reader = await callerOf(first.id, ['customers.read'])
  expect((await reader.post(`/customers/${id}/snooze`, { until: day(3) })).status).toBe(403)
  const north = (await as.post('/stores', { name: 'North' })).body
  const { cookie } = await userOf(db.owner, first.id, { role: 'manager', storeIds: [north.id] })
  const limited = callerWith(app, { cookie, 'sec-fetch-site': 'same-origin' })
  expect((await limited.post(`/customers/${id}/snooze`, { until: day(3) })).status).toBe(404)
})
