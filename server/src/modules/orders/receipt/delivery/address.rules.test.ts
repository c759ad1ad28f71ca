import { expect, test } from 'vitest'
import { addressLines } from './address.rules.ts'

const none = { line1: null, line2: null, city: null, state: null, postalCode: null, country: null }

test.each([
  [
    { line1: '1 Pier', line2: 'Floor 2', city: 'Portland', state: 'OR', postalCode: '97201', country: 'US' },
    ['1 Pier', 'Floor 2', 'Portland, OR 97201'],
  ],
  [{ line1: 'Zeil 1', city: 'Frankfurt', postalCode: '60313', country: 'DE' }, ['Zeil 1', '60313 Frankfurt']],
  [{ city: 'Cork', country: 'IE' }, ['Cork']],
  [{ postalCode: '10001' }, ['10001']],
  [{}, []],
])('%j is written as %j', (address, lines) => {
  expect(addressLines({ ...none, ...address })).toEqual(lines)
})
