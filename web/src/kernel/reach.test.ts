import { expect, test } from 'vitest'
import { callTo, isCallable, mailTo, textTo } from './reach.ts'

test('a number is dialled as it is kept, an extension after it', () => {
  expect(callTo('+12125550123')).toBe('tel:+12125550123')
  expect(callTo('+15185550100', null)).toBe('tel:+15185550100')
  expect(callTo('+15185550100', '12')).toBe('tel:+15185550100;ext=12')
  expect(textTo('+12125550123')).toBe('sms:+12125550123')
})

test('only a whole number can be called', () => {
  expect(isCallable('+12125550123')).toBe(true)
  for (const number of ['555 0123', '12125550123', '+1 212 555 0123', '+12345', '+1212555CALL', ''])
    expect([number, isCallable(number)]).toEqual([number, false])
})

test('an address with signs of its own stays one address', () => {
  expect(mailTo('ana+shop@example.com')).toBe('mailto:ana+shop@example.com')
  expect(mailTo('año@example.com')).toBe('mailto:a%C3%B1o@example.com')
})
