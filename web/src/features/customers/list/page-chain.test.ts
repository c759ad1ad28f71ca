import { expect, test } from 'vitest'
import {
  type Chain,
  emptyChain,
  hasMore,
  isRead,
  loadedCount,
  loadedRows,
  pageSize,
  pagesOf,
  placePage,
  rowAt,
  rowCount,
} from './page-chain.ts'

const page = (from: number, count: number, nextCursor: string | null) => ({
  items: Array.from({ length: count }, (_, n) => from + n),
  nextCursor,
})
const start: Chain<number> = emptyChain
const two = placePage(placePage(start, 0, page(0, pageSize, 'a')), 1, page(100, 30, null))

test('before the first answer there are no rows but more to come', () => {
  expect(isRead(start)).toBe(false)
  expect(loadedCount(start)).toBe(0)
  expect(hasMore(start)).toBe(true)
})

test('a page brings the cursor of the next', () => {
  const chain = placePage(start, 0, page(0, pageSize, 'a'))

  expect(chain).toHaveLength(2)
  expect(chain[1]).toEqual({ cursor: 'a', page: null })
  expect(hasMore(chain)).toBe(true)
})

test('the last page ends the list', () => {
  expect(hasMore(two)).toBe(false)
  expect(loadedCount(two)).toBe(130)
  expect(rowAt(two, 129)).toBe(129)
  expect(rowAt(two, 130)).toBeUndefined()
  expect(loadedRows(two)).toHaveLength(130)
})

test('the same page again changes nothing, not even the identity', () => {
  const first = page(0, pageSize, 'a')
  const chain = placePage(start, 0, first)

  expect(placePage(chain, 0, first)).toBe(chain)
  expect(placePage(chain, 9, first)).toBe(chain)
})

test('a page whose end moved gives the next one its new cursor and leaves its rows in view', () => {
  const chain = placePage(two, 0, page(-1, pageSize, 'b'))

  expect(chain[1]?.cursor).toBe('b')
  expect(rowAt(chain, 100)).toBe(100)
})

test('a list that became shorter loses the pages behind its end', () => {
  const chain = placePage(two, 0, page(0, 40, null))

  expect(chain).toHaveLength(1)
  expect(loadedCount(chain)).toBe(40)
})

test('the pages of the rows in view are asked for, the next one among them once its cursor is known', () => {
  expect(pagesOf(two, 90, 110)).toEqual([0, 1])
  expect(pagesOf(two, 110, 400)).toEqual([1])
  expect(pagesOf(start, 0, 250)).toEqual([0])
  expect(pagesOf(start, 700, 750)).toEqual([0])
})

test('the scrollbar stands for one page more than was read, and never for more than there is', () => {
  const chain = placePage(start, 0, page(0, pageSize, 'a'))

  expect(rowCount(chain, null)).toBe(200)
  expect(rowCount(chain, 100_000)).toBe(200)
  expect(rowCount(chain, 130)).toBe(130)
  expect(rowCount(chain, 90)).toBe(101)
  expect(rowCount(two, 5000)).toBe(130)
})
