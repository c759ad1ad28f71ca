import { expect, test } from 'vitest'
import { formatOf, placeOf } from './place.rules.ts'

const merchant = { name: 'Deli', country: 'US', timeZone: 'America/New_York', locale: 'en' }
const receipt = { store: null }

test.each([
  [null, merchant, 'en', 'en-US', 'LETTER'],
  ['es', merchant, 'es', 'es-US', 'LETTER'],
  ['es-MX', merchant, 'es', 'es-MX', 'LETTER'],
  [null, { ...merchant, country: 'DE', locale: 'de' }, 'en', 'en-DE', 'A4'],
  ['fr', { ...merchant, locale: 'es' }, 'es', 'es-US', 'LETTER'],
  ['not a tag', merchant, 'en', 'en-US', 'LETTER'],
])('for a customer of %j, of %j, it is written in %s, formatted by %s, on %s', (...row) => {
  const [preferredLanguage, of, language, locale, paper] = row
  expect(placeOf({ receipt, preferredLanguage }, of)).toMatchObject({
    ...{ language, locale, paper },
    timeZone: 'America/New_York',
  })
})

test('of a store it has the country’s paper and the clock', () => {
  const none = { line1: null, line2: null, city: null, state: null, postalCode: null }
  const store = {
    ...{ id: 's', name: 'Harbour', phone: null, timeZone: 'Europe/Dublin' },
    address: { ...none, country: 'IE' },
  }
  expect(placeOf({ receipt: { store }, preferredLanguage: null }, merchant)).toMatchObject({
    ...{ locale: 'en-IE', paper: 'A4', timeZone: 'Europe/Dublin' },
  })
})

test.each([
  [5, 'USD', '$0.05'],
  [-1999, 'USD', '-$19.99'],
  [100_000_000_000_000, 'USD', '$1,000,000,000,000.00'],
  [500, 'JPY', '¥500'],
  [1234, 'KWD', 'KWD\u00a01.234'],
])('%d of %s is %s', (minor, currency, text) => {
  const place = placeOf({ receipt, preferredLanguage: null }, merchant)
  expect(formatOf(place, currency).money(minor)).toBe(text)
})
