import { expect, test } from 'vitest'
import {
  type Chain,
  cursorAbove,
  emptyChain,
  endOf,
  hasMore,
  isRead,
  loadedRows,
  openedChain,
  pageSize,
  pagesOf,
  placePage,
  prepended,
  rowAt,
  rowCount,
} from './page-chain.ts'

const page = (from: number, count: number, nextCursor: string | null) => ({
  items: Array.from({ length: count }, (_, n) => from + n),
  nextCursor,
})
const start: Chain<number> = emptyChain
const two = placePage(placePage(start, 0, page(0, pageSize, 'a')), 1, page(100, 30, null))
/** Somebody jumped to row 5,000 of 9,000. */
const middle = openedChain({ ...page(5000, pageSize, 'n'), previousCursor: 'p' }, 5000, 9000)

test('before the first answer there are no rows but more to come', () => {
  expect(isRead(start)).toBe(false)
  expect(endOf(start)).toBe(0)
  expect(hasMore(start)).toBe(true)
})

test('a page brings the cursor of the next', () => {
  const chain = placePage(start, 0, page(0, pageSize, 'a'))

  expect(chain.links).toHaveLength(2)
  expect(chain.links[1]).toEqual({ cursor: 'a', size: pageSize, page: null })
  expect(hasMore(chain)).toBe(true)
})

test('the last page ends the list', () => {
  expect(hasMore(two)).toBe(false)
  expect(endOf(two)).toBe(130)
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

  expect(chain.links[1]?.cursor).toBe('b')
  expect(rowAt(chain, 100)).toBe(100)
})

test('a page that was read again and ends where it did leaves the next one alone', () => {
  const above = prepended(middle, { ...page(4900, pageSize, 'x'), previousCursor: 'o' })

  expect(above.links[1]?.cursor).toBe('p')
  expect(placePage(above, 0, page(4900, pageSize, 'x')).links[1]?.cursor).toBe('p')
  expect(placePage(above, 0, page(4899, pageSize, 'y')).links[1]?.cursor).toBe('y')
})

test('a list that became shorter loses the pages behind its end', () => {
  const chain = placePage(two, 0, page(0, 40, null))

  expect(chain.links).toHaveLength(1)
  expect(endOf(chain)).toBe(40)
})

test('the pages of the rows in view are asked for, the next one among them once its cursor is known', () => {
  expect(pagesOf(two, 90, 110)).toEqual([0, 1])
  expect(pagesOf(two, 110, 400)).toEqual([1])
  expect(pagesOf(two, 700, 800)).toEqual([])
  expect(pagesOf(start, 0, 250)).toEqual([0])
  expect(pagesOf(start, 700, 750)).toEqual([0])
  expect(pagesOf(middle, 5050, 5090)).toEqual([0])
  expect(pagesOf(middle, 5050, 5110)).toEqual([0, 1])
  expect(pagesOf(middle, 4900, 4950)).toEqual([])
})

test('where no place can be jumped to, the scrollbar stands for one page more than was read, and never for more than there is', () => {
  const chain = placePage(start, 0, page(0, pageSize, 'a'))

  expect(rowCount(chain, null, false)).toBe(200)
  expect(rowCount(chain, 100_000, false)).toBe(200)
  expect(rowCount(chain, 130, false)).toBe(130)
  expect(rowCount(chain, 90, false)).toBe(101)
  expect(rowCount(two, 5000, false)).toBe(130)
})

test('where any place can be jumped to, it stands for all rows', () => {
  expect(rowCount(placePage(start, 0, page(0, pageSize, 'a')), 1_000_000, true)).toBe(1_000_000)
  expect(rowCount(middle, 9000, true)).toBe(9000)
  expect(rowCount(middle, 300, true)).toBe(5101)
})

test('a jump shows its rows at the place that was aimed at, and reads on in both directions', () => {
  expect(rowAt(middle, 5000)).toBe(5000)
  expect(rowAt(middle, 4999)).toBeUndefined()
  expect(cursorAbove(middle)).toBe('p')
  expect(middle.links[1]).toEqual({ cursor: 'n', size: pageSize, page: null })

  const above = prepended(middle, { ...page(4900, pageSize, 'x'), previousCursor: 'o' })
  expect(above.start).toBe(4900)
  expect(rowAt(above, 5000)).toBe(5000)
  expect(above.moved).toBe(0)
  expect(cursorAbove(above)).toBe('o')
})

test('a jump to the end stands at the end, whatever was aimed at', () => {
  const end = openedChain({ ...page(0, 80, null), previousCursor: 'p' }, 8000, 9000)

  expect(end.start).toBe(8920)
  expect(rowCount(end, 9000, true)).toBe(9000)
})

test('who reaches the top sooner than expected is at the top, and what is in view is known to have moved', () => {
  const top = prepended(middle, { ...page(0, 37, 'x'), previousCursor: null })

  expect(top.start).toBe(0)
  expect(rowAt(top, 37)).toBe(5000)
  expect(top.moved).toBe(37 - 5000)
  // Read again it is as short as it was, so that the rows after it stay where they are.
  expect(top.links[0]?.size).toBe(37)
})

test('who does not reach the top where it was expected has room to go on', () => {
  const near = openedChain({ ...page(120, pageSize, 'n'), previousCursor: 'p' }, 120, 9000)
  const above = prepended(near, { ...page(20, pageSize, 'x'), previousCursor: 'o' })

  expect(above.start).toBe(pageSize)
  expect(rowAt(above, 200)).toBe(120)
  expect(above.moved).toBe(80)
})

test('nothing above means that the first row is the first of all', () => {
  const top = prepended(middle, { items: [], nextCursor: 'p', previousCursor: null })

  expect(top.start).toBe(0)
  expect(cursorAbove(top)).toBeNull()
  expect(top.moved).toBe(-5000)
})
