import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { setup, type TestMerchant } from '../../../../test/harness.ts'
import { zoneOfNoon } from '../../../../test/noon.ts'
import { verifySearch } from '../../customers/index.ts'
import { readMerchant } from '../../merchants/index.ts'
import { verifyFigures } from './figures.verify.ts'

type House = Awaited<ReturnType<typeof setup>>

async function differences({ db }: House, merchant: TestMerchant): Promise<unknown[]> {
  const found: unknown[] = []
  await verifyFigures(db, merchant.id, (difference) => found.push(difference))
  // What lists show of them.
  const known = await db.read(merchant.id, (reader) => readMerchant(reader, merchant.id))
  await verifySearch(db, known, (difference) => found.push(difference))
  return found
}

const moveTo = ({ db }: House, merchantId: string, day: string) =>
  db.write(merchantId, (tx) => sql`select move_windows(${merchantId}::uuid, ${day}::date)`.execute(tx))

async function people(house: House): Promise<string[]> {
  const { as } = house
  const org = (await as.post('/customers', { type: 'business', businessName: 'Press', number: 'c0' })).body
  const other = (await as.post('/customers', { type: 'business', businessName: 'Mill', number: 'c1' })).body
  const of = [
    [],
    [{ id: org.id, isPrimary: true }],
    [{ id: org.id, isPrimary: true }],
    [{ id: other.id, isPrimary: true }],
  ]
  const ids = [org.id, other.id]
  for (const [i, organizations] of of.entries())
    ids.push(
      (
        await as.post('/customers', {
          type: 'personal',
          firstName: `P${i}`,
          number: `c${i + 2}`,
          organizations,
        })
      ).body.id,
    )
  return ids
}

const order = fc.record({
  key: fc.integer({ min: 0, max: 11 }),
  customer: fc.option(fc.integer({ min: 0, max: 5 })),
  status: fc.constantFrom(
    'draft',
    'open',
    'confirmed',
    'completed',
    'completed',
    'completed',
    'cancelled',
    'refunded',
  ),
  day: fc.integer({ min: 0, max: 400 }),
  hours: fc.integer({ min: -4, max: 4 }),
  store: fc.constantFrom(null, 'N', 'S'),
  amount: fc.integer({ min: -500, max: 9999 }),
  refund: fc.option(
    fc.record({ amount: fc.integer({ min: -900, max: 900 }), after: fc.integer({ min: 0, max: 60 }) }),
  ),
  coming: fc.option(fc.integer({ min: -30, max: 90 })),
})
// New ones, of few days and people, refunded on as few.
const plain = order.map(({ refund, ...one }) => ({
  ...one,
  key: 1000 + one.amount,
  day: one.day % 3,
  refund: refund && { ...refund, after: refund.after % 3 },
  coming: null,
}))
const several = fc.array(fc.oneof(order, plain, plain), { minLength: 1, maxLength: 8 })
const step = fc.oneof(
  { weight: 6, arbitrary: order.map((put) => ({ put })) },
  { weight: 4, arbitrary: several.map((many) => ({ many })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ key: fc.integer({ min: 0, max: 11 }), to: fc.integer({ min: 0, max: 5 }) })
      .map((assign) => ({ assign })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }).map((days) => ({ days })) },
)
const START = Date.UTC(2026, 0, 1, 12)
const dayAfter = (days: number) => new Date(START + days * 86_400_000).toISOString()

test('a refund that is taken back leaves nothing of its day', async () => {
  const house = await setup()
  const { as, first } = house
  const { id } = (await as.post('/customers', { firstName: 'Ann' })).body
  await as.post('/stores', { name: 'North', code: 'N' })
  const sale = { placedAt: '2026-01-01T12:00:00Z', customer: { id }, totals: { net: 900 } }
  const refunds = [{ amount: 500, netAmount: 500, at: '2026-01-09T12:00:00Z' }]

  for (const more of [{ refunds }, { refunds: [] }, { refunds, store: { code: 'N' } }, {}])
    await as.put('/orders/external/till/1', { ...sale, ...more })

  expect(await differences(house, first)).toEqual([])
})

