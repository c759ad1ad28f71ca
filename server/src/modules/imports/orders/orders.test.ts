// Files of orders, and of their lines.
import { expect, test } from 'vitest'
import { counts, upload } from '../imports.kit.ts'
import { expectClean, heads, lines, ordersOf, shop } from './orders.kit.ts'

test('orders in one file, their lines in another; loading either of them again changes nothing', async () => {
  const { kit, bring } = await shop()
  const first = await bring('orders', heads)
  expect(counts(first)).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0 })
  const numbersOf = async ({ id }: { id: string }) =>
    (await kit.as.get(`/orders?import=${id}`)).body.items.map((one: { externalId: string }) => one.externalId)
  expect(await numbersOf(first)).toEqual(['3', '2', '1'])
  expect((await kit.as.get(`/orders/count?import=${first.id}`)).body).toMatchObject({ count: 3 })
  expect(first.unreadColumns).toEqual([{ header: 'shippedDate', filled: 1 }])
  const ofLines = await bring('order-lines', lines)
  expect(counts(ofLines)).toEqual({
    created: 0,
    updated: 3,
    unchanged: 0,
    rejected: 0,
  })
  // Each stands with the import that wrote it last.
  expect(await numbersOf(ofLines)).toEqual(['2', '1'])
  expect(await numbersOf(first)).toEqual(['3'])
  const orders = await ordersOf(kit)
  expect(orders.get('1')).toMatchObject({
    customer: { name: 'Acme' },
    // 09:30 in New York.
    placedAt: '2026-03-01T14:30:00.000Z',
    items: [
      { sku: '11', quantity: '12', unitPrice: '14', totalAmount: 16800 },
      { sku: '72', unitPrice: '3.335', discountRate: '0.05', totalAmount: 317 },
    ],
    totals: { net: 17117, shipping: 150, total: 17267 },
  })
  expect(orders.get('2').totals).toMatchObject({ gross: 9800, discount: 1470, net: 8330, total: 8330 })
  expect(orders.get('3')).toMatchObject({ customer: null, customerReference: { externalId: 'C' }, items: [] })
  expect(counts(await bring('orders', heads))).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: 0 })
  expect(counts(await bring('order-lines', lines))).toEqual({
    created: 0,
    updated: 0,
    unchanged: 3,
    rejected: 0,
  })
  expect([...(await ordersOf(kit)).values()].map(({ version }) => version)).toEqual([1, 2, 2])
  await expectClean(kit, 3)
})

test('a customer who is found nowhere is told at the cell that was looked for, and counted', async () => {
  const { kit, bring } = await shop()
  await kit.as.post('/customers', { firstName: 'Cleo', email: 'acme@example.com' })
  const file = `Order ID,Email,Phone,Date,Item,Qty,Unit price
1,nobody@example.com,202-555-0199,2026-03-01,Bread,1,1
1,nobody@example.com,,2026-03-01,Milk,1,1
2,acme@example.com,,2026-03-01,Bread,1,1
3,,202-555-0144,2026-03-01,Bread,1,1
4,,,2026-03-01,Bread,1,1
`
  const job = await bring('orders', file)
  const told = (await kit.as.get(`/imports/${job.id}/warnings.csv`)).text.split('\r\n')

  expect(job).toMatchObject({ created: 5, rejected: 0, warnings: 3 })
  expect(job.reasons).toEqual([
    { code: 'customer.unknown', rejected: false, rows: 2 },
    { code: 'customer.ambiguous', rejected: false, rows: 1 },
  ])
  expect(told).toHaveLength(5)
  expect(told[1]).toMatch(
    /^2,customer\.unknown; customer\.unknown,Email; Phone,nobody@example\.com; 202-555-0199,/,
  )
  expect(told[3]).toContain('4,customer.ambiguous,Email,acme@example.com,Email: is of several customers')
  expect((await bring('orders', file)).reasons).toEqual(job.reasons)
})

