import { expect, test } from 'vitest'
import { isCovered, isTyping, nameOf, type Press, withSequence } from './shortcut-keys.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test.each([
  [press('n'), 'n'],
  [press('N', { shiftKey: true }), null],
  [press('?', { shiftKey: true }), '?'],
  [press('/', { shiftKey: true, code: 'Digit7' }), '/'],
  [press('k', { ctrlKey: true }), 'mod+k'],
  [press('K', { metaKey: true }), 'mod+k'],
  [press('k', { ctrlKey: true, shiftKey: true }), null],
  [press('n', { altKey: true }), null],
  [press('т', { code: 'KeyN' }), 'n'],
  [press('ArrowDown'), 'arrowdown'],
])('%o counts as %o', (event, name) => {
  expect(nameOf(event)).toBe(name)
})

test('a second key counts with the first only when it comes soon', () => {
  expect(withSequence({ first: 'g', at: 0 }, 'c', 500)).toEqual(['g c'])
  expect(withSequence({ first: 'g', at: 0 }, 'c', 5000)).toEqual(['c'])
  expect(withSequence(null, 'c', 0)).toEqual(['c'])
})

test('somebody who types in a field is left alone', () => {
  expect(isTyping({ closest: () => ({}) })).toBe(true)
  expect(isTyping({ closest: () => null })).toBe(false)
  expect(isTyping(null)).toBe(false)
})

test('a dialog keeps the keys of the page away, and a question over it those of the dialog', () => {
  expect(isCovered('page', null)).toBe(false)
  expect(isCovered('page', 'dialog')).toBe(true)
  expect(isCovered('page', 'question')).toBe(true)
  expect(isCovered('dialog', 'dialog')).toBe(false)
  expect(isCovered('dialog', 'question')).toBe(true)
  expect(isCovered('anywhere', 'question')).toBe(false)
})
