// Who works for single stores sees and brings orders of these, and leaves those of others alone.
import { expect, test } from 'vitest'
import { type Caller, callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'

const lunch = { placedAt: '2026-11-02T12:30:00Z', items: [{ name: 'Lunch', quantity: 1, unitAmount: 1000 }] }

async function twoStores() {
  const house = await setup()
  const { app, as, db, first } = house
  for (const code of ['N', 'S']) expect((await as.post('/stores', { name: code, code })).status).toBe(201)
  const [north] = (await as.get('/stores')).body.items as { id: string }[]
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [north?.id as string] })
  const limited = callerWith(app, { cookie, 'sec-fetch-site': 'same-origin' })
  const { id } = (await as.put('/orders/external/till/theirs', { ...lunch, store: { code: 'S' } })).body
  return { ...house, limited, id, before: (await as.get(`/orders/${id}`)).body }
}

async function bring(caller: Caller, orders: readonly object[]) {
  const lines = orders.map((one) => `${JSON.stringify({ source: 'till', ...one })}\n`).join('')
  const reply = await caller.call('POST', '/orders/bulk', Buffer.from(lines), {
    'content-type': 'application/x-ndjson',
  })
  const answers = reply.text.split('\n').filter(Boolean)
  return answers.map((line) => JSON.parse(line) as { status: number; fields?: { code: string }[] })
}

test('the orders of their stores are read, and no others exist for them', async () => {
  const { as, limited, id } = await twoStores()
  const mine = (await limited.put('/orders/external/till/mine', { ...lunch, store: { code: 'N' } })).body
  const [, south] = (await as.get('/stores')).body.items as { id: string }[]

  expect((await limited.get('/orders')).body.items).toEqual([expect.objectContaining({ id: mine.id })])
  expect((await limited.get(`/orders?store=${south?.id}`)).body.items).toEqual([])
  expect((await limited.get(`/orders/${mine.id}`)).status).toBe(200)
  expect((await limited.get(`/orders/${id}`)).status).toBe(404)
  const assigned = await limited.patch(`/orders/${id}`, { customer: null }, { 'if-match': '*' })
  expect(assigned.status).toBe(404)
})

test('an order of another store is not taken over by its key, one by one or many at once', async () => {
  const { as, limited, id, before } = await twoStores()
  const mine = { ...lunch, store: { code: 'N' } }

  const put = await limited.put('/orders/external/till/theirs', mine)
  expect([put.status, put.body.fields[0].code]).toEqual([422, 'order.out_of_sight'])
  const answers = await bring(limited, [
    { ...mine, externalId: 'theirs' },
    { ...mine, externalId: 'mine' },
    { ...lunch, externalId: 'nobodys' },
    { ...lunch, externalId: 'new', store: { code: 'S' } },
  ])

  expect(answers.map(({ status, fields }) => [status, fields?.[0]?.code])).toEqual([
    [422, 'order.out_of_sight'],
    [201, undefined],
    [422, 'field.required'],
    [422, 'store.unknown'],
  ])
  expect((await as.get(`/orders/${id}`)).body).toEqual(before)
})

test('the same keys of another merchant are other orders', async () => {
  const { as, merchant, id, before } = await twoStores()
  const other = await merchant({ name: 'Other' })
  expect((await bring(other.caller, [{ ...lunch, externalId: 'theirs' }]))[0]?.status).toBe(201)
  expect((await as.get(`/orders/${id}`)).body).toEqual(before)
})
