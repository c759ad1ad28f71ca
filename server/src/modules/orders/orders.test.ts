import { expect, test } from 'vitest'
import { setup, type TestMerchant } from '../../../test/harness.ts'
import { verifyFigures } from './index.ts'

type House = Awaited<ReturnType<typeof setup>>

async function differences({ db }: House, merchant: TestMerchant): Promise<unknown[]> {
  const found: unknown[] = []
  await verifyFigures(db, merchant.id, (difference) => found.push(difference))
  return found
}

const lunch = {
  placedAt: '2026-11-02T12:30:00-05:00',
  number: 'A-17',
  items: [{ name: 'Lunch', quantity: 2, unitAmount: 1250, modifiers: [{ name: 'Bread', amount: 150 }] }],
  taxes: [{ name: 'Sales tax', rate: '0.08', taxableAmount: 2800, amount: 224 }],
  tipAmount: 300,
  payments: [{ method: 'card', amount: 3324, brand: 'visa', last4: '4242' }],
}

test('an order comes in once, is the same again, and changes', async () => {
  const house = await setup()
  const { as, first } = house
  const ana = (
    await as.post('/customers', {
      type: 'personal',
      firstName: 'Ana',
      number: 'C-1',
      email: 'ana@example.com',
    })
  ).body
  const made = await as.put('/orders/external/till/1', { ...lunch, customer: { number: 'C-1' } })
  expect(made.status).toBe(201)
  expect(made.body.totals).toEqual({
    ...{
      gross: 2800,
      discount: 0,
      net: 2800,
      tax: 224,
      serviceCharge: 0,
      shipping: 0,
      tip: 300,
      total: 3324,
    },
    ...{ paid: 3324, refunded: 0, due: 0, rounding: 0 },
  })
  expect(made.body).toMatchObject({
    localDay: '2026-11-02',
    customer: { id: ana.id, name: 'Ana' },
    customerReference: null,
  })

  const again = await as.put('/orders/external/till/1', { ...lunch, customer: { number: 'C-1' } })
  expect([again.status, again.body.id, again.body.version]).toEqual([200, made.body.id, 1])

  const changed = await as.put('/orders/external/till/1', {
    ...lunch,
    tipAmount: 0,
    payments: [],
    customer: { number: 'C-1' },
  })
  expect([changed.status, changed.body.version, changed.body.totals.due]).toEqual([200, 2, 3024])
  expect((await as.get(`/orders/${made.body.id}`)).body).toEqual(changed.body)
  expect(await differences(house, first)).toEqual([])
})

test('half a character is refused, not a fault of the server', async () => {
  const { as } = await setup()
  const answer = await as.put('/orders/external/till/1', { ...lunch, note: '\ud800' })
  expect([answer.status, answer.body.code]).toEqual([422, 'body.invalid'])
})

test('what an older message says changes nothing', async () => {
  const { as } = await setup()
  const put = (sourceUpdatedAt: string, status: string) =>
    as.put('/orders/external/web/9', { ...lunch, sourceUpdatedAt, status })
  await put('2026-11-02T13:00:00Z', 'confirmed')
  const late = await put('2026-11-02T12:59:00Z', 'open')
  expect([late.status, late.body.status, late.body.version]).toEqual([200, 'confirmed', 1])
})

test('whom the source names: by external id, email or phone; unknown and ambiguous ones stay guests', async () => {
  const { as } = await setup()
  const one = (body: object) => as.post('/customers', { type: 'personal', ...body })
  const bo = (await one({ firstName: 'Bo', externalIds: { till: '77' } })).body
  const cy = (await one({ firstName: 'Cy', email: 'cy@example.com', phone: '+12075550101' })).body
  await one({ firstName: 'Di', phone: '+12075550101' })
  const who = async (customer: object) => {
    const { body } = await as.put(
      `/orders/external/till/${JSON.stringify(customer).length}-${Math.random()}`,
      { ...lunch, customer },
    )
    return [body.customer?.id ?? null, body.customerReference]
  }
  expect(await who({ externalId: '77' })).toEqual([bo.id, null])
  expect(await who({ externalId: '78', email: 'CY@example.com' })).toEqual([cy.id, null])
  expect(await who({ phone: '(207) 555-0101' })).toEqual([null, { phone: '(207) 555-0101' }])
  expect(await who({ number: 'nobody' })).toEqual([null, { number: 'nobody' }])
})

test('a customer set by a user is kept, and the figures move', async () => {
  const house = await setup()
  const { as, first } = house
  const [eve, fay] = await Promise.all(
    ['Eve', 'Fay'].map(
      async (firstName) =>
        (await as.post('/customers', { type: 'personal', firstName, number: firstName })).body,
    ),
  )
  const { body: order } = await as.put('/orders/external/till/5', { ...lunch, customer: { number: 'Eve' } })
  const moved = await as.patch(`/orders/${order.id}`, { customer: { id: fay.id } }, { 'if-match': '"1"' })
  expect([moved.status, moved.body.customer.id, moved.body.customerPinned]).toEqual([200, fay.id, true])
  const put = await as.put('/orders/external/till/5', {
    ...lunch,
    note: 'later',
    customer: { number: 'Eve' },
  })
  expect([put.body.customer.id, put.body.note]).toEqual([fay.id, 'later'])
  expect((await as.get(`/customers/${fay.id}`)).body).toMatchObject({
    orders: 1,
    revenueTotal: { amount: 2800, currency: 'USD' },
  })
  expect((await as.get(`/customers/${eve.id}`)).body).toMatchObject({
    orders: 0,
    visits: 0,
    lastOrderAt: null,
  })
  expect(await differences(house, first)).toEqual([])
})

