import { expect, test } from 'vitest'
import { isCurrency, minorDigits } from './money.ts'

test.each([
  ['USD', 2],
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['CLF', 4],
  // The engine's own table says 0 for these; ISO 4217 says otherwise.
  ['HUF', 2],
  ['COP', 2],
  ['IQD', 3],
])('%s has %i minor digits', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits)
})

test('a currency is a code in use, in capitals', () => {
  expect(isCurrency('USD')).toBe(true)
  for (const text of ['usd', 'US', 'XYZ', '', 'USDD']) expect(isCurrency(text), text).toBe(false)
})
