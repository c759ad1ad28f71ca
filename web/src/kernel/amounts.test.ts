import { expect, test } from 'vitest'
import { priceText, rateText, shortMoney } from './amounts.ts'

test.each([
  [120_000, 'USD', '$1.2K'],
  [50, 'USD', '$0.5'],
  [-2500, 'USD', '-$25'],
  [1_250_000, 'JPY', '¥1.25M'],
  [1500, 'KWD', 'KWD 1.5'],
])('%d of %s is %s', (amount, currency, text) => {
  expect(shortMoney('en-US', { amount, currency }).replace(/\u00a0/g, ' ')).toBe(text)
})

test('a price keeps its places, a rate is a percentage', () => {
  expect(priceText('en-US', '3.3333', 'USD')).toBe('$3.3333')
  expect(priceText('en-US', '12', 'JPY')).toBe('¥12')
  expect(rateText('en-US', '0.0825')).toBe('8.25%')
})
