import { expect, test } from 'vitest'
import { encodeCursor } from './cursor.ts'
import { idPlace, instantPlace, namePlace } from './places.ts'

const id = '018d8e81-67d5-71d3-b49d-746b8ff38b86'
const at = '2026-11-22 15:53:07.123456+00'

test('a cursor comes back as the place of the row that it was made of', () => {
  expect(idPlace(encodeCursor([id], 'a'), 'a')).toBe(id)
  expect(namePlace(encodeCursor(['bell ann', id], 'a'), 'a')).toEqual({ name: 'bell ann', id })
  expect(instantPlace(encodeCursor([at, id], 'a'), 'a')).toEqual({ at, id })
})

test.each([
  ['of another list', () => idPlace(encodeCursor([id], 'a'), 'b')],
  ['without an id', () => idPlace(encodeCursor([], 'a'), 'a')],
  ['of a name that is none', () => namePlace(encodeCursor([7, id], 'a'), 'a')],
  ['of an id that is none', () => namePlace(encodeCursor(['bell', 'ann'], 'a'), 'a')],
  ['of an instant that is none', () => instantPlace(encodeCursor(['2026-13-22 15:53:07+00', id], 'a'), 'a')],
  ['of SQL', () => instantPlace(encodeCursor(["now()'", id], 'a'), 'a')],
])('a cursor %s is refused', (_, place) => {
  expect(place).toThrow(expect.objectContaining({ code: 'cursor.invalid', status: 400 }))
})
