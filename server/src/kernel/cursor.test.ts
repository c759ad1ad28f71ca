import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CursorValue } from './cursor.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'

// JSON has no -0, and neither has a row.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n))
const text = fc.string({ unit: 'binary', maxLength: 40 }).map((s) => s.replaceAll('\u0000', ''))
const value: fc.Arbitrary<CursorValue> = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.constant('\ud800x'),
)

test('a cursor comes back as it went out', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), fc.string(), (values, tag) => {
      expect(decodeCursor(encodeCursor(values, tag), tag)).toEqual(values)
    }),
  )
})

test('a cursor of another sort is refused', () => {
  expect(decodeCursor(encodeCursor(['a', 1], 'customers:name'), 'customers:-createdAt')).toBeNull()
})

const made = (json: string) => Buffer.from(json).toString('base64url')

test.each([
  ['empty', ''],
  ['no base64url', '=== '],
  ['no JSON', made('["t",')],
  ['no list', made('{"0":"t"}')],
  ['null', made('null')],
  ['an object within', made('["t",{"a":1}]')],
  ['a list within', made('["t",[1]]')],
  ['an endless number', made('["t",1e999]')],
  ['a NUL', made('["t","\\u0000"]')],
  ['over 2 kB', made(JSON.stringify(['t', 'x'.repeat(2000)]))],
])('a cursor that is %s is refused', (_, cursor) => {
  expect(decodeCursor(cursor, 't')).toBeNull()
})

test('whatever is sent as a cursor, reading it never throws', () => {
  fc.assert(fc.property(fc.string(), (sent) => decodeCursor(sent, 't') === null))
  fc.assert(fc.property(fc.base64String(), (sent) => decodeCursor(sent, 't') === null))
})
