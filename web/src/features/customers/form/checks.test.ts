import { expect, test } from 'vitest'
import { looksLikeEmail } from '../../../kernel/email.ts'
import { birthdayFault, checkCustomer } from './checks.ts'
import { type CustomerValues, emptyValues, newPhone } from './values.ts'

const nothing = { fields: [], attributes: [] }
const check = (values: Partial<CustomerValues>, required: Partial<typeof nothing> & object = {}) =>
  checkCustomer({ ...emptyValues('personal'), firstName: 'Ann', ...values }, {
    ...nothing,
    ...required,
  } as never)

test('a person needs one name of any kind, a business its own', () => {
  expect(check({ firstName: ' ' })).toEqual({ firstName: 'nameMissing' })
  expect(check({ firstName: '', nickname: 'Annie' })).toEqual({})
  expect(check({ ...emptyValues('business'), firstName: 'Ann' })).toEqual({ businessName: 'businessMissing' })
})

test('a customer without email and phone is nothing odd', () => {
  expect(check({ phones: [newPhone('personal', true)] })).toEqual({})
})

test('what the settings ask for is named at its field', () => {
  const required = { fields: ['phone', 'email', 'address', 'dateOfBirth'], attributes: ['shoe'] }

  expect(check({}, required as never)).toEqual({
    'phones.0.number': 'required',
    email: 'required',
    'addresses.0.line1': 'required',
    dateOfBirth: 'required',
    'attributes.shoe': 'required',
  })
})

test('every number that cannot be one is named at its row', () => {
  const phones = ['+15185550100', '12', ''].map((number) => ({ ...newPhone('personal', false), number }))

  expect(check({ phones })).toEqual({ 'phones.1.number': 'phone.too_short' })
})

test.each([
  ['ann@example.com', true],
  ['Ann.Bell+news@mail.example', true],
  ['josé@correo.es', true],
  ['ann@intranet', true],
  ['ann', false],
  ['ann@', false],
  ['@example.com', false],
  ['ann bell@example.com', false],
  ['ann@example..com', false],
])('%s looks like an email: %s', (typed, expected) => {
  expect(looksLikeEmail(typed)).toBe(expected)
})

test.each([
  [{ year: '', month: '2', day: '29' }, null],
  [{ year: '2023', month: '2', day: '29' }, 'birthday'],
  [{ year: '2024', month: '2', day: '29' }, null],
  [{ year: '1980', month: '', day: '' }, 'birthdayPart'],
  [{ year: '', month: '4', day: '31' }, 'birthday'],
  [{ year: '', month: '', day: '' }, null],
  [{ year: '', month: '', day: '4.5.76' }, 'birthdayUnread'],
  [{ year: '76', month: '5', day: '4' }, 'birthdayUnread'],
])('the birthday %o has the fault %s', (parts, fault) => {
  expect(birthdayFault(parts)).toBe(fault)
})