test('a customer whom somebody set is not told as missing when the file comes again', async () => {
  const { kit, bring } = await shop()
  const file = 'orderID,customerID,orderDate,freight\n3,C,2026-03-03 10:00:00.000,2.25\n'
  expect((await bring('orders', file)).warnings).toBe(1)
  const order = (await ordersOf(kit)).get('3')
  const { id } = (await kit.as.post('/customers', { firstName: 'Dora' })).body
  await kit.as.call(
    'PATCH',
    `/orders/${order.id}`,
    { customer: { id } },
    { 'if-match': `"${order.version}"` },
  )

  expect((await bring('orders', file)).warnings).toBe(0)
})

test("a file's lines of an order replace those that stand", async () => {
  const { kit, bring } = await shop()
  await bring('orders', heads)
  await bring('order-lines', lines)
  const changed = await bring('order-lines', 'orderID,productID,unitPrice,quantity\n1,99,5,2\n9,1,1,1\n')
  expect(counts(changed)).toEqual({ created: 0, updated: 1, unchanged: 0, rejected: 1 })
  expect((await ordersOf(kit)).get('1')).toMatchObject({
    items: [{ sku: '99' }],
    totals: { net: 1000, total: 1150 },
  })
  const rejected = (await kit.as.get(`/imports/${changed.id}/rejected.csv`)).text
  expect(rejected).toContain('order.unknown')
  expect(rejected.trim().split('\n')).toHaveLength(2)
  await expectClean(kit, 3)
})

test('one file of orders and lines: rows of an order belong together wherever they stand', async () => {
  const { kit, bring } = await shop()
  const file = `Order ID;Email;Phone;Date;Status;Item;Qty;Unit price;Payment method;Amount paid;Tax
7;acme@example.com;;2026-03-01T10:00:00Z;Paid;Bread;2;1,50;Visa;3,30;0,30
8;;202-555-0144;2026-03-02T10:00:00Z;shipped;Milk;1;2,00;cash;2,00;
7;acme@example.com;;2026-03-01T10:00:00Z;Paid;Tea;0,5;0,00;Visa;3,30;0,30
`
  const brought = await bring('orders', file, {})
  expect(counts(brought)).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0 })
  expect(brought.warnings).toBe(0)
  const orders = await ordersOf(kit)
  expect(orders.get('7')).toMatchObject({
    status: 'completed',
    customer: { name: 'Acme' },
    items: [{ name: 'Bread' }, { name: 'Tea', quantity: '0.5' }],
    payments: [{ method: 'card', amount: 330 }],
    totals: { net: 300, tax: 30, total: 330, paid: 330, due: 0 },
  })
  expect(orders.get('8')).toMatchObject({ status: 'fulfilled', customer: { name: 'Bolt' } })
  expect(counts(await bring('orders', file, {}))).toEqual({
    created: 0,
    updated: 0,
    unchanged: 3,
    rejected: 0,
  })
  await expectClean(kit, 2)
})

test('totals of a file stand, also when lines that come to almost as much follow', async () => {
  const { kit, bring } = await shop()
  const given =
    'orderid,customerid,orderdate,subtotal,taxamt,freight,totaldue\n1,A,2026-03-01,20.0349,1.6,0.5,22.1349\n'
  const parts = 'orderid,productid,orderqty,unitprice\n1,a,1,10.0174\n1,b,1,10.0175\n'
  await bring('orders', given)
  expect(counts(await bring('order-lines', parts))).toMatchObject({ updated: 2 })
  expect((await ordersOf(kit)).get('1')).toMatchObject({
    items: [{ totalAmount: 1002 }, { totalAmount: 1002 }],
    totals: { net: 2003, tax: 160, shipping: 50, total: 2213 },
  })
  expect(counts(await bring('orders', given))).toMatchObject({ unchanged: 1 })
  expect(counts(await bring('order-lines', parts))).toMatchObject({ unchanged: 2 })
  const wrong = await bring('order-lines', 'orderid,productid,orderqty,unitprice\n1,a,1,99\n')
  expect(counts(wrong)).toMatchObject({ rejected: 1 })
  expect((await kit.as.get(`/imports/${wrong.id}/rejected.csv`)).text).toContain('order.total_differs')
  await expectClean(kit, 1)
})