test('whatever is thrown at them, the figures are those of the orders', { timeout: 120_000 }, async () => {
  const house = await setup()
  const { as, first, db } = house
  await as.post('/stores', { name: 'North', code: 'N', timeZone: 'Asia/Kathmandu' })
  await as.post('/stores', { name: 'South', code: 'S' })
  const ids = await people(house)
  await db.owner.query(`update merchants set figures_on = '2026-01-01'`)
  let run = 0
  let today = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 25 }),
      fc.boolean(),
      async (steps, isRhythm) => {
        run++
        await db.owner.query('update merchants set at_risk_rule = $1', [isRhythm ? 'rhythm' : 'days'])
        await db.owner.query(
          'select write_figures(merchant_id, array(select customer_id from customer_stats)) from merchants',
        )
        const made = new Map<number, string>()
        for (const one of steps) {
          if ('put' in one) made.set(one.put.key, await put(as, run, one.put))
          else if ('many' in one) for (const [key, id] of await putMany(as, run, one.many)) made.set(key, id)
          else if ('days' in one) {
            today += one.days
            await moveTo(house, first.id, dayAfter(today).slice(0, 10))
          } else if (made.has(one.assign.key))
            await as.patch(
              `/orders/${made.get(one.assign.key)}`,
              { customer: { id: ids[one.assign.to] } },
              { 'if-match': '*' },
            )
        }
        expect(await differences(house, first)).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
})

type Put = typeof order extends fc.Arbitrary<infer T> ? T : never

const orderOf = (one: Put) => ({
  placedAt: dayAfter(one.day + one.hours / 24),
  status: one.status,
  totals: { net: one.amount },
  ...(one.store !== null && { store: { code: one.store } }),
  ...(one.customer !== null && { customer: { number: `c${one.customer}` } }),
  ...(one.refund !== null && {
    refunds: [{ amount: one.refund.amount, at: dayAfter(one.day + one.refund.after) }],
  }),
  ...(one.coming !== null && { fulfilAt: dayAfter(one.day + one.coming) }),
})

async function put(as: House['as'], run: number, one: Put): Promise<string> {
  const answer = await as.put(`/orders/external/till/${run}-${one.key}`, orderOf(one))
  expect([200, 201]).toContain(answer.status)
  return answer.body.id
}

/** In one request, and so new ones together with others that change. */
async function putMany(as: House['as'], run: number, many: readonly Put[]): Promise<[number, string][]> {
  const lines = many.map((one) =>
    JSON.stringify({ source: 'till', externalId: `${run}-${one.key}`, ...orderOf(one) }),
  )
  const reply = await as.call('POST', '/orders/bulk', Buffer.from(lines.join('\n')), {
    'content-type': 'application/x-ndjson',
  })
  const answers = reply.text.trim().split('\n')
  return answers.map((answer, at) => {
    const { status, id } = JSON.parse(answer)
    expect([200, 201]).toContain(status)
    return [(many[at] as Put).key, id]
  })
}

test.each([
  // Over both changes of the clocks, and where they are set by thirty or forty-five minutes.
  ['America/New_York', '2026-03-08T23:30:00-04:00', '2026-03-08'],
  ['America/New_York', '2026-10-31T23:30:00-04:00', '2026-10-31'],
  ['America/New_York', '2026-11-01T23:30:00-05:00', '2026-11-01'],
  ['Asia/Kathmandu', '2026-02-28T23:30:00+05:45', '2026-02-28'],
  ['Australia/Adelaide', '2026-10-03T23:30:00+09:30', '2026-10-03'],
  ['Australia/Lord_Howe', '2026-04-30T23:30:00+10:30', '2026-04-30'],
  ['Pacific/Kiritimati', '2026-12-31T23:30:00+14:00', '2026-12-31'],
])('in %s an order at %s is of %s', async (timeZone, placedAt, day) => {
  const { as } = await setup()
  await as.post('/stores', { name: 'Here', code: 'H', timeZone })
  const answer = await as.put('/orders/external/till/1', {
    placedAt,
    store: { code: 'H' },
    totals: { net: 100 },
  })
  expect(answer.body.localDay).toBe(day)
})

