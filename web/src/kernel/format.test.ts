import { expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatDecimal,
  formatLocale,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPrice,
  formatRelative,
} from './format.ts'

test('a day is written with its month in letters and never shifts', () => {
  expect(formatDay('en-US', '2026-11-12')).toBe('12 Nov 2026')
  expect(formatDay('en-GB', '1999-01-01')).toBe('1 Jan 1999')
  expect(formatDay('es', '2026-11-12')).toBe('12 nov 2026')
})

test('a birthday without a year is shown without one, the leap day too', () => {
  expect(formatDay('en', '--02-29')).toBe('29 Feb')
})

test('an instant is shown on the day of the zone where it counts', () => {
  expect(formatDate('en', '2026-11-12T23:30:00Z', 'Asia/Tokyo')).toBe('13 Nov 2026')
  expect(formatDate('en', '2026-11-12T23:30:00Z', 'America/New_York')).toBe('12 Nov 2026')
  expect(formatDateTime('en-GB', '2026-11-12T23:30:00Z', 'UTC')).toBe('12 Nov 2026, 23:30')
})

test.each([
  ['en-US', { amount: 1250, currency: 'USD' }, '$12.50'],
  ['en-US', { amount: 1250, currency: 'JPY' }, '¥1,250'],
  ['en-US', { amount: 1250, currency: 'KWD' }, 'KWD\u00a01.250'],
  ['en-US', { amount: -5, currency: 'USD' }, '-$0.05'],
])('%s writes %o by the digits of its currency', (locale, money, text) => {
  expect(formatMoney(locale, money)).toBe(text)
})

test.each([
  [{ price: '12.3456', currency: 'USD' }, '$12.3456'],
  [{ price: '12', currency: 'USD' }, '$12.00'],
  [{ price: '1250.5', currency: 'JPY' }, '¥1,250.5'],
  [{ price: '1.25', currency: 'KWD' }, 'KWD\u00a01.250'],
])('a price of %o keeps the places it was agreed with', (price, text) => {
  expect(formatPrice('en-US', price)).toBe(text)
})

test('quantities and rates are written without what they lack', () => {
  expect(formatDecimal('en-US', '0.500000')).toBe('0.5')
  expect(formatDecimal('de', '-1234.25')).toBe('-1.234,25')
  expect(formatPercent('en-US', '0.0825')).toBe('8.25%')
})

test('numbers follow the region of the browser where it speaks the language', () => {
  expect(formatLocale('en', ['de-DE', 'en-GB'])).toBe('en-GB')
  expect(formatLocale('es', ['de-DE', 'en-GB'])).toBe('es')
  expect(formatLocale('en', ['en-US@posix', 'en-GB'])).toBe('en-GB')
  expect(formatNumber('de', 1234567)).toBe('1.234.567')
})

test('a relative time names the largest whole unit', () => {
  const now = Date.parse('2026-11-12T12:00:00Z')

  expect(formatRelative('en', '2026-11-09T12:00:00Z', now)).toBe('3 days ago')
  expect(formatRelative('en', '2026-11-12T14:00:00Z', now)).toBe('in 2 hours')
  expect(formatRelative('en', '2026-11-12T11:59:50Z', now)).toBe('this minute')
})
