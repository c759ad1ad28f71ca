import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountsOf } from './amounts.rules.ts'
import type { OrderInput } from './order-input.schemas.ts'

const placedAt = '2026-11-21T12:00:00Z'
const of = (input: Partial<OrderInput>, digits = 2) => {
  const amounts = amountsOf({ placedAt, ...input } as OrderInput, digits)
  if ('faults' in amounts) throw new Error(JSON.stringify(amounts.faults))
  return amounts
}
const faultsOf = (input: Partial<OrderInput>) => {
  const amounts = amountsOf({ placedAt, ...input } as OrderInput, 2)
  return 'faults' in amounts ? amounts.faults.map(({ path }) => path) : []
}

describe('a line', () => {
  test('is rounded once, halves away from zero', () => {
    const total = (quantity: string, unitPrice: string, discountRate = '0') =>
      of({ items: [{ name: 'x', quantity, unitPrice, discountRate }] }).items[0]?.totalAmount
    expect(total('1', '0.005')).toBe(1)
    expect(total('-1', '0.005')).toBe(-1)
    expect(total('3', '12.3456')).toBe(3704)
    expect(total('7', '10.05', '0.05')).toBe(6683)
    expect(total('0.125', '1.00')).toBe(13)
  })

  test('holds its modifiers as often as the item, and its own discount', () => {
    const { items, totals } = of({
      items: [
        {
          name: 'Pizza',
          quantity: 2,
          unitAmount: 1000,
          modifiers: [{ name: 'Olives', amount: 150 }],
          discountAmount: 300,
        },
      ],
    })
    expect([items[0]?.grossAmount, items[0]?.totalAmount, totals.discount, totals.net]).toEqual([
      2300, 2000, 300, 2000,
    ])
  })

  test('has the minor digits of its currency', () => {
    expect(of({ items: [{ name: 'x', unitPrice: '1234' }] }, 0).totals.total).toBe(1234)
    expect(of({ items: [{ name: 'x', unitPrice: '1.2345' }] }, 3).totals.total).toBe(1235)
  })
})

describe('an order', () => {
  test('takes inclusive taxes out of net and adds all of them to the total', () => {
    const { totals } = of({
      items: [{ name: 'x', unitAmount: 11900 }],
      taxes: [{ name: 'VAT', rate: '0.19', taxableAmount: 11900, inclusive: true }],
      serviceChargeAmount: 500,
      shippingAmount: 250,
    })
    expect(totals).toMatchObject({ gross: 11900, net: 10000, tax: 1900, total: 12650, rounding: 0 })
  })

  test('has the tips of its payments where it says none, and what is due', () => {
    const payments = [
      { method: 'cash', amount: 700, tendered: 1000, tipAmount: 100 },
      { method: 'card', amount: 300, tipAmount: 50 },
    ] as const
    const { totals } = of({ items: [{ name: 'x', unitAmount: 1000 }], payments: [...payments] })
    expect(totals).toMatchObject({ tip: 150, total: 1150, paid: 1000, due: 150 })
  })

  test('keeps given totals within a minor unit a line, and says the difference', () => {
    const items = [
      { name: 'x', unitPrice: '0.335' },
      { name: 'y', unitPrice: '0.335' },
    ]
    expect(of({ items, totals: { total: 67 } }).totals).toMatchObject({ net: 68, total: 67, rounding: -1 })
    expect(faultsOf({ items, totals: { total: 65 } })).toEqual(['totals.total'])
  })

  test('without lines is what it says: net from total, or total from net', () => {
    const totals = { total: 1210, tax: 110, tip: 100 }
    expect(of({ totals }).totals).toMatchObject({ net: 1000, gross: 1000, total: 1210, rounding: 0 })
    expect(of({ totals: { net: 1000, tax: 110 }, shippingAmount: 90 }).totals).toMatchObject({ total: 1200 })
    expect(of({ totals: { net: 1000, tax: 110 } }).taxes).toMatchObject([{ name: null, amount: 110 }])
  })

  test('gives a refund its part of net', () => {
    const { refunds, totals } = of({
      items: [{ name: 'x', unitAmount: 1000 }],
      taxes: [{ amount: 100 }],
      refunds: [{ amount: 550 }, { amount: 10, netAmount: 10 }],
    })
    expect(refunds.map(({ netAmount }) => netAmount)).toEqual([500, 10])
    expect(totals.refunded).toBe(560)
  })

  test('beyond what a number holds exactly is refused', () => {
    expect(
      faultsOf({ items: [{ name: 'x', quantity: '999999999999', unitAmount: 99_999_999_999 }] }),
    ).toContain('totals.total')
  })
})

/** The same by whole numbers of a millionth of a millionth of a millionth: what no float is asked for. */
test('a million random lines come to the same as exact arithmetic', { timeout: 120_000 }, () => {
  const LINES = 1000
  let lines = 0
  const line = fc.record({
    quantity: fc.integer({ min: -5_000_000, max: 50_000_000 }),
    price: fc.integer({ min: -1_000_000, max: 5_000_000_000 }),
    rate: fc.integer({ min: 0, max: 1_000_000 }),
  })
  const text = (value: number) =>
    `${value < 0 ? '-' : ''}${Math.trunc(Math.abs(value) / 1e6)}.${String(Math.abs(value) % 1e6).padStart(6, '0')}`
  const exact = ({ quantity, price, rate }: { quantity: number; price: number; rate: number }) => {
    const value = BigInt(quantity) * BigInt(price) * 100n * BigInt(1_000_000 - rate)
    const unit = 10n ** 18n
    const half = value < 0n ? -unit / 2n : unit / 2n
    return Number((value + half) / unit)
  }
  fc.assert(
    fc.property(fc.array(line, { minLength: LINES, maxLength: LINES }), (given) => {
      lines += given.length
      const { items, totals } = of({
        items: given.map(({ quantity, price, rate }) => ({
          name: 'x',
          quantity: text(quantity),
          unitPrice: text(price),
          discountRate: text(rate),
        })),
      })
      let sum = 0n
      for (const [i, one] of given.entries()) {
        if (items[i]?.totalAmount !== exact(one))
          throw new Error(`${JSON.stringify(one)} is ${items[i]?.totalAmount}`)
        sum += BigInt(exact(one))
      }
      expect(BigInt(totals.net)).toBe(sum)
    }),
    { numRuns: 1000 },
  )
  expect(lines).toBeGreaterThanOrEqual(1_000_000)
})
