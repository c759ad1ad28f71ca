import { expect, test } from 'vitest'
import { person } from '../../form/test-customers.ts'
import { valuesOf } from '../../form/values.ts'
import { editOf, rebase } from './save-edit.ts'

const place = { country: 'US', currency: 'USD' }
const edit = editOf(person, { ...valuesOf(person), lastName: 'Stone' }, place)

test('only what differs is sent', () => {
  expect(edit.body).toEqual({ lastName: 'Stone' })
})

test('an edit is done again to a record in which somebody else changed another field', () => {
  const theirs = { ...person, notes: 'Allergic to nuts', firstName: 'Anna', version: 9 }

  expect(rebase(edit, theirs)).toEqual({ lastName: 'Stone' })
})

test('nothing is left to send when somebody else made the same change', () => {
  expect(rebase(edit, { ...person, lastName: 'Stone', version: 9 })).toEqual({})
})

test('the same field changed by both is not decided here', () => {
  expect(rebase(edit, { ...person, lastName: 'Rivers', version: 9 })).toBeNull()
})
