import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
} from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { formatPhone, isPhoneName, onPhoneFormats, phoneFormatsLoaded } from './phone.ts'

test('numbers stand as stored until the formats are there, then as the country writes them', async () => {
  expect(formatPhone('+12125550123', 'US')).toBe('+12125550123')

  await new Promise<void>((resolve) => onPhoneFormats(resolve))

  expect(phoneFormatsLoaded()).toBe(true)
  expect(formatPhone('+12125550123', 'US')).toBe('(212) 555-0123')
  expect(formatPhone('+12125550123', 'GB')).toBe('+1 212 555 0123')
  expect(formatPhone('+442079460958', 'GB')).toBe('020 7946 0958')
  expect(formatPhone('+5491123456789', 'AR')).toBe('011 15-2345-6789')
  expect(formatPhone('+5491123456789', 'ES')).toBe('+54 9 11 2345 6789')
  expect(formatPhone('12-34-x', 'US')).toBe('12-34-x')
  expect(formatPhone('+9991234', 'US')).toBe('+9991234')
})

test('a name that is a number is told from one that only has one in it', () => {
  expect(['+447911123456', '+1 (212)', 'Table +12', '7 Eleven'].map(isPhoneName)).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('every country’s numbers are written as the library writes them, at home and abroad', async () => {
  await new Promise<void>((resolve) => (phoneFormatsLoaded() ? resolve() : onPhoneFormats(resolve)))
  const differing = getCountries().flatMap((country: CountryCode) => {
    const example = getExampleNumber(country, examples)
    if (example === undefined) return []
    const abroad = getCountryCallingCode(country) === '34' ? 'US' : 'ES'
    const ours = [formatPhone(example.number, country), formatPhone(example.number, abroad)]
    const theirs = [example.formatNational(), example.formatInternational()]
    return ours.join() === theirs.join() ? [] : [{ country, ours, theirs }]
  })
  expect(differing).toEqual([])
})
