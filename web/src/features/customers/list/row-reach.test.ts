import { expect, test } from 'vitest'
import type { CustomerRow } from './list.api.ts'
import { extensionOf, phoneToCall } from './row-reach.ts'

test('only a number that is known to be one is offered for calling', () => {
  const phones = [{ number: '+12125550123', valid: true }] as CustomerRow['phones']
  const bad = [{ number: '+12125550123', valid: false }] as CustomerRow['phones']

  expect(phoneToCall({ phone: '+12125550123' })).toBe('+12125550123')
  expect(phoneToCall({ phone: '+12125550123', phones })).toBe('+12125550123')
  expect(phoneToCall({ phone: '+12125550123', phones: bad })).toBeNull()
  for (const phone of ['555 0123', '12125550123', '+1 212 555 0123', '+12345', '', null])
    expect([phone, phoneToCall({ phone })]).toEqual([phone, null])
})

test('an extension is told of their own number only, not with one lent by their organization', () => {
  const phones = [{ number: '+12125550123', extension: '7' }] as CustomerRow['phones']

  expect(extensionOf({ phone: '+12125550123', phones })).toBe('7')
  expect(extensionOf({ phone: null, organizationPhone: '+12125550199', phones: [] })).toBeNull()
})
