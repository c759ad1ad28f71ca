import { expect, test } from 'vitest'
import { shortMoney } from './amounts.ts'

test.each([
  [120_000, 'USD', '$1.2K'],
  [50, 'USD', '$0.5'],
  [-2500, 'USD', '-$25'],
  [1_250_000, 'JPY', '¥1.25M'],
  [1500, 'KWD', 'KWD 1.5'],
])('%d of %s is %s', (amount, currency, text) => {
  expect(shortMoney('en-US', { amount, currency }).replace(/\u00a0/g, ' ')).toBe(text)
})