test('twenty who write into one day at once, for shared organizations, wait for each other and never in a circle', async () => {
  const house = await setup()
  const { as, first } = house
  await people(house)
  const answers = await Promise.all(
    Array.from({ length: 120 }, (_, i) =>
      as.put(`/orders/external/till/${i % 100}`, {
        placedAt: dayAfter(10),
        totals: { net: 100 + i },
        customer: { number: `c${2 + (i % 4)}` },
      }),
    ),
  )
  expect(answers.map(({ status }) => status).filter((status) => status >= 400)).toEqual([])
  expect(await differences(house, first)).toEqual([])
})

test('who stays away is at risk and then lost, and says why; a snooze and an open order hold it off', async () => {
  const house = await setup()
  const { as, db } = house
  await db.owner.query(`update merchants set at_risk_rule = 'rhythm', time_zone = $1`, [zoneOfNoon()])
  const { id } = (await as.post('/customers', { type: 'personal', firstName: 'Ivy', number: 'I' })).body
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  for (const [i, days] of [87, 73, 59, 45, 31].entries())
    await as.put(`/orders/external/till/${i}`, {
      placedAt: ago(days),
      totals: { net: 100 },
      customer: { number: 'I' },
    })
  const activity = async () => (await as.get(`/customers/${id}`)).body.activity
  expect(await activity()).toMatchObject({
    state: 'atRisk',
    reason: { code: 'activity.rhythm', params: { usual: 14, days: 31 } },
    text: 'usually every 14 days, now 31',
  })
  await as.put('/orders/external/till/9', {
    placedAt: ago(31),
    status: 'open',
    fulfilAt: ago(-3),
    totals: { net: 0 },
    customer: { number: 'I' },
  })
  expect((await activity()).state).toBe('active')
  await as.put('/orders/external/till/9', {
    placedAt: ago(31),
    status: 'cancelled',
    totals: { net: 0 },
    customer: { number: 'I' },
  })
  expect((await activity()).state).toBe('atRisk')
})

test('what a contact has ordered for later keeps their organization from being at risk', async () => {
  const { as } = await setup()
  const press = (await as.post('/customers', { type: 'business', businessName: 'Press' })).body
  const organizations = [{ id: press.id, isPrimary: true }]
  await as.post('/customers', { type: 'personal', firstName: 'Ann', number: 'A', organizations })
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  const put = (key: string, body: object) =>
    as.put(`/orders/external/till/${key}`, { totals: { net: 100 }, customer: { number: 'A' }, ...body })
  const state = async () => (await as.get(`/customers/${press.id}`)).body.activity.state
  await put('1', { placedAt: ago(120) })
  expect(await state()).toBe('atRisk')
  await put('2', { placedAt: ago(110), status: 'confirmed', fulfilAt: ago(-3) })
  expect(await state()).toBe('active')
})

test('the window of six months ends with today', async () => {
  const house = await setup()
  const { as, first, db } = house
  const { id } = (await as.post('/customers', { type: 'personal', firstName: 'Jo', number: 'J' })).body
  await db.owner.query(`update merchants set figures_on = '2026-08-30'`)
  for (const [day, net] of [
    ['2026-02-28', 100],
    ['2026-03-01', 10],
    ['2026-08-30', 1],
  ] as const)
    await as.put(`/orders/external/till/${day}`, {
      placedAt: `${day}T17:00:00Z`,
      totals: { net },
      customer: { number: 'J' },
    })
  const revenue = async () => (await as.get(`/customers/${id}`)).body.revenue6m.amount
  expect(await revenue()).toBe(111)
  await moveTo(house, first.id, '2026-08-31')
  expect(await revenue()).toBe(111)
  await moveTo(house, first.id, '2026-09-01')
  expect(await revenue()).toBe(11)
  expect(await differences(house, first)).toEqual([])
})
