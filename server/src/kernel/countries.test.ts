import { getCountries } from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { COUNTRIES, isCountry, isLocale } from './countries.ts'

test('the list is the 249 of ISO 3166 and Kosovo', () => {
  expect(COUNTRIES.size).toBe(250)
  for (const code of ['US', 'GB', 'AQ', 'BV', 'UM', 'XK']) expect(isCountry(code), code).toBe(true)
  for (const code of ['us', 'UK', 'EU', 'SU', 'ZZ', 'USA', '', ' US'])
    expect(isCountry(code), code).toBe(false)
})

test('every country with telephones is one, two islands under St Helena’s code aside', () => {
  expect(getCountries().filter((code) => !isCountry(code))).toEqual(['AC', 'TA'])
})

test('every country has a name to show', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  expect([...COUNTRIES].filter((code) => !names.of(code))).toEqual([])
})

test('a locale is a tag of a known language', () => {
  for (const tag of ['en', 'es-MX', 'zh-Hant-TW', 'pt-br']) expect(isLocale(tag), tag).toBe(true)
  for (const tag of ['', 'english', 'xx', 'en_US', 'e', 'en-', `en-${'a'.repeat(40)}`])
    expect(isLocale(tag), tag).toBe(false)
})
