import { expect, test } from 'vitest'
import { compact, dayOf, oneOf, someOf, textOf, textsOf, toggled } from './address.ts'

test('words are cut to their length, without what no server takes, and a number is words too', () => {
  expect(textOf('a\0b😀c', 3)).toBe('ab😀')
  expect(textOf(1042, 10)).toBe('1042')
  for (const nothing of ['  ', {}, null, undefined]) expect(textOf(nothing, 10)).toBeUndefined()
})

test('a list is read from one value and from several, each once and not without end', () => {
  expect(textsOf('a', 9)).toEqual(['a'])
  expect(textsOf(['a', '', {}, 'a', 'b'], 9)).toEqual(['a', 'b'])
  expect(textsOf([''], 9)).toBeUndefined()
  expect(
    textsOf(
      Array.from({ length: 99 }, (_, n) => n),
      9,
    ),
  ).toHaveLength(50)
})

test('of what is known, in its own order', () => {
  expect(oneOf('b', ['a', 'b'])).toBe('b')
  expect(oneOf('c', ['a', 'b'])).toBeUndefined()
  expect(someOf(['b', 'c', 'a', 'b'], ['a', 'b'])).toEqual(['a', 'b'])
  expect(someOf('c', ['a', 'b'])).toBeUndefined()
})

test('a day must exist', () => {
  expect(dayOf('2026-02-28')).toBe('2026-02-28')
  for (const none of ['2026-02-30', 'soon', 20260228]) expect(dayOf(none)).toBeUndefined()
})

test('what is not set is not there', () => {
  expect(Object.keys(compact({ q: 'a', type: undefined }))).toEqual(['q'])
})

test('a value goes in and out of a list, which is gone when empty', () => {
  expect(toggled(undefined, 'a')).toEqual(['a'])
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  expect(toggled(['a'], 'a')).toBeUndefined()
})
