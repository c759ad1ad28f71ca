// Who may bring orders, and of which stores.
import { expect, test } from 'vitest'
import { callerWith } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'
import { counts, upload } from '../imports.kit.ts'
import { heads, type Kit, lines, ordersOf, shop } from './orders.kit.ts'

test('lines need the id of an order, and whoever brings orders the right to write them', async () => {
  const { kit } = await shop()
  const send = (caller: Kit['as'], file: string, kind: string) => upload({ caller, file, fields: { kind } })
  const none = await send(kit.as, 'product,quantity\na,1\n', 'order-lines')
  expect([none.status, none.body.code]).toEqual([422, 'import.unreadable'])
  const importerOnly = await kit.callerOf(kit.first.id, ['customers.import'])
  expect((await send(importerOnly, heads, 'orders')).status).toBe(403)
})

test('whoever works for single stores brings orders of these, and no lines of others', async () => {
  const { kit, bring, run } = await shop()
  const { as, app, db, first } = kit
  const north = (await as.post('/stores', { name: 'North', code: 'N' })).body
  const { cookie } = await userOf(db.owner, first.id, { role: 'manager', storeIds: [north.id] })
  const limited = callerWith(app, { cookie, 'sec-fetch-site': 'same-origin' })
  const mapping = JSON.stringify({ source: 'shop' })
  await bring('orders', heads)
  const before = await ordersOf(kit)

  const file = 'orderID,orderDate,freight,store\n1,2026-03-01,9,N\n7,2026-03-01,9,N\n8,2026-03-01,9,\n'
  const orders = await run(file, { kind: 'orders', mapping }, limited)
  const parts = await run(lines, { kind: 'order-lines', mapping }, limited)

  expect(counts(orders)).toMatchObject({ created: 1, rejected: 2 })
  expect(counts(parts)).toMatchObject({ updated: 0, rejected: 3 })
  const told = async (id: string) => (await as.get(`/imports/${id}/rejected.csv`)).text
  for (const code of ['order.out_of_sight', 'field.required']) expect(await told(orders.id)).toContain(code)
  expect(await told(parts.id)).toContain('order.unknown')
  const after = await ordersOf(kit)
  for (const id of ['1', '2', '3']) expect(after.get(id)).toEqual(before.get(id))
})
