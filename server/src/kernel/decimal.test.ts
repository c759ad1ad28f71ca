import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decimalText,
  dividedRounded,
  integer,
  minus,
  parseDecimal,
  plus,
  rounded,
  shifted,
  times,
} from './decimal.ts'

const of = (text: string) => parseDecimal(text) as NonNullable<ReturnType<typeof parseDecimal>>

describe('decimals', () => {
  test.each([
    ['2', '2'],
    ['0.50', '0.5'],
    ['-12.3456', '-12.3456'],
    ['0012.000', '12'],
    ['-0', '0'],
  ])('%s is read and written as %s', (given, written) => expect(decimalText(of(given))).toBe(written))

  test.each(['', '.5', '5.', '1e3', '1,5', '1.1234567', '1234567890123', 'NaN', '٣'])('%s is none', (text) =>
    expect(parseDecimal(text)).toBeNull(),
  )

  test.each([
    ['0.5', 1n],
    ['-0.5', -1n],
    ['1.4999', 1n],
    ['-1.5', -2n],
    ['2.5', 3n],
  ])('%s is rounded to %d, halves away from zero', (text, whole) => expect(rounded(of(text))).toBe(whole))

  test('0.1 + 0.2 is 0.3, and 1.1 × 1.1 is 1.21', () => {
    expect(decimalText(plus(of('0.1'), of('0.2')))).toBe('0.3')
    expect(decimalText(times(of('1.1'), of('1.1')))).toBe('1.21')
    expect(decimalText(minus(integer(1), of('0.05')))).toBe('0.95')
  })

  test('12.3456 in a currency of two minor digits is 1234.56 minor units, of three 12345.6', () => {
    expect(decimalText(shifted(of('12.3456'), 2))).toBe('1234.56')
    expect(decimalText(shifted(of('12.3'), 3))).toBe('12300')
  })

  test('a quotient is never further from the exact one than a half', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        (a, b) => {
          const off = 2n * (dividedRounded(a, b) * b - a)
          expect(off <= b && off >= -b).toBe(true)
          expect(dividedRounded(-a, b)).toBe(-dividedRounded(a, b))
        },
      ),
    )
  })
})
