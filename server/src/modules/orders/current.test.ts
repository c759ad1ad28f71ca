// What is still to be done, and what is wanted on a day.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'

test('orders wanted on a day are those that are due where the store has that day; who may not see orders sees none', async () => {
  const { as, first, callerOf } = await setup()
  await as.post('/stores', { name: 'Sydney', code: 'SYD', timeZone: 'Australia/Sydney' })
  const put = (key: string, order: object) =>
    as.put(`/orders/external/book/${key}`, {
      ...{ number: key, placedAt: '2026-11-01T12:00:00Z', kind: 'order', totals: { net: 100 } },
      ...order,
    })
  // Late on the 20th in New York; already the 21st in Sydney.
  await put('ny', { status: 'confirmed', fulfilAt: '2026-11-21T03:00:00Z' })
  await put('syd', { status: 'open', fulfilAt: '2026-11-20T14:00:00Z', store: { code: 'SYD' } })
  await put('done', { status: 'completed', fulfilAt: '2026-11-20T20:00:00Z' })
  await put('someday', { status: 'open' })
  const numbers = async (query: string) =>
    (await as.get(`/orders?${query}`)).body.items.map(({ number }: { number: string }) => number).sort()

  expect(await numbers('fulfilFrom=2026-11-20&fulfilTo=2026-11-20')).toEqual(['done', 'ny'])
  expect(await numbers('state=current&fulfilFrom=2026-11-20&fulfilTo=2026-11-20')).toEqual(['ny'])
  expect(await numbers('fulfilFrom=2026-11-21')).toEqual(['syd'])
  expect(await numbers('state=current')).toEqual(['ny', 'someday', 'syd'])
  expect((await as.get('/orders?fulfilTo=2026-02-30')).body.fields[0].path).toBe('fulfilTo')
  const stranger = await callerOf(first.id, ['customers.read'])
  expect((await stranger.get('/orders?state=current')).status).toBe(403)
})

test('those wanted come the earliest first when asked so, page by page, however long ago they were placed', async () => {
  const { as } = await setup()
  // Placed in the opposite order; two are wanted at the same time.
  const hours = ['18:00', '12:00', '12:00', '09:30', '07:00']
  for (const [n, hour] of hours.entries())
    await as.put(`/orders/external/book/${n}`, {
      ...{ number: `${n}`, placedAt: `2026-11-0${5 - n}T12:00:00Z`, kind: 'order', totals: { net: 100 } },
      ...{ status: 'open', fulfilAt: `2026-11-20T${hour}:00-05:00` },
    })
  const wanted = 'state=current&fulfilFrom=2026-11-20&fulfilTo=2026-11-20&sort=fulfilAt'
  const read: string[] = []
  let cursor = ''
  do {
    const { body } = await as.get(`/orders?${wanted}&limit=2${cursor}`)
    read.push(...body.items.map(({ fulfilAt }: { fulfilAt: string }) => fulfilAt.slice(11, 16)))
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')

  expect(read).toEqual(['12:00', '14:30', '17:00', '17:00', '23:00'])
})

test('the order by what is wanted takes a day to begin with, and no cursor of the other order', async () => {
  const { as } = await setup()
  for (const n of [1, 2])
    await as.put(`/orders/external/book/${n}`, {
      ...{ number: `${n}`, placedAt: '2026-11-01T12:00:00Z', fulfilAt: '2026-11-20T12:00:00Z' },
      ...{ kind: 'order', status: 'open', totals: { net: 100 } },
    })
  const { nextCursor } = (await as.get('/orders?fulfilFrom=2026-11-20&limit=1')).body

  const { status, body } = await as.get('/orders?sort=fulfilAt&fulfilTo=2026-11-20')
  expect([status, body.fields[0].path]).toEqual([400, 'sort'])
  const mixed = await as.get(`/orders?fulfilFrom=2026-11-20&sort=fulfilAt&cursor=${nextCursor}`)
  expect([mixed.status, mixed.body.fields[0].path]).toEqual([400, 'cursor'])
  expect((await as.get('/orders?fulfilFrom=2026-11-20&sort=total')).status).toBe(400)
})

test('the orders of a business are its own and those of its contacts for it; of nobody in sight there are none', async () => {
  const { as, merchant } = await setup()
  const firm = (await as.post('/customers', { type: 'business', businessName: 'Firm', number: 'F' })).body
  const ann = (
    await as.post('/customers', {
      ...{ type: 'personal', firstName: 'Ann', number: 'A' },
      organizations: [{ id: firm.id, isPrimary: true }],
    })
  ).body
  for (const number of ['F', 'A', 'X'])
    await as.put(`/orders/external/till/${number}`, {
      ...{ number, placedAt: '2026-11-01T12:00:00Z', totals: { net: 100 }, customer: { number } },
    })
  const other = await merchant({ name: 'Other' })
  const numbers = async (caller: typeof as, customer: string) =>
    (await caller.get(`/orders?customer=${customer}`)).body.items.map(
      ({ number }: { number: string }) => number,
    )

  expect((await numbers(as, firm.id)).sort()).toEqual(['A', 'F'])
  expect(await numbers(as, ann.id)).toEqual(['A'])
  expect(await numbers(other.caller, firm.id)).toEqual([])
})
