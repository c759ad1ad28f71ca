import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { endUnderway } from '../../../backup/underway.ts'
import { itemOf, ordered, send } from './outbox.kit.ts'

test('the list is newest first, by pages and states; what waits can be cancelled, and put again', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const ids: string[] = []
  for (const to of ['a@example.com', 'b@example.com', 'c@example.com'])
    ids.push(await send(kit, orderId, { to }))
  const first = (await kit.as.get('/outbox?limit=2')).body
  const next = (await kit.as.get(`/outbox?limit=2&cursor=${first.nextCursor}`)).body
  const shown = [...first.items, ...next.items].map(({ id }: { id: string }) => id)
  expect([shown, next.nextCursor]).toEqual([ids.toReversed(), null])

  const cancelled = await kit.as.post(`/outbox/${ids[0]}/cancel`)
  expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled'])
  const states = (await kit.as.get('/outbox?state=cancelled')).body.items
  expect(states.map(({ id }: { id: string }) => id)).toEqual([ids[0]])
  const again = await kit.as.post(`/outbox/${ids[0]}/retry`)
  expect([again.status, again.body.state]).toEqual([200, 'waiting'])
  expect((await kit.as.get('/outbox?cursor=nonsense')).status).toBe(400)
})

test.each([
  'ana@example.com, bob@example.com',
  'ana@example.com;bob@example.com',
  'ana@example.com\r\nBcc: bob@example.com',
  'Ana\nBcc: bob@example.com <ana@example.com>',
  'nobody',
  '',
  `${'a'.repeat(80)}@example.com`,
])('%j is refused at to', async (to) => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const answer = await kit.as.post(`/orders/${orderId}/receipt/send`, { to })
  expect(answer.status).toBe(422)
  expect(answer.body.fields.map(({ path }: { path: string }) => path)).toEqual(['to'])
  expect((await kit.as.get('/outbox')).body.items).toEqual([])
})

test('a customer without an email needs one to be said', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit, { email: null })
  const answer = await kit.as.post(`/orders/${orderId}/receipt/send`)
  expect([answer.status, answer.body.fields[0].path, answer.body.fields[0].code]).toEqual([
    422,
    'to',
    'email.missing',
  ])
})

test('a business sends no more than so many a minute', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const other = await kit.merchant({ name: 'Other' })
  const path = `/orders/${orderId}/receipt/send`
  for (let n = 0; n < 60; n++) expect((await kit.as.post(path)).status).toBe(202)
  expect((await kit.as.post(path)).status).toBe(429)
  expect((await other.caller.post(path)).status).toBe(404)
})

test('who may read sees what became of it and changes nothing; other businesses see nothing', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const id = await send(kit, orderId)
  const reader = await kit.callerOf(kit.first.id, ['orders.read'])
  const writer = await kit.callerOf(kit.first.id, ['orders.write'])
  const other = (await kit.merchant({ name: 'Other' })).caller

  expect((await reader.get('/outbox')).body.items).toHaveLength(1)
  expect((await reader.get(`/outbox/${id}`)).status).toBe(200)
  for (const path of [`/outbox/${id}/cancel`, `/outbox/${id}/retry`, `/orders/${orderId}/receipt/send`]) {
    expect((await reader.post(path)).status, path).toBe(403)
    expect((await other.post(path)).status, path).toBe(404)
  }
  for (const path of [
    '/outbox',
    `/outbox/${id}`,
    `/orders/${orderId}/receipt`,
    `/orders/${orderId}/receipt.pdf`,
  ])
    expect((await writer.get(path)).status, path).toBe(403)
  expect((await other.get('/outbox')).body.items).toEqual([])
  expect((await kit.as.get(`/outbox/${id}`)).body.state).toBe('waiting')
})

test('a business sends no more than so many a day, and is told so', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const id = await send(kit, orderId)
  await kit.as.post(`/outbox/${id}/cancel`)
  await kit.db.owner.query(
    `insert into outbox (merchant_id, id, channel, template, recipient, subject, state, actor_kind, actor_name)
     select $1, gen_random_uuid(), 'email', 'receipt', 'ana@example.com', 'Receipt', 'sent', 'system', 'Test'
       from generate_series(1, 2000)`,
    [kit.first.id],
  )
  for (const path of [`/orders/${orderId}/receipt/send`, `/outbox/${id}/retry`]) {
    const answer = await kit.as.post(path)
    expect([answer.status, answer.body.code], path).toEqual([429, 'outbox.full'])
  }
  await kit.db.owner.query("update outbox set queued_at = queued_at - interval '1 day'")
  expect((await kit.as.post(`/outbox/${id}/retry`)).status).toBe(200)
})

test('a restored backup sends nothing of what waited in it before somebody says so', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const id = await send(kit, orderId)
  const client = await kit.db.owner.connect()
  await endUnderway(client).finally(() => client.release())

  expect(await itemOf(kit, id)).toMatchObject({ state: 'cancelled', error: { code: 'outbox.restored' } })
  expect((await kit.as.post(`/outbox/${id}/retry`)).body).toMatchObject({ state: 'waiting', error: null })
})
