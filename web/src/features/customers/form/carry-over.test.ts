import { expect, test } from 'vitest'
import { carryOver } from './carry-over.ts'
import { startValues } from './start-values.ts'
import type { CustomerValues } from './values.ts'

const person = (more: Partial<CustomerValues>): CustomerValues => ({
  ...startValues('personal', '', 'US'),
  ...more,
})
const business = (more: Partial<CustomerValues>): CustomerValues => ({
  ...startValues('business', '', 'US'),
  ...more,
})

test('what both kinds have stays, and the name becomes that of the business', () => {
  const typed = person({
    firstName: 'Blue Smith',
    lastName: 'Bakery',
    email: 'hi@example.com',
    notes: 'Side door',
  })

  expect(carryOver(typed, 'business')).toMatchObject({
    type: 'business',
    businessName: 'Blue Smith Bakery',
    email: 'hi@example.com',
    notes: 'Side door',
  })
})

test('there and back again is as it was', () => {
  const typed = person({
    firstName: 'Ann',
    lastName: 'Bell',
    nickname: 'Annie',
    dateOfBirth: { year: '', month: '2', day: '29' },
  })
  const company = business({ businessName: 'Blue Smith Bakery', industry: 'Bread', taxId: '12' })

  expect(carryOver(carryOver(typed, 'business'), 'personal')).toEqual(typed)
  expect(carryOver(carryOver(company, 'personal'), 'business')).toMatchObject({
    businessName: 'Blue Smith Bakery',
    industry: 'Bread',
    taxId: '12',
  })
})

test('a business that was renamed meanwhile is the own business of the person', () => {
  const renamed = {
    ...carryOver(person({ firstName: 'Ann', lastName: 'Bell' }), 'business'),
    businessName: 'Bell Catering',
  }

  expect(carryOver(renamed, 'personal')).toMatchObject({
    firstName: 'Ann',
    lastName: 'Bell',
    businessName: 'Bell Catering',
  })
})

test('the name of a business stands in the fields of a person when there is no other', () => {
  expect(carryOver(business({ businessName: 'Ann Bell' }), 'personal')).toMatchObject({
    firstName: 'Ann',
    lastName: 'Bell',
    businessName: '',
  })
})

test('the kind of a phone follows only while no number is written', () => {
  const [blank] = carryOver(person({}), 'business').phones
  const written = person({})
  const [kept] = carryOver(
    { ...written, phones: written.phones.map((phone) => ({ ...phone, number: '555' })) },
    'business',
  ).phones

  expect(blank?.kind).toBe('work')
  expect(kept?.kind).toBe('mobile')
})
