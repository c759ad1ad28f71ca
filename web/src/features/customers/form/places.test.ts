import { expect, test } from 'vitest'
import { faultCounts, formPath, tabOf } from './places.ts'
import { newAddress, newPhone } from './values.ts'

const phone = (number: string) => ({ ...newPhone('personal', false), number })
const rows = {
  phones: [phone(''), phone('1234567'), phone('12')],
  addresses: [newAddress('US', true), { ...newAddress('US', false), city: 'Troy' }],
}

test.each([
  ['firstName', 'firstName'],
  ['phones.1.number', 'phones.2.number'],
  ['phone', 'phones.0.number'],
  ['addresses.0.country', 'addresses.1.country'],
  ['tags.3', 'tags'],
  ['organizations.0.from', 'organizations'],
  ['billing.creditLimit.amount', 'billing.creditLimit'],
  ['billing.invoiceEmails.1', 'billing.invoiceEmails'],
  ['attributes.shoeSize', 'attributes.shoeSize'],
])('what the server calls %s stands in the form as %s', (path, expected) => {
  expect(formPath(path, rows, 'US')).toBe(expected)
})

test('the name of a business stands first, that of a sole trader among the advanced', () => {
  expect(tabOf('businessName', 'business', false)).toBe('general')
  expect(tabOf('businessName', 'personal', false)).toBe('advanced')
})

test('each tab says how many of its fields are wrong', () => {
  expect(faultCounts(['firstName', 'phones.0.number', 'email', 'attributes.x'], 'personal', false)).toEqual({
    general: 1,
    contact: 2,
    advanced: 1,
  })
})

test('of a new person the first number and the mail stand beside the name, further ones where they always do', () => {
  const paths = ['phones.0.number', 'email', 'phones.1.number']
  expect(faultCounts(paths, 'personal', true)).toEqual({ general: 2, contact: 1, advanced: 0 })
  expect(faultCounts(paths, 'business', true)).toEqual({ general: 0, contact: 3, advanced: 0 })
})
