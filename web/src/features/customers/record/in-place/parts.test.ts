import { expect, test } from 'vitest'
import { fieldsOf, isAtPart } from './parts.ts'

test('the name of a person is first and last, that of a business one word of its own', () => {
  expect(fieldsOf('name', 'personal')).toEqual(['firstName', 'lastName'])
  expect(fieldsOf('name', 'business')).toEqual(['businessName'])
})

test('faults of other fields do not hinder an edit', () => {
  expect(isAtPart('phones.1.number', 'phones', 'personal')).toBe(true)
  expect(isAtPart('email', 'phones', 'personal')).toBe(false)
  expect(isAtPart('addresses.0.line1', 'address:a1', 'personal')).toBe(true)
  expect(isAtPart('attributes.size', 'attribute:size', 'personal')).toBe(true)
  expect(isAtPart('attributes.table', 'attribute:size', 'personal')).toBe(false)
})
