import { expect, test } from 'vitest'
import type { ToldOrder } from './untold-amounts.rules.ts'
import { paidAsBefore, withAmounts } from './untold-amounts.rules.ts'

const placedAt = '2026-02-13T10:00:00Z'
const paymentsOf = (order: Partial<ToldOrder>) =>
  withAmounts({ placedAt, totals: { total: 1200 }, ...order }, 2).payments?.map(({ amount }) => amount)

test('a sale whose method of payment is told without an amount was paid by it', () => {
  expect(paymentsOf({ payments: [{ method: 'cash' }] })).toEqual([1200])
  expect(paymentsOf({ payments: [{ method: 'card' }], status: 'fulfilled' })).toEqual([1200])
  expect(paymentsOf({ payments: [{ method: 'cash', amount: 200 }, { method: 'card' }] })).toEqual([200, 1000])
  expect(paymentsOf({ payments: [{ method: 'cash' }], totals: { total: -300 } })).toEqual([-300])
})

test('of an order that is still open it says how it will be', () => {
  for (const status of ['draft', 'open', 'confirmed', 'cancelled'] as const)
    expect(paymentsOf({ payments: [{ method: 'cash' }], status })).toEqual([0])
})

test('what is on account is not paid yet', () => {
  expect(paymentsOf({ payments: [{ method: 'account' }] })).toEqual([0])
  expect(paymentsOf({ payments: [{ method: 'account' }, { method: 'card' }] })).toEqual([0, 1200])
})

test('a tip that a payment brings is in what was paid', () => {
  const items = [{ name: 'Lunch', quantity: 1, unitAmount: 1000 }]
  const { payments } = withAmounts({ placedAt, items, payments: [{ method: 'card', tipAmount: 150 }] }, 2)
  expect(payments).toEqual([{ method: 'card', tipAmount: 150, amount: 1150 }])
})

test('a discount and a refund by their words alone are of nothing', () => {
  const order = { placedAt, items: [], discounts: [{ name: 'SUMMER' }], refunds: [{ reason: 'cold' }] }
  expect(withAmounts(order, 2)).toEqual({
    ...order,
    discounts: [{ name: 'SUMMER', amount: 0 }],
    refunds: [{ reason: 'cold', amount: 0 }],
  })
})

test('what was paid in full is, once its first lines make another total', () => {
  const order = (amount: number) => ({ placedAt, items: [], payments: [{ method: 'cash' as const, amount }] })
  const lines = { items: [{ name: 'Tea', quantity: 1, unitAmount: 900 }] }
  const amountsOf = (standing: Parameters<typeof paidAsBefore>[0], part: Partial<ToldOrder>) =>
    paidAsBefore(standing, part, 250).payments?.map(({ amount }) => amount)
  expect(amountsOf(order(250), lines)).toEqual([undefined])
  expect(amountsOf(order(200), lines)).toEqual([200])
  expect(amountsOf({ ...order(250), ...lines }, lines)).toEqual([250])
  expect(amountsOf(order(250), {})).toEqual([250])
})
