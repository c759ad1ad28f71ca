// Orders of nobody given to a customer, many at a time: whose they are, what they count for, and back.
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'
import { startWorker } from '../../../../test/worker.ts'
import { verifyFigures } from '../../orders/index.ts'
import { count, finished, type Kit } from '../bulk.kit.ts'

async function expectClean({ db, first }: Kit) {
  const found: unknown[] = []
  await verifyFigures(db, first.id, (difference) => found.push(difference))
  expect(found).toEqual([])
}

type Named = { readonly customer?: object; readonly organization?: object; readonly store?: object }

/** Each of 10.00, a day after the other. */
async function bring({ as }: Kit, many: number, more: Named & { readonly source?: string } = {}) {
  const { source = 'till', ...named } = more
  const line = (n: number) =>
    JSON.stringify({
      ...{ source, externalId: String(n), totals: { net: 1000 }, ...named },
      placedAt: new Date(Date.UTC(2026, 0, 1 + (n % 28), 17)).toISOString(),
    })
  const lines = Array.from({ length: many }, (_, n) => line(n)).join('\n')
  const reply = await as.call('POST', '/orders/bulk', lines, { 'content-type': 'application/x-ndjson' })
  expect(reply.status).toBe(200)
  const { items } = (await as.get('/orders?limit=200')).body
  return items.filter((one: { source: string }) => one.source === source) as { id: string }[]
}

const customer = async ({ as }: Kit, body: object) => (await as.post('/customers', body)).body.id as string
const ann = (kit: Kit) => customer(kit, { type: 'personal', firstName: 'Ann', email: 'ann@example.com' })
const figuresOf = async ({ as }: Kit, id: string) => {
  const { orders, revenueTotal } = (await as.get(`/customers/${id}`)).body
  return [orders, revenueTotal.amount]
}
const guestSales = async ({ as }: Kit) =>
  (await as.get('/customers/summary?salesPeriod=all')).body.sales.guests.amount

test('some orders are given at once: pinned, counted for the customer, told on the record, and taken back', async () => {
  const kit = await setup()
  const { as } = kit
  const id = await ann(kit)
  const bob = await customer(kit, { type: 'personal', firstName: 'Bob', number: 'B' })
  const guests = await bring(kit, 3)
  const [his] = await bring(kit, 1, { source: 'web', customer: { number: 'B' } })
  const ids = [...guests, his].map((one) => one?.id)

  const given = await as.post('/orders/assign', { customer: { id }, ids })

  expect(given.status).toBe(200)
  expect(given.body).toMatchObject({
    action: 'assignOrders',
    state: 'succeeded',
    matched: 4,
    done: 3,
    failed: 1,
  })
  expect(await figuresOf(kit, id)).toEqual([3, 3000])
  expect(await figuresOf(kit, bob)).toEqual([1, 1000])
  expect(await guestSales(kit)).toBe(0)
  await as.put('/orders/external/till/0', {
    placedAt: '2026-01-01T17:00:00Z',
    totals: { net: 1000 },
    note: 'x',
  })
  expect((await as.get(`/orders/${guests[2]?.id}`)).body).toMatchObject({
    note: 'x',
    customerPinned: true,
    customer: { id },
  })
  const told = (await as.get(`/customers/${id}/activities`)).body.items.map(
    ({ kind, after }: { kind: string; after: unknown }) => [kind, after],
  )
  expect(told).toContainEqual(['orders.assigned', { jobId: given.body.id, orders: 3 }])
  await expectClean(kit)

  // The one that its source has changed since stays where it is.
  const undone = await as.post(`/jobs/${given.body.id}/undo`)
  expect(undone.body).toMatchObject({ state: 'undone', undone: 2, kept: 1 })
  expect(await figuresOf(kit, id)).toEqual([1, 1000])
  expect(await guestSales(kit)).toBe(2000)
  expect((await as.get(`/orders/${guests[0]?.id}`)).body).toMatchObject({
    customer: null,
    customerPinned: false,
  })
  await expectClean(kit)
})

test('all that match a filter are given by the worker, and taken back by it', async () => {
  const kit = await setup()
  const { as } = kit
  const id = await ann(kit)
  await bring(kit, 2500)
  await startWorker(kit.db)
  const filter = { from: '2026-01-02', to: '2026-01-28', status: 'completed' }

  const reply = await as.post('/orders/assign', { customer: { id }, filter })

  expect(reply.status).toBe(202)
  expect(reply.body).toMatchObject({ state: 'queued', matched: null })
  const matched = await count(kit, `orders where local_day >= '2026-01-02'`)
  const done = await finished(kit, reply.body.id, 'succeeded')
  expect(done).toMatchObject({ matched, done: matched, failed: 0 })
  expect(matched).toBeGreaterThan(2000)
  expect(await figuresOf(kit, id)).toEqual([matched, matched * 1000])
  expect(await guestSales(kit)).toBe((2500 - matched) * 1000)
  expect((await as.post(`/jobs/${reply.body.id}/undo`)).status).toBe(202)
  expect(await finished(kit, reply.body.id, 'undone')).toMatchObject({ undone: matched, kept: 0 })
  expect(await guestSales(kit)).toBe(2500 * 1000)
  const told = (await as.get(`/customers/${id}/activities`)).body.items.map(
    (one: { kind: string }) => one.kind,
  )
  expect(told.filter((kind: string) => kind.startsWith('orders.'))).toEqual([
    'orders.unassigned',
    'orders.assigned',
  ])
  await expectClean(kit)
})

