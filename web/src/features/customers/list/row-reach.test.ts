import { expect, test } from 'vitest'
import { callTo, mailTo, textTo } from './row-reach.ts'

test('a number is dialled as its digits, with what a telephone understands', () => {
  expect(callTo('+1 (212) 555-0123')).toBe('tel:+12125550123')
  expect(textTo('0800 KEBAB 12')).toBe('sms:080012')
})

test('an address with signs of its own stays one address', () => {
  expect(mailTo('ana+shop@example.com')).toBe('mailto:ana+shop@example.com')
  expect(mailTo('año@example.com')).toBe('mailto:a%C3%B1o@example.com')
})
