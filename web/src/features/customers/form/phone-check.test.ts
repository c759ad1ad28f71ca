import { expect, test } from 'vitest'
import { faultOf } from '../../../kernel/phone-fault.ts'
import { checkPhone } from './phone-check.ts'

test.each([
  ['call me', 'phone.letters'],
  ['1234', 'phone.too_short'],
  ['+1 234 567 890 123 4567', 'phone.too_long'],
  ['()', 'phone.unreadable'],
  ['(518) 555-0100 ext. 12', null],
  ['00 44 20 7946 0958', null],
  ['55512', null],
])('%s has the fault %s', (typed, fault) => {
  expect(faultOf(typed)).toBe(fault)
})

test('a national number becomes international by its country', async () => {
  expect(await checkPhone(' 020 7946 0958 ', 'GB')).toEqual({
    number: '+442079460958',
    known: true,
    fault: null,
  })
})

test('what the rules do not know stays as typed and is no fault', async () => {
  expect(await checkPhone('12 34 56', 'US')).toEqual({ number: '12 34 56', known: false, fault: null })
})
