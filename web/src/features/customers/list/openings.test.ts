import { expect, test } from 'vitest'
import type { CustomerRow } from './list.api.ts'
import {
  heightOf,
  insertedAt,
  insertedRows,
  type Openings,
  placeOf,
  rowAtPlace,
  slotsOf,
  toggledOpening,
  wantedPages,
  withMore,
  withPage,
} from './openings.ts'

const none: Openings = new Map()
const people = (from: number, count: number): CustomerRow[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `p${from + n}`,
    displayName: `P ${from + n}`,
    type: 'personal',
  }))
const loaded = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
const rows = { loaded, read: { start: 0, end: 4 } }
const all = { first: 0, last: 200 }

const opened = (openings: Openings, id: string, at: number, count: number, next: string | null = null) =>
  withPage(
    toggledOpening(openings, id, at),
    { id, page: 0, cursor: null },
    { items: people(0, count), nextCursor: next },
  )

test('what stands under an open row moves the rows below it, and no other', () => {
  const slots = slotsOf(opened(opened(none, 'c', 2, 1), 'a', 0, 3), rows)
  expect(slots.map(({ id, above }) => [id, above])).toEqual([
    ['a', 0],
    ['c', 3],
  ])
  expect([0, 1, 2, 3].map((index) => placeOf(slots, index))).toEqual([0, 4, 5, 7])
  expect(insertedRows(slots)).toBe(4)
  const found = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => {
    const at = rowAtPlace(slots, place)
    return at.slot === undefined ? at.index : `${at.slot.id}${at.nth}`
  })
  expect(found).toEqual([0, 'a0', 'a1', 'a2', 1, 2, 'c0', 3])
})

test('fifty are followed by what brings the next fifty, nobody by a word that nobody is there', () => {
  const first = opened(none, 'a', 0, 50, 'next')
  const tail = (openings: Openings, failed = new Set<string>()) => slotsOf(openings, rows, failed)[0]?.tail
  expect(tail(toggledOpening(none, 'a', 0))).toBe('loading')
  expect(tail(toggledOpening(none, 'a', 0), new Set(['a']))).toBe('failed')
  expect(tail(first)).toBe('more')
  const asked = withMore(first, 'a')
  expect(tail(asked)).toBe('loading')
  expect(withMore(asked, 'a')).toBe(asked)
  const [slot] = slotsOf(asked, rows)
  expect(wantedPages(asked, slot === undefined ? [] : [slot], all)).toEqual([
    { id: 'a', page: 0, cursor: null },
    { id: 'a', page: 1, cursor: 'next' },
  ])
  const both = withPage(
    asked,
    { id: 'a', page: 1, cursor: 'next' },
    { items: people(50, 2), nextCursor: null },
  )
  expect(slotsOf(both, rows).map((one) => [one.people.length, one.tail, heightOf(one)])).toEqual([
    [52, null, 52],
  ])
  const [empty] = slotsOf(opened(none, 'b', 1, 0), rows)
  expect(empty && insertedAt(empty, 0)).toEqual({ id: 'b tail', of: 'b', kind: 'empty' })
})

test('only pages in view are read, and one that says nobody is there', () => {
  const openings = opened(opened(none, 'a', 0, 50, 'next'), 'b', 1, 0)
  const slots = slotsOf(openings, rows)
  const ids = (first: number, last: number) =>
    wantedPages(openings, slots, { first, last }).map(({ id }) => id)
  expect(ids(0, 10)).toEqual(['a'])
  expect(ids(50, 60)).toEqual(['a', 'b'])
  expect(ids(60, 80)).toEqual([])
})

test('a row that is gone has nothing under it; one that is out of what was read keeps its place', () => {
  const openings = opened(none, 'a', 0, 3)
  const without = { loaded: loaded.slice(1), read: { start: 0, end: 3 } }
  expect(slotsOf(openings, without)).toEqual([])
  const elsewhere = { loaded: [{ id: 'x' }], read: { start: 500, end: 501 } }
  expect(placeOf(slotsOf(openings, elsewhere), 500)).toBe(503)
  const moved = { loaded: [{ id: 'new' }, ...loaded], read: { start: 0, end: 5 } }
  expect(slotsOf(openings, moved)[0]?.at).toBe(1)
})
