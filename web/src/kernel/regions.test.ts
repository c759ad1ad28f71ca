import { expect, test } from 'vitest'
import {
  countries,
  countryChoices,
  currencyChoices,
  currencyOf,
  likelyCountry,
  timeZoneChoices,
} from './regions.ts'

test('every country has a currency that Intl knows by name', () => {
  const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' })
  const unnamed = countries
    .filter((country) => country !== 'CW' && country !== 'SX')
    .filter((country) => {
      return names.of(currencyOf(country)) === undefined
    })

  expect(countries.length).toBe(249)
  expect(unnamed).toEqual([])
  expect([currencyOf('DE'), currencyOf('US'), currencyOf('MX')]).toEqual(['EUR', 'USD', 'MXN'])
})

test('the country is guessed from the first language that names or implies one', () => {
  expect(likelyCountry(['es-MX', 'en-US'])).toBe('MX')
  expect(likelyCountry(['es'])).toBe('ES')
  expect(likelyCountry(['not a tag'])).toBe('US')
  expect(likelyCountry([])).toBe('US')
})

test('choices are named in the language and sorted as it sorts', () => {
  const labels = countryChoices('es').map((choice) => choice.label)

  expect(labels).toContain('España')
  expect(labels.indexOf('España')).toBeLessThan(labels.indexOf('Estados Unidos'))
  expect(currencyChoices('en').find((choice) => choice.value === 'EUR')?.label).toBe('EUR – Euro')
})

test('a zone the browser does not list can still be chosen', () => {
  expect(timeZoneChoices('Mars/Olympus').map((choice) => choice.value)).toContain('Mars/Olympus')
})
