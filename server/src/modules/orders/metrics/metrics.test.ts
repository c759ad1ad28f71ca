import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'

type House = Awaited<ReturnType<typeof setup>>

/** One customer of a house, and what they order. */
async function customer({ as }: Pick<House, 'as'>, more: object = {}) {
  const { body } = await as.post('/customers', { type: 'personal', firstName: 'Ana', number: 'C-1', ...more })
  let orders = 0
  return {
    id: body.id as string,
    orders: async (placedAt: string, net: number, rest: object = {}) => {
      const order = { placedAt, totals: { net }, customer: { number: body.number }, ...rest }
      const answer = await as.put(`/orders/external/till/${body.number}-${orders++}`, order)
      expect(answer.status, answer.text).toBe(201)
    },
  }
}

const metricsOf = async ({ as }: Pick<House, 'as'>, id: string, period = '') =>
  (await as.get(`/customers/${id}/metrics${period}`)).body

type Weekday = { weekday: number; net: { amount: number }; days: number; average: { amount: number } }
/** Those that are not empty: [weekday, net, days, average]. */
const weekdays = (metrics: { byWeekday: Weekday[] }) =>
  metrics.byWeekday
    .filter(({ net, days }) => net.amount !== 0 || days > 0)
    .map(({ weekday, net, days, average }) => [weekday, net.amount, days, average.amount])
const months = (metrics: { byMonth: { month: string; net: { amount: number } }[] }) =>
  metrics.byMonth.map(({ month, net }) => [month, net.amount])

test('a customer without orders has zeros, every month and every weekday', async () => {
  const house = await setup()
  const { id } = await customer(house)

  const zero = { amount: 0, currency: 'USD' }
  expect(await metricsOf(house, id, '?from=2026-01-31&to=2026-03-01')).toEqual({
    ...{ from: '2026-01-31', to: '2026-03-01', visits: 0, orders: 0, sales: zero },
    ...{ loyaltyPoints: 0, loyaltyValue: zero, feedback: { positive: 0, negative: 0 } },
    byMonth: ['2026-01', '2026-02', '2026-03'].map((month) => ({ month, net: zero })),
    byWeekday: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, net: zero, days: 0, average: zero })),
  })
})

test('without a period it is the last twelve months, to today where the business is', async () => {
  const house = await setup()
  const { as } = await house
    .merchant({ timeZone: 'Pacific/Kiritimati' })
    .then(({ caller }) => ({ as: caller }))
  const { id } = await customer({ as })
  const { from, to, byMonth } = await metricsOf({ as }, id)

  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(new Date())
  expect(to).toBe(today)
  expect(Number(to.slice(0, 4)) - Number(from.slice(0, 4))).toBe(1)
  expect(byMonth).toHaveLength(13)
})

test('the average of a weekday is over the days with an order; months between are there', async () => {
  const house = await setup()
  const ana = await customer(house)
  // Two orders on one Monday, one on another; a Friday two months later.
  await ana.orders('2026-01-05T12:00:00-05:00', 1000)
  await ana.orders('2026-01-05T18:00:00-05:00', 500)
  await ana.orders('2026-01-12T12:00:00-05:00', 1000)
  await ana.orders('2026-03-06T12:00:00-05:00', 333)

  const metrics = await metricsOf(house, ana.id, '?from=2026-01-01&to=2026-03-31')
  expect(metrics).toMatchObject({ visits: 3, orders: 4, sales: { amount: 2833, currency: 'USD' } })
  expect(weekdays(metrics)).toEqual([
    [1, 2500, 2, 1250],
    [5, 333, 1, 333],
  ])
  expect(months(metrics)).toEqual([
    ['2026-01', 2500],
    ['2026-02', 0],
    ['2026-03', 333],
  ])
})

