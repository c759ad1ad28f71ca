import { expect, test } from 'vitest'
import type { NameFields } from './names.ts'
import { altName, displayName, nameWords, sortName } from './names.ts'

const person = (fields: Partial<NameFields>): NameFields => ({ type: 'personal', ...fields })
const business = (fields: Partial<NameFields>): NameFields => ({ type: 'business', ...fields })

test.each<[NameFields, string]>([
  [person({ firstName: 'Ann', lastName: 'Lee' }), 'Ann Lee'],
  [person({ firstName: ' Ann ', lastName: null }), 'Ann'],
  [person({ lastName: 'Lee', businessName: 'Lee Plumbing' }), 'Lee'],
  [person({ firstName: ' ', businessName: 'Lee Plumbing' }), 'Lee Plumbing'],
  [business({ businessName: 'Corner Cafe', firstName: 'Ann' }), 'Corner Cafe'],
  [business({ firstName: 'Ann', lastName: 'Lee' }), 'Ann Lee'],
  [person({ email: 'ann@example.com', phone: '+12025550123' }), 'ann@example.com'],
  [person({ phone: '+12025550123' }), '+12025550123'],
  [person({ nickname: 'Annie' }), 'Annie'],
  [person({}), ''],
])('%j is shown as %j', (fields, name) => {
  expect(displayName(fields)).toBe(name)
})

test('people sort by last name, or by first where the merchant wants it', () => {
  const maria = person({ firstName: 'María', middleName: 'Elena', lastName: 'García' })

  expect(sortName(maria, 'last')).toBe('garcia maria elena')
  expect(sortName(maria, 'first')).toBe('maria garcia elena')
  expect(altName(maria, 'last')).toBe('maria garcia elena')
  expect(altName(maria, 'first')).toBe('garcia maria elena')
})

test('a sole trader sorts as a person and a business as its name', () => {
  const names = { firstName: 'Ann', lastName: 'Lee', businessName: 'The Corner Cafe' }

  expect(sortName(person(names), 'last')).toBe('lee ann')
  expect(sortName(business(names), 'last')).toBe('the corner cafe')
  expect(altName(business(names), 'last')).toBe('corner cafe the')
})

test('who has no name sorts by email, then phone', () => {
  expect(sortName(person({ email: 'zoe@example.com', phone: '+12025550123' }), 'last')).toBe(
    'zoe example com',
  )
  expect(sortName(person({ phone: '+12025550123' }), 'last')).toBe('12025550123')
})

test('there is no other name when it would be the same', () => {
  expect(altName(person({ firstName: 'Ann' }), 'last')).toBeNull()
  expect(altName(business({ businessName: 'Acme' }), 'last')).toBeNull()
  expect(altName(person({ email: 'ann@example.com' }), 'last')).toBeNull()
  expect(altName(person({ firstName: 'Ann', lastName: 'Ann' }), 'last')).toBeNull()
})

test('a very long name still fits an index entry', () => {
  expect(sortName(business({ businessName: '株'.repeat(500) }), 'last').length).toBeLessThanOrEqual(200)
  expect(
    Buffer.byteLength(sortName(business({ businessName: 'д'.repeat(500) }), 'last')),
  ).toBeLessThanOrEqual(300)
})

test('the words of all names are there once, joined readings too', () => {
  const fields = person({ firstName: 'Jean-Luc', lastName: "O'Brien", nickname: 'Luc', businessName: '' })

  expect(nameWords(fields)).toEqual(['jean', 'luc', 'jeanluc', 'obrien'])
})
