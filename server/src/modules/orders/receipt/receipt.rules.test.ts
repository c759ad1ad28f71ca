import { expect, test } from 'vitest'
import { receiptOf } from './receipt.rules.ts'

test('change is what was given beyond each payment', () => {
  const payment = { method: 'cash' as const, brand: null, last4: null, tipAmount: null, at: null }
  const totals = { gross: 0, discount: 0, net: 0, tax: 0, serviceCharge: 0, shipping: 0, tip: 0, total: 0 }
  const receipt = receiptOf({
    ...{ number: 'A-1', store: null, placedAt: '2026-11-02T00:00:00Z', staff: null, customer: null },
    ...{ currency: 'USD', items: [], taxes: [], refunds: [] },
    payments: [
      { ...payment, amount: 500, tendered: 2000 },
      { ...payment, amount: 700, tendered: 700 },
      { ...payment, amount: 300, tendered: null },
    ],
    totals: { ...totals, paid: 1500, refunded: 0, due: 0, rounding: 0 },
  })
  expect([receipt.number, receipt.summary.change, receipt.payments.map(({ change }) => change)]).toEqual([
    ...['A-1', 1500],
    [1500, 0, null],
  ])
})
