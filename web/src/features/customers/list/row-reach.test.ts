import { expect, test } from 'vitest'
import type { CustomerRow } from './list.api.ts'
import { callTo, mailTo, phoneToCall, textTo } from './row-reach.ts'

test('a number is dialled as it is kept', () => {
  expect(callTo('+12125550123')).toBe('tel:+12125550123')
  expect(textTo('+12125550123')).toBe('sms:+12125550123')
})

test('only a number that is known to be one is offered for calling', () => {
  const phones = [{ number: '+12125550123', valid: true }] as CustomerRow['phones']
  const bad = [{ number: '+12125550123', valid: false }] as CustomerRow['phones']

  expect(phoneToCall({ phone: '+12125550123' })).toBe('+12125550123')
  expect(phoneToCall({ phone: '+12125550123', phones })).toBe('+12125550123')
  expect(phoneToCall({ phone: '+12125550123', phones: bad })).toBeNull()
  for (const phone of ['555 0123', '12125550123', '+1 212 555 0123', '+12345', '', null])
    expect([phone, phoneToCall({ phone })]).toEqual([phone, null])
})

test('an address with signs of its own stays one address', () => {
  expect(mailTo('ana+shop@example.com')).toBe('mailto:ana+shop@example.com')
  expect(mailTo('año@example.com')).toBe('mailto:a%C3%B1o@example.com')
})