test('an organization has what its contacts ordered for it, and what it ordered itself', async () => {
  const house = await setup()
  const { as, first } = house
  const org = (await as.post('/customers', { type: 'business', businessName: 'Harbor Press', number: 'H' }))
    .body
  const gil = (
    await as.post('/customers', {
      type: 'personal',
      firstName: 'Gil',
      number: 'G',
      organizations: [{ id: org.id, isPrimary: true }],
    })
  ).body
  const first1 = await as.put('/orders/external/till/1', { ...lunch, customer: { number: 'G' } })
  expect(first1.body.organization.id).toBe(org.id)
  await as.put('/orders/external/till/2', {
    ...lunch,
    customer: { number: 'H' },
    organization: { number: 'H' },
  })
  const figures = async (id: string) => {
    const { orders, visits, revenueTotal } = (await as.get(`/customers/${id}`)).body
    return [orders, visits, revenueTotal.amount]
  }
  expect(await figures(gil.id)).toEqual([1, 1, 2800])
  expect(await figures(org.id)).toEqual([2, 1, 5600])
  expect((await as.get(`/customers/${org.id}/orders`)).body.items).toHaveLength(2)
  expect(await differences(house, first)).toEqual([])
})

test.each([
  [{ items: [{ name: 'x', quantity: 'two', unitAmount: 1 }] }, 'items.0.quantity'],
  [{ items: [{ name: 'x', quantity: 1 }] }, 'items.0.unitAmount'],
  [{ items: undefined }, 'items'],
  [{ items: [], totals: { tax: 3 } }, 'totals.net'],
  [{ totals: { total: 9999 } }, 'totals.total'],
  [{ currency: 'EUR' }, 'currency'],
  [{ store: { code: 'nowhere' } }, 'store'],
  [{ placedAt: '2026-02-30T10:00:00Z' }, 'placedAt'],
  [{ placedAt: '2026-11-02' }, 'placedAt'],
  [{ note: 'card 4111 1111 1111 1111' }, 'note'],
])('%j is refused at %s', async (change, path) => {
  const { as } = await setup()
  const answer = await as.put('/orders/external/till/1', { ...lunch, ...change })
  expect(answer.status).toBe(422)
  expect(answer.body.fields.map((field: { path: string }) => field.path)).toContain(path)
})

test('many at once are answered each with its own, whatever becomes of the others', async () => {
  const house = await setup()
  const { as, first } = house
  await as.post('/customers', { type: 'personal', firstName: 'Ana', number: 'C-1' })
  const put = (no: number, body: object) => as.put(`/orders/external/till/${no}`, { ...lunch, ...body })
  const replies = await Promise.all([
    ...Array.from({ length: 20 }, (_, no) => put(no, { number: `N-${no}`, customer: { number: 'C-1' } })),
    put(90, { store: { code: 'nowhere' } }),
    // Which only the database refuses.
    put(91, { note: 'a\u0000b' }),
    put(0, { number: 'N-0', customer: { number: 'C-1' } }),
  ])
  expect(replies.slice(0, 20).map(({ status, body }) => [status, body.number])).toEqual(
    Array.from({ length: 20 }, (_, no) => [201, `N-${no}`]),
  )
  expect(replies.slice(20).map(({ status }) => status)).toEqual([422, 422, 200])
  expect(replies[22]?.body.id).toBe(replies[0]?.body.id)
  const { body } = await as.get('/customers?q=C-1&fields=orders')
  expect(body.items.map((one: { orders: number }) => one.orders)).toEqual([20])
  expect(await differences(house, first)).toEqual([])
})

test('a list says how many pieces were bought: what is weighed is one, what comes back is taken off', async () => {
  const { as } = await setup()
  const items = (...quantities: readonly (string | number)[]) =>
    quantities.map((quantity) => ({ name: 'Thing', quantity, unitAmount: 100 }))
  const placedAt = '2026-11-02T12:30:00Z'
  await as.put('/orders/external/till/1', { placedAt, items: items(2, '0.45', 1) })
  await as.put('/orders/external/till/2', { placedAt, items: items(3, -1, '-0.2') })
  await as.put('/orders/external/till/3', { placedAt, totals: { net: 100 } })

  const { items: rows } = (await as.get('/orders')).body as {
    items: { externalId: string; pieces: number; itemCount: number }[]
  }
  expect(Object.fromEntries(rows.map((row) => [row.externalId, [row.pieces, row.itemCount]]))).toEqual({
    ...{ 1: [4, 3], 2: [1, 3], 3: [0, 0] },
  })
})

test('an order that somebody else is bringing at the same moment is found when it is there', async () => {
  const { as, db } = await setup()
  const sale = (net: number) => ({ placedAt: '2026-01-01T12:00:00Z', totals: { net } })
  await as.put('/orders/external/till/a', sale(100))
  const other = await db.owner.connect()
  const { rows: columns } = await other.query(
    `select string_agg(quote_ident(attname), ', ') as rest from pg_attribute
      where attrelid = 'orders'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('id', 'external_id')`,
  )
  const { rest } = columns[0]
  await other.query('begin')
  await other.query(
    `insert into orders (id, external_id, ${rest}) select gen_random_uuid(), 'b', ${rest} from orders`,
  )
  const line = JSON.stringify({ source: 'till', externalId: 'b', ...sale(500) })
  const brought = as.call('POST', '/orders/bulk', Buffer.from(line), {
    'content-type': 'application/x-ndjson',
  })
  const put = as.put('/orders/external/till/b', sale(500))
  const isWaiting = async () =>
    (
      await db.owner.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into orders%'`,
      )
    ).rowCount
  await expect.poll(isWaiting).toBe(2)
  await other.query('commit')
  other.release()

  expect((await put).status).toBe(200)
  expect(JSON.parse((await brought).text).status).toBe(200)
})