test('what cannot be read is a warning, what cannot be an order is rejected whole', async () => {
  const { kit, bring } = await shop()
  const file = `Order ID,Date,Status,Item,Qty,Unit price,Store
1,2026-03-01,perhaps,Bread,1,2,Nowhere
2,someday,paid,Bread,1,2,
2,,,Tea,1,3,
,2026-03-01,paid,Bread,1,2,
3,2026-03-01,paid,Bread,1,many,
4,2026-03-01,paid,Bread,1,2,
4,2026-03-02,paid,Tea,1,2,
`
  const brought = await bring('orders', file)
  expect(counts(brought)).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 4 })
  expect(brought.warnings).toBe(2)
  const warnings = (await kit.as.get(`/imports/${brought.id}/warnings.csv`)).text
  for (const said of ['perhaps', 'Nowhere', 'is 2026-03-01T05:00:00.000Z in an earlier row'])
    expect(warnings).toContain(said)
  expect([...(await ordersOf(kit)).keys()].sort()).toEqual(['1', '4'])
  await expectClean(kit, 2)
})

test('a try says what would come of it and brings nothing', async () => {
  const { kit, bring, run } = await shop()
  const tried = await run(heads, { kind: 'orders', dryRun: 'true', mapping: '{"source":"shop"}' })
  expect(counts(tried)).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0 })
  expect((await ordersOf(kit)).size).toBe(0)
  await bring('orders', heads)
  await expectClean(kit, 3)
})

test('a mapping, constants, and times where the store is', async () => {
  const { kit, bring } = await shop()
  const tokyo = { name: 'Tokyo', code: 'TYO', timeZone: 'Asia/Tokyo' }
  expect((await kit.as.post('/stores', tokyo)).status).toBe(201)
  const mapping = {
    source: 'shop',
    columns: {
      no: 'externalId',
      when: 'placedAt',
      sum: 'totals.total',
      where: 'store.code',
      who: 'customer.externalId',
    },
    constants: { channel: 'pos', currency: 'USD' },
  }
  await bring(
    'orders',
    'no,when,sum,where,who,else\n1,2026-03-01 00:30,12.345,TYO,A,x\n2,2026-03-01 00:30,1,,A,x\n',
    mapping,
  )
  const orders = await ordersOf(kit)
  expect(orders.get('1')).toMatchObject({
    placedAt: '2026-02-28T15:30:00.000Z',
    localDay: '2026-03-01',
    channel: 'pos',
    store: { name: 'Tokyo' },
    totals: { total: 1235, net: 1235 },
  })
  expect(orders.get('2')).toMatchObject({ placedAt: '2026-03-01T05:30:00.000Z', store: null })
  const faulty = await upload({
    caller: kit.as,
    file: heads,
    fields: { kind: 'orders', mapping: '{"columns":{"orderID":"externalId","freight":"postage"}}' },
  })
  expect([faulty.status, faulty.body.fields[0].path]).toEqual([422, 'mapping.columns.freight'])
})

test('many orders whose rows stand far apart, over several batches', async () => {
  const { kit, bring } = await shop()
  const row = (order: number, part: number) => `${order},2026-03-01,p${part},1,${part}.25\n`
  const part = (n: number) => Array.from({ length: 1500 }, (_, i) => row(i, n)).join('')
  const file = `Order ID,Date,SKU,Qty,Unit price\n${part(1)}${part(2)}${part(3)}`
  expect(counts(await bring('orders', file))).toMatchObject({ created: 4500, rejected: 0 })
  expect((await ordersOf(kit)).get('7')?.totals.net ?? 675).toBe(675)
  expect(counts(await bring('orders', file))).toMatchObject({ unchanged: 4500 })
  await expectClean(kit, 1500)
})