test('both ends of the period are in it, and what is beside them is not', async () => {
  const house = await setup()
  const ana = await customer(house)
  for (const day of ['09', '10', '20', '21']) await ana.orders(`2026-04-${day}T12:00:00-04:00`, Number(day))

  expect(months(await metricsOf(house, ana.id, '?from=2026-04-10&to=2026-04-20'))).toEqual([['2026-04', 30]])
  expect(await metricsOf(house, ana.id, '?from=2026-04-21&to=2026-04-21')).toMatchObject({ orders: 1 })
})

test.each([
  // The clocks go forward on 8 March 2026 and back on 1 November 2026, both Sundays: the last and the first minute.
  ['America/New_York', '2026-03-08T00:01:00-05:00', '2026-03-08T23:59:00-04:00', 7, '2026-03'],
  ['America/New_York', '2026-11-01T00:01:00-04:00', '2026-11-01T23:59:00-05:00', 7, '2026-11'],
  // At midnight of the change, and on the last evening of a month.
  ['Africa/Cairo', '2026-04-24T01:00:00+03:00', '2026-04-24T23:59:00+03:00', 5, '2026-04'],
  ['Pacific/Auckland', '2026-09-27T00:01:00+12:00', '2026-09-27T23:59:00+13:00', 7, '2026-09'],
  ['Asia/Kathmandu', '2026-02-28T00:01:00+05:45', '2026-02-28T23:59:00+05:45', 6, '2026-02'],
])('in %s %s and %s are one day, a %d of the week', async (timeZone, first, last, weekday, month) => {
  const house = await setup()
  await house.as.post('/stores', { name: 'Here', code: 'H', timeZone })
  const ana = await customer(house)
  for (const placedAt of [first, last]) await ana.orders(placedAt, 100, { store: { code: 'H' } })

  const day = first.slice(0, 10)
  const metrics = await metricsOf(house, ana.id, `?from=${day}&to=${day}`)
  expect([metrics.visits, metrics.orders]).toEqual([1, 2])
  expect(weekdays(metrics)).toEqual([[weekday, 200, 1, 200]])
  expect(months(metrics)).toEqual([[month, 200]])
})

test('a refund is of its own day, month and weekday; a day with nothing else has no average', async () => {
  const house = await setup()
  const ana = await customer(house)
  // Ordered on a Monday of January, half of it back on a Tuesday of February.
  await ana.orders('2026-01-05T12:00:00-05:00', 1000, {
    refunds: [{ amount: 500, at: '2026-02-10T12:00:00-05:00' }],
  })

  const metrics = await metricsOf(house, ana.id, '?from=2026-01-01&to=2026-02-28')
  expect(metrics).toMatchObject({ visits: 1, orders: 1, sales: { amount: 500 } })
  expect(weekdays(metrics)).toEqual([
    [1, 1000, 1, 1000],
    [2, -500, 0, 0],
  ])
  expect(months(metrics)).toEqual([
    ['2026-01', 1000],
    ['2026-02', -500],
  ])
  const february = await metricsOf(house, ana.id, '?from=2026-02-01&to=2026-02-28')
  expect(february).toMatchObject({ visits: 0, orders: 0, sales: { amount: -500 } })
})

test.each([
  ['JPY', [1250, 1250, 1], 834],
  ['KWD', [1005, 1000], 1003],
])('averages in %s are rounded to its smallest unit, halves up', async (currency, amounts, average) => {
  const house = await setup()
  const { caller: as } = await house.merchant({ currency, timeZone: 'UTC' })
  const ana = await customer({ as })
  for (const [week, net] of amounts.entries())
    await ana.orders(new Date(Date.UTC(2026, 5, 1 + 7 * week, 12)).toISOString(), net)

  const metrics = await metricsOf({ as }, ana.id, '?from=2026-06-01&to=2026-06-30')
  const sum = amounts.reduce((a, b) => a + b, 0)
  expect(metrics.sales).toEqual({ amount: sum, currency })
  expect(metrics.byWeekday[0]).toEqual({
    ...{ weekday: 1, net: { amount: sum, currency }, days: amounts.length },
    average: { amount: average, currency },
  })
})

