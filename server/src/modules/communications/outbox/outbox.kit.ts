// What tests of the outbox begin with: an order whose receipt goes out, and a worker that sends it.
import { expect } from 'vitest'
import type { setup } from '../../../../test/harness.ts'
import { startWorker } from '../../../../test/worker.ts'
import { mailSettingsOf } from '../index.ts'

export type Kit = Awaited<ReturnType<typeof setup>>
export const patient = { timeout: 20_000, interval: 20 }

const lunch = {
  placedAt: '2026-11-02T12:30:00-05:00',
  receiptNumber: 'R-17',
  items: [
    { name: 'Soup <of> the day', quantity: 2, unitAmount: 1250, modifiers: [{ name: 'Bread', amount: 150 }] },
  ],
  taxes: [{ name: 'Sales tax', rate: '0.08', taxableAmount: 2800, amount: 224 }],
  payments: [{ method: 'card', amount: 3024, brand: 'visa', last4: '4242' }],
}

export async function ordered(kit: Kit, customer: object = {}, more: object = {}) {
  const made = await kit.as.post('/customers', {
    ...{ type: 'personal', firstName: 'Ana', number: 'C-1', email: 'ana@example.com' },
    ...customer,
  })
  const order = await kit.as.put('/orders/external/till/1', {
    ...lunch,
    ...more,
    customer: { id: made.body.id },
  })
  expect(order.status, order.text).toBe(201)
  return { orderId: order.body.id as string, customerId: made.body.id as string }
}

export const sending = (
  kit: Kit,
  smtpUrl: string,
  mailFrom: string | null = 'North Deli <shop@north.example>',
) => startWorker(kit.db, undefined, kit.storage, mailSettingsOf({ smtpUrl, mailFrom }))

export async function send(kit: Kit, orderId: string, body: object = {}) {
  const answer = await kit.as.post(`/orders/${orderId}/receipt/send`, body)
  expect(answer.status, answer.text).toBe(202)
  return answer.body.id as string
}

export const itemOf = async (kit: Kit, id: string) => (await kit.as.get(`/outbox/${id}`)).body
export const reaches = (kit: Kit, id: string, state: string) =>
  expect.poll(async () => (await itemOf(kit, id)).state, patient).toBe(state)
export const activitiesOf = async (kit: Kit, customerId: string) =>
  (await kit.as.get(`/customers/${customerId}/activities`)).body.items.filter(({ kind }: { kind: string }) =>
    kind.startsWith('receipt.'),
  )
