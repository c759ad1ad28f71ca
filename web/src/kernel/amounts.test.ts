import { expect, test } from 'vitest'
import { averageOf, shortMoney } from './amounts.ts'

test.each([
  [120_000, 'USD', '$1.2K'],
  [50, 'USD', '$0.5'],
  [-2500, 'USD', '-$25'],
  [1_250_000, 'JPY', '¥1.25M'],
  [1500, 'KWD', 'KWD 1.5'],
])('%d of %s is %s', (amount, currency, text) => {
  expect(shortMoney('en-US', { amount, currency }).replace(/\u00a0/g, ' ')).toBe(text)
})

test('an average is rounded to the minor unit, halves away from zero', () => {
  const average = (amount: number, count: number) => averageOf({ amount, currency: 'USD' }, count)?.amount
  expect([average(1000, 3), average(5, 2), average(-5, 2), average(0, 4)]).toEqual([333, 3, -3, 0])
  expect(average(0, 0)).toBeUndefined()
})