test('guests, drafts and cancelled orders are in nobody’s; an organization has its contacts’ too', async () => {
  const house = await setup()
  const { as } = house
  const press = (await as.post('/customers', { type: 'business', businessName: 'Press' })).body
  const ana = await customer(house, { organizations: [{ id: press.id, isPrimary: true }] })
  await ana.orders('2026-01-05T12:00:00-05:00', 1000)
  await ana.orders('2026-01-06T12:00:00-05:00', 700, { status: 'draft' })
  await ana.orders('2026-01-07T12:00:00-05:00', 700, { status: 'cancelled' })
  await as.put('/orders/external/till/guest', { placedAt: '2026-01-05T13:00:00-05:00', totals: { net: 900 } })

  for (const id of [ana.id, press.id])
    expect(await metricsOf(house, id, '?from=2026-01-01&to=2026-01-31')).toMatchObject({
      ...{ visits: 1, orders: 1, sales: { amount: 1000 } },
    })
})

test('who is limited to stores sees what was ordered there, of whom they may see', async () => {
  const house = await setup()
  const { as, app, db, first } = house
  const [north, south] = await Promise.all(
    ['North', 'South'].map(async (name) => (await as.post('/stores', { name, code: name })).body),
  )
  const ana = await customer(house, { stores: [{ id: north.id }] })
  const bob = await customer(house, { number: 'C-2', stores: [{ id: south.id }] })
  await ana.orders('2026-01-05T12:00:00-05:00', 1000, { store: { code: 'North' } })
  await ana.orders('2026-01-05T12:00:00-05:00', 500, { store: { code: 'South' } })
  await ana.orders('2026-01-05T12:00:00-05:00', 250)
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [north.id] })
  const staff = callerWith(app, { cookie })

  const period = '?from=2026-01-01&to=2026-01-31'
  expect((await staff.get(`/customers/${ana.id}/metrics${period}`)).body).toMatchObject({
    ...{ visits: 1, orders: 1, sales: { amount: 1000 } },
  })
  expect((await staff.get(`/customers/${bob.id}/metrics${period}`)).status).toBe(404)
  // At three places on one day.
  expect(await metricsOf(house, ana.id, period)).toMatchObject({ visits: 3, sales: { amount: 1750 } })
})

test('figures of orders are for who may read orders, and of nobody else’s customers', async () => {
  const house = await setup()
  const { id } = await customer(house)
  const others = await house.callerOf(house.first.id, ['customers.read', 'orders.write'])
  const stranger = (await house.merchant({ name: 'Other' })).caller

  expect((await others.get(`/customers/${id}/metrics`)).status).toBe(403)
  expect((await stranger.get(`/customers/${id}/metrics`)).status).toBe(404)
})

test.each([
  ['from=2026-02-30', 'from'],
  ['from=yesterday', 'from'],
  ['to=0001-01-01', 'to'],
  ['from=2026-02-02&to=2026-02-01', 'to'],
])('a period %s is refused at %s', async (period, path) => {
  const house = await setup()
  const { id } = await customer(house)
  const answer = await house.as.get(`/customers/${id}/metrics?${period}`)
  expect(answer.status).toBe(400)
  expect(answer.body.fields.map((field: { path: string }) => field.path)).toEqual([path])
})

test('the history of a period is what its figures are made of', async () => {
  const house = await setup()
  const ana = await customer(house)
  for (const day of ['01', '02', '03']) await ana.orders(`2026-05-${day}T23:30:00-04:00`, 100)
  await ana.orders('2026-05-02T12:00:00-04:00', 100, { status: 'cancelled' })

  const history = await house.as.get(
    `/customers/${ana.id}/orders?from=2026-05-02&to=2026-05-03&status=open&status=completed`,
  )
  expect(history.body.items.map(({ localDay }: { localDay: string }) => localDay)).toEqual([
    '2026-05-03',
    '2026-05-02',
  ])
})
