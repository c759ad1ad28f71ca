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
