import { expect, test } from 'vitest'
import {
  headBox,
  isAnySelected,
  isSelected,
  nothingSelected,
  type Selection,
  toggleLoaded,
  toggleOne,
  toggleRange,
} from './selection.ts'

const loaded = ['a', 'b', 'c', 'd']
const some = (...ids: string[]): Selection => ({ kind: 'some', ids: new Set(ids) })
const all: Selection = { kind: 'all' }

test('a row goes in and out', () => {
  const one = toggleOne(nothingSelected, 'a', loaded)

  expect(isSelected(one, 'a')).toBe(true)
  expect(toggleOne(one, 'a', loaded)).toEqual(nothingSelected)
})

test('one row taken out of all that match leaves the others that are loaded', () => {
  expect(toggleOne(all, 'b', loaded)).toEqual(some('a', 'c', 'd'))
})

test('a range goes the way of the row that was clicked, in either direction', () => {
  expect(toggleRange(some('b'), { from: 'b', to: 'd', loaded })).toEqual(some('b', 'c', 'd'))
  expect(toggleRange(some('d'), { from: 'd', to: 'b', loaded })).toEqual(some('b', 'c', 'd'))
  expect(toggleRange(some('a', 'b', 'c'), { from: 'c', to: 'b', loaded })).toEqual(some('a'))
})

test('a range from a row that is gone counts as one click', () => {
  expect(toggleRange(nothingSelected, { from: 'z', to: 'b', loaded })).toEqual(some('b'))
})

test('the box in the heading takes everything loaded, then nothing', () => {
  expect(toggleLoaded(some('b'), loaded)).toEqual(some(...loaded))
  expect(toggleLoaded(some(...loaded), loaded)).toEqual(nothingSelected)
  expect(toggleLoaded(all, loaded)).toEqual(nothingSelected)
})

test('the box in the heading shows whether all, some or none are selected', () => {
  expect(headBox(nothingSelected, loaded)).toBe('none')
  expect(headBox(some('b'), loaded)).toBe('some')
  expect(headBox(some('a', 'b', 'c', 'd', 'gone'), loaded)).toBe('all')
  expect(headBox(all, [])).toBe('all')
  expect(isAnySelected(all)).toBe(true)
})
