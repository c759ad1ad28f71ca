import { expect, test } from 'vitest'
import type { Customer } from '../customers.api.ts'
import { birthdayOf, bodyOf, changesOf } from './body.ts'
import { startValues } from './start-values.ts'
import { person } from './test-customers.ts'
import { emptyValues, newAddress, newPhone, valuesOf } from './values.ts'

const place = { country: 'US', currency: 'USD' }
const start = (customer: Customer) => bodyOf(valuesOf(customer), place)
const edited = (change: (values: ReturnType<typeof valuesOf>) => void, customer = person) => {
  const values = valuesOf(customer)
  change(values)
  return changesOf(start(customer), bodyOf(values, place))
}

test('what is read and not touched sends nothing', () => {
  expect(edited(() => undefined)).toEqual({})
})

test('only the fields that changed are sent, lists whole', () => {
  const sent = edited((values) => {
    values.firstName = ' Anna '
    values.phones.push({ ...newPhone('personal', false), number: ' 555 0123 ', kind: 'home' })
  })

  expect(sent).toEqual({
    firstName: 'Anna',
    phones: [
      { kind: 'mobile', number: '+15185550100', extension: null, isPrimary: true },
      { kind: 'home', number: '555 0123', extension: null, isPrimary: false },
    ],
  })
})

test('a text that is emptied becomes null', () => {
  expect(edited((values) => Object.assign(values, { nickname: '  ' }))).toEqual({ nickname: null })
})

test('rows in which nothing was written are not sent', () => {
  const sent = edited((values) => {
    values.phones.push(newPhone('personal', false))
    values.addresses.push(newAddress('US', false))
  })

  expect(sent).toEqual({})
})

test('when the primary phone goes, the next one is primary', () => {
  const values = {
    ...emptyValues('personal'),
    phones: [{ ...newPhone('personal', false), number: '1234567' }],
  }

  expect(bodyOf(values, place).phones).toMatchObject([{ number: '1234567', isPrimary: true }])
})

test('an address that stood keeps its id, a new one has none', () => {
  const sent = edited((values) => values.addresses.push({ ...newAddress('DE', false), city: 'Ulm' }))
    .addresses as readonly { id?: string; city: string | null }[]

  expect(sent.map(({ id, city }) => [id, city])).toEqual([
    ['a1', 'Troy'],
    [undefined, 'Ulm'],
  ])
})

test('a tag made while typing goes by its name, a known one by its id', () => {
  const sent = edited((values) => values.tags.push({ id: null, name: 'New', color: null }))

  expect(sent).toEqual({ tags: [{ id: 't1', name: 'VIP' }, { name: 'New' }] })
})

test('the fields of a person are not sent for a business, nor the other way', () => {
  const business = bodyOf({ ...emptyValues('business'), firstName: 'Ann', businessName: 'Bell' }, place)
  const human = bodyOf(emptyValues('personal'), place)

  expect(business).not.toHaveProperty('firstName')
  expect(business).toHaveProperty('billing')
  expect(human).not.toHaveProperty('billing')
  expect(human).not.toHaveProperty('registrationNumber')
})

test('a credit limit is typed in the major unit and sent in the minor one', () => {
  const values = emptyValues('business')
  values.billing.creditLimit = '1250.5'

  expect(bodyOf(values, place).billing).toMatchObject({ creditLimit: { amount: 125050, currency: 'USD' } })
  expect(bodyOf(values, { country: 'JP', currency: 'JPY' }).billing).toMatchObject({
    creditLimit: { amount: 1251, currency: 'JPY' },
  })
})

test.each([
  [{ year: '1980', month: '6', day: '1' }, '1980-06-01'],
  [{ year: '', month: '11', day: '12' }, '--11-12'],
  [{ year: '', month: '', day: '' }, null],
])('%o is the birthday %s', (parts, day) => {
  expect(birthdayOf(parts)).toBe(day)
})

test.each([
  ['Ann Mary Bell', { firstName: 'Ann Mary', lastName: 'Bell' }],
  ['Bell, Ann', { firstName: 'Ann', lastName: 'Bell' }],
  ['Ann', { firstName: 'Ann', lastName: '' }],
  ['ann@example.com', { email: 'ann@example.com', firstName: '' }],
  ['+1 518 555 0100', { firstName: '', phones: [{ number: '+1 518 555 0100' }] }],
])('a new person begun from “%s”', (typed, expected) => {
  expect(startValues('personal', typed, 'US')).toMatchObject(expected)
})
