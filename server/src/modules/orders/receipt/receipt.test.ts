import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'

const dinner = {
  placedAt: '2026-11-02T19:30:00-05:00',
  number: 'A-17',
  receiptNumber: 'R-1001',
  staff: 'Till 2',
  items: [
    { name: 'Soup', quantity: 2, unitAmount: 600, modifiers: [{ name: 'Bread', amount: 150 }] },
    { name: 'Tea', quantity: '0.5', unitPrice: '3.3333', discountRate: '0.1' },
  ],
  discounts: [{ name: 'Regular', amount: 100 }],
  taxes: [{ name: 'Sales tax', rate: '0.08', taxableAmount: 1550, amount: 124 }],
  serviceChargeAmount: 75,
  shippingAmount: 50,
  tipAmount: 200,
  payments: [
    { method: 'card', amount: 1000, brand: 'visa', last4: '4242', tipAmount: 200 },
    { method: 'cash', amount: 999, tendered: 2000 },
  ],
  refunds: [{ amount: 500, reason: 'Cold', at: '2026-11-03T12:00:00-05:00' }],
}

test('a receipt has all that its customer is owed to know', async () => {
  const { as } = await setup()
  await as.post('/stores', {
    ...{ name: 'Harbor', code: 'H', timeZone: 'America/Chicago', phone: '+13125550123' },
    address: { line1: '1 Pier', city: 'Chicago', state: 'IL', postalCode: '60601', country: 'US' },
  })
  const ana = await as.post('/customers', {
    ...{ type: 'personal', firstName: 'Ana', number: 'C-1', email: 'ana@example.com' },
  })
  const order = { ...dinner, store: { code: 'H' }, customer: { number: 'C-1' } }
  const { body } = await as.put('/orders/external/till/1', order)

  const receipt = await as.get(`/orders/${body.id}/receipt`)
  expect(receipt.status).toBe(200)
  expect(receipt.body).toEqual({
    number: 'R-1001',
    header: 'Receipt R-1001',
    store: {
      ...{ id: body.store.id, name: 'Harbor', phone: '+13125550123', timeZone: 'America/Chicago' },
      address: {
        ...{ line1: '1 Pier', line2: null, city: 'Chicago', state: 'IL', postalCode: '60601', country: 'US' },
      },
    },
    placedAt: '2026-11-03T00:30:00.000Z',
    staff: 'Till 2',
    customer: { id: ana.body.id, name: 'Ana', number: 'C-1', email: 'ana@example.com' },
    currency: 'USD',
    // Two soups with bread 1500, half a tea 166.665 and a tenth off: 167 and 150; 100 off the whole.
    summary: {
      ...{ gross: 1667, discount: 117, net: 1550, tax: 124, tip: 200, serviceCharge: 75, shipping: 50 },
      ...{ rounding: 0, total: 1999, paid: 1999, change: 1001, due: 500 },
    },
    items: body.items,
    taxes: [{ name: 'Sales tax', rate: '0.08', taxableAmount: 1550, amount: 124, inclusive: false }],
    payments: [
      { ...body.payments[0], method: 'card', brand: 'visa', last4: '4242', tipAmount: 200, change: null },
      { ...body.payments[1], method: 'cash', tendered: 2000, change: 1001 },
    ],
    refunds: body.refunds,
    points: null,
  })
  expect(receipt.body.items[0]).toMatchObject({
    ...{ name: 'Soup', quantity: '2', unitAmount: 600, totalAmount: 1500 },
    modifiers: [{ name: 'Bread', amount: 150 }],
  })
})

test.each([
  [{ receiptNumber: 'R-1', number: 'A-1' }, 'R-1'],
  [{ number: 'A-1' }, 'A-1'],
  [{}, 'till-77'],
])('a receipt of %j is numbered %s', async (numbers, number) => {
  const { as } = await setup()
  const order = { placedAt: '2026-01-05T12:00:00Z', totals: { net: 1 }, ...numbers }
  const { body } = await as.put('/orders/external/till/till-77', order)
  const receipt = (await as.get(`/orders/${body.id}/receipt`)).body
  expect([receipt.number, receipt.header]).toEqual([number, `Receipt ${number}`])
  expect([receipt.store, receipt.customer, receipt.items]).toEqual([null, null, []])
})

test.each([
  ['JPY', 1250, 2000, 750],
  ['KWD', 1255, 1500, 245],
])('in %s amounts are of its smallest unit', async (currency, amount, tendered, change) => {
  const house = await setup()
  const { caller: as } = await house.merchant({ currency })
  const order = {
    ...{ placedAt: '2026-01-05T12:00:00Z', items: [{ name: 'Set menu', quantity: 1, unitAmount: amount }] },
    payments: [{ method: 'cash', amount, tendered }],
  }
  const { body } = await as.put('/orders/external/till/1', order)
  const receipt = (await as.get(`/orders/${body.id}/receipt`)).body
  expect(receipt).toMatchObject({ currency, summary: { net: amount, total: amount, change, due: 0 } })
})

test('who is limited to stores gets the receipts of these, and does not read who is out of their sight', async () => {
  const { as, app, db, first } = await setup()
  const [north, south] = await Promise.all(
    ['North', 'South'].map(async (name) => (await as.post('/stores', { name, code: name })).body),
  )
  await as.post('/customers', { type: 'personal', firstName: 'Bob', number: 'B', stores: [{ id: south.id }] })
  const put = (id: string, code: string) =>
    as.put(`/orders/external/till/${id}`, { ...dinner, store: { code }, customer: { number: 'B' } })
  const [here, there] = [(await put('1', 'North')).body, (await put('2', 'South')).body]
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [north.id] })
  const staff = callerWith(app, { cookie })

  const seen = await staff.get(`/orders/${here.id}/receipt`)
  expect([seen.status, seen.body.customer]).toEqual([200, null])
  expect((await staff.get(`/orders/${there.id}/receipt`)).status).toBe(404)
})
