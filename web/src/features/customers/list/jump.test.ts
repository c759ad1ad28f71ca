import { expect, test } from 'vitest'
import { emptyChain, openedChain, pageSize, placePage } from '../../../kernel/page-chain.ts'
import { jumpTo } from './jump.ts'

const items = Array.from({ length: pageSize }, (_, n) => n)
const top = placePage<number>(emptyChain, 0, { items, nextCursor: 'a' })
const middle = openedChain<number>({ items, nextCursor: 'n', previousCursor: 'p' }, 50_000, 100_000)

test('what is near to what was read is read on to', () => {
  expect(jumpTo(top, { first: 100, last: 120 }, 100_000)).toBeNull()
  expect(jumpTo(middle, { first: 49_950, last: 49_970 }, 100_000)).toBeNull()
})

test('far away the list is opened anew, a little above what is in view', () => {
  expect(jumpTo(top, { first: 50_030, last: 50_050 }, 100_000)).toEqual({ start: 50_000, at: 0.5 })
})

test('the very top and the very end are themselves, and not a part nearby', () => {
  expect(jumpTo(middle, { first: 0, last: 20 }, 100_000)).toEqual({ start: 0, at: 0 })
  expect(jumpTo(top, { first: 99_980, last: 99_999 }, 100_000)).toEqual({ start: 99_900, at: 1 })
})
