import { expect, test } from 'vitest'
import { addressLines, fieldOrder, layoutOf } from './address-layouts.ts'

const name = (code: string) => `Land ${code}`

test.each([
  ['US', ['line1', 'line2', 'city', 'state', 'postalCode']],
  ['DE', ['line1', 'line2', 'postalCode', 'city']],
  ['ES', ['line1', 'line2', 'postalCode', 'city', 'state']],
  ['JP', ['postalCode', 'state', 'city', 'line1', 'line2']],
  ['HK', ['line1', 'line2', 'city']],
  ['XX', ['line1', 'line2', 'city', 'state', 'postalCode']],
  [null, ['line1', 'line2', 'city', 'state', 'postalCode']],
])('the fields of %s stand in the order people write there', (country, order) => {
  expect(fieldOrder(country)).toEqual(order)
})

test('a part that a country does not use is shown all the same when something stands in it', () => {
  expect(fieldOrder('DE', { state: 'Bayern' })).toContain('state')
})

test('the words follow the country', () => {
  expect(layoutOf('US').postalCode).toBe('zip')
  expect(layoutOf('GB').city).toBe('town')
  expect(layoutOf('JP').state).toBe('prefecture')
})

const troy = { line1: '1 Main St', line2: 'Apt 4', city: 'Troy', state: 'NY', postalCode: '12180' }

test('an address is read as its country writes it, without the country at home', () => {
  expect(addressLines({ ...troy, country: 'US' }, 'US', name)).toEqual([
    '1 Main St',
    'Apt 4',
    'Troy, NY 12180',
  ])
  expect(
    addressLines({ line1: 'Hauptstr. 5', postalCode: '80331', city: 'München', country: 'DE' }, 'US', name),
  ).toEqual(['Hauptstr. 5', '80331 München', 'Land DE'])
})

test('what is missing leaves no comma behind', () => {
  expect(addressLines({ city: 'Troy', country: 'US' }, 'US', name)).toEqual(['Troy'])
  expect(addressLines({ state: 'NY', postalCode: '12180', country: 'US' }, 'US', name)).toEqual(['NY 12180'])
  expect(addressLines({ country: 'US' }, 'US', name)).toEqual([])
})

test('nothing that was written is left out, though the country has no place for it', () => {
  expect(addressLines({ ...troy, country: 'HK' }, 'HK', name)).toEqual([
    '1 Main St',
    'Apt 4',
    'Troy',
    'NY',
    '12180',
  ])
  expect(addressLines({ city: 'Ruritan', country: null, countryText: 'Ruritania' }, 'US', name)).toEqual([
    'Ruritan',
    'Ruritania',
  ])
})
