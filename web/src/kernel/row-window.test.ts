import { expect, test } from 'vitest'
import { drawnRows, printedRows, topForRow, visibleRows } from './row-window.ts'

const compact = { view: 860, rowHeight: 36, count: 1_000_000 }

test('at most sixty rows are drawn wherever somebody is, and all that are in view', () => {
  for (const view of [300, 660, 860, 1300, 1900]) {
    for (const top of [0, 17, 4321, 35_999_140]) {
      const look = { ...compact, view, top }
      const { first, last } = drawnRows(look)
      const seen = visibleRows(look)
      expect(last - first + 1).toBeLessThanOrEqual(60)
      expect(first).toBeLessThanOrEqual(seen.first)
      expect(last).toBeGreaterThanOrEqual(seen.last)
    }
  }
})

test('neither before the first nor after the last', () => {
  expect(drawnRows({ ...compact, top: 0 }).first).toBe(0)
  expect(drawnRows({ ...compact, top: 36 * 1_000_000 - 860 }).last).toBe(999_999)
  expect(drawnRows({ ...compact, count: 3, top: 0 })).toEqual({ first: 0, last: 2 })
  expect(visibleRows({ ...compact, top: -400 }).first).toBe(0)
})

test('the list moves just far enough for a row to be seen, and not when it is', () => {
  const look = { top: 3600, view: 360, rowHeight: 36 }

  expect(topForRow(102, look)).toBe(3600)
  expect(topForRow(99, look)).toBe(99 * 36)
  expect(topForRow(110, look)).toBe(3636)
})

test('on paper goes all that was read, and of very much what is in view and after it', () => {
  expect(printedRows({ start: 0, end: 300 }, 40)).toEqual({ first: 0, last: 299 })
  expect(printedRows({ start: 5000, end: 5300 }, 5100)).toEqual({ first: 5000, last: 5299 })
  expect(printedRows({ start: 0, end: 9000 }, 2000)).toEqual({ first: 2000, last: 2999 })
  expect(printedRows({ start: 0, end: 9000 }, 8900)).toEqual({ first: 8000, last: 8999 })
})
