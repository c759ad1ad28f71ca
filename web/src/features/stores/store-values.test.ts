import { expect, test } from 'vitest'
import { inputOf, valuesOf } from './store-values.ts'

test('a store without an address sends none, though a country stands in the form', () => {
  const input = inputOf({ ...valuesOf(undefined, 'MX'), name: ' North ' })

  expect(input).toEqual({
    name: 'North',
    code: null,
    phone: null,
    email: null,
    timeZone: null,
    address: null,
  })
})

test('what is read is what is written again', () => {
  const address = {
    line1: '1 Main St',
    line2: null,
    city: 'Troy',
    state: 'NY',
    postalCode: '12180',
    country: 'US',
  }
  const body = {
    name: 'North',
    code: 'N1',
    phone: '+15185550100',
    email: 'n@example.com',
    timeZone: 'America/New_York',
    address,
  }
  const store = { ...body, id: '1', closedOn: null, version: 3 }

  expect(inputOf(valuesOf(store, 'MX'))).toEqual(body)
})