test('an order keeps the organization of its source, else it counts for that of its customer', async () => {
  const kit = await setup()
  const { as } = kit
  const acme = await customer(kit, { type: 'business', businessName: 'Acme', number: 'ACME' })
  const bolt = await customer(kit, { type: 'business', businessName: 'Bolt' })
  const id = await customer(kit, { type: 'personal', firstName: 'Ann', organizations: [{ id: bolt }] })
  const given = await bring(kit, 1, { source: 'desk', organization: { number: 'ACME' } })
  const plain = await bring(kit, 1)
  const ids = [...given, ...plain].map((one) => one.id)

  const { body } = await as.post('/orders/assign', { customer: { id }, ids })

  expect(body).toMatchObject({ done: 2, failed: 0 })
  expect(await Promise.all([id, acme, bolt].map((one) => figuresOf(kit, one)))).toEqual([
    [2, 2000],
    [1, 1000],
    [1, 1000],
  ])
  await as.post(`/jobs/${body.id}/undo`)
  expect(await Promise.all([id, acme, bolt].map((one) => figuresOf(kit, one)))).toEqual([
    [0, 0],
    [1, 1000],
    [0, 0],
  ])
  await expectClean(kit)
})

test('whoever works for single stores gives away only orders of these, to customers in their sight', async () => {
  const kit = await setup()
  const { as, app, db, first } = kit
  const [north, south] = await Promise.all(
    ['N', 'S'].map(async (code) => (await as.post('/stores', { name: code, code })).body.id),
  )
  const mine = await customer(kit, { type: 'personal', firstName: 'Ann', stores: [{ id: north }] })
  const theirs = await customer(kit, { type: 'personal', firstName: 'Cy', stores: [{ id: south }] })
  await bring(kit, 2, { source: 'n', store: { code: 'N' } })
  const others = [...(await bring(kit, 2, { source: 's', store: { code: 'S' } })), ...(await bring(kit, 1))]
  const { cookie } = await userOf(db.owner, first.id, { role: 'manager', storeIds: [north] })
  const limited = callerWith(app, { cookie, 'sec-fetch-site': 'same-origin' })
  const give = (body: object) => limited.post('/orders/assign', body)

  const byName = await give({ customer: { id: mine }, ids: others.map(({ id }) => id) })
  const byFilter = await give({ customer: { id: mine }, filter: {} })
  const blind = await give({ customer: { id: theirs }, filter: {} })

  expect(byName.body).toMatchObject({ matched: 0, done: 0 })
  expect(byFilter.body).toMatchObject({ matched: 2, done: 2, failed: 0 })
  expect([blind.status, blind.body.fields]).toMatchObject([422, [{ path: 'customer.id' }]])
  expect(await figuresOf(kit, mine)).toEqual([2, 2000])
  const all = await as.post('/orders/assign', { customer: { id: mine }, filter: {} })
  expect(all.body).toMatchObject({ done: 3 })
  expect((await limited.post(`/jobs/${all.body.id}/undo`)).status).toBe(403)
  await expectClean(kit)
})

test('what the source sends again of them changes nothing, and they can still be taken back', async () => {
  const kit = await setup()
  const { as } = kit
  const id = await ann(kit)
  const unknown = { customer: { email: 'nobody@example.com' } }
  const [guest] = await bring(kit, 1, unknown)
  const given = await as.post('/orders/assign', { customer: { id }, ids: [guest?.id] })
  const { version } = (await as.get(`/orders/${guest?.id}`)).body

  await bring(kit, 1, unknown)

  expect((await as.get(`/orders/${guest?.id}`)).body).toMatchObject({ version, customer: { id } })
  await as.post(`/jobs/${given.body.id}/undo`)
  expect((await as.get(`/orders/${guest?.id}`)).body).toMatchObject({
    customer: null,
    customerReference: { email: 'nobody@example.com' },
  })
  await expectClean(kit)
})

test('what is asked for is checked, and needs the right to write orders', async () => {
  const kit = await setup()
  const { as, first } = kit
  const id = await ann(kit)
  const [order] = await bring(kit, 1)
  const fault = async (body: object) => {
    const reply = await as.post('/orders/assign', body)
    return [reply.status, reply.body.fields?.[0]?.path]
  }
  expect(await fault({ customer: { id } })).toEqual([422, 'ids'])
  expect(await fault({ customer: { id }, ids: [order?.id], filter: {} })).toEqual([422, 'ids'])
  expect(await fault({ customer: { id: order?.id }, filter: {} })).toEqual([422, 'customer.id'])
  expect(await fault({ customer: { id }, filter: { from: '2026-02-30' } })).toEqual([422, 'filter.from'])
  expect(await fault({ customer: { id }, filter: { colour: 'red' } })).toEqual([422, 'filter.colour'])
  const other = await kit.merchant({ name: 'Other' })
  const [theirs] = [await other.caller.post('/customers', { type: 'personal', firstName: 'Eve' })]
  expect(await fault({ customer: { id: theirs.body.id }, filter: {} })).toEqual([422, 'customer.id'])

  const reader = await kit.callerOf(first.id, ['customers.read', 'customers.write', 'orders.read'])
  expect((await reader.post('/orders/assign', { customer: { id }, filter: {} })).status).toBe(403)
  const { body } = await as.post('/orders/assign', { customer: { id }, filter: {} })
  for (const act of ['cancel', 'undo'])
    expect((await reader.post(`/jobs/${body.id}/${act}`)).status).toBe(403)
  await expectClean(kit)
})
