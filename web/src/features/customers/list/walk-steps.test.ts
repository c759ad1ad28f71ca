import { expect, test } from 'vitest'
import { type Chain, emptyChain, openedChain, pageSize, placePage } from '../../../kernel/page-chain.ts'
import { cursorToRead, pageBelow, stepsAt } from './walk-steps.ts'

type Row = Readonly<{ id: string }>
const rows = (from: number, count: number): readonly Row[] =>
  Array.from({ length: count }, (_, n) => ({ id: `c${from + n}` }))
const firstPage = (nextCursor: string | null, count = pageSize): Chain<Row> =>
  placePage<Row>(emptyChain, 0, { items: rows(0, count), nextCursor })

test('a customer has the neighbours of its row and the number of its place', () => {
  const chain = firstPage(null, 3)
  expect(stepsAt(chain, 'c0')).toEqual({ previousId: null, nextId: 'c1', position: 1 })
  expect(stepsAt(chain, 'c2')).toEqual({ previousId: 'c1', nextId: null, position: 3 })
})

test('over the edge of a page the walk goes on', () => {
  const chain = placePage<Row>(firstPage('b'), 1, { items: rows(pageSize, 10), nextCursor: null })
  expect(stepsAt(chain, `c${pageSize - 1}`)?.nextId).toBe(`c${pageSize}`)
  expect(stepsAt(chain, `c${pageSize}`)?.previousId).toBe(`c${pageSize - 1}`)
})

test('a customer that is not of the list has no place in it', () => {
  expect(stepsAt(firstPage(null, 3), 'other')).toBeNull()
})

test('the next page is wanted a few rows before the end of what was read, and not when there is none', () => {
  const chain = firstPage('b')
  expect(pageBelow(chain, stepsAt(chain, 'c50'))).toBeNull()
  expect(pageBelow(chain, stepsAt(chain, `c${pageSize - 3}`))).toBe(1)
  const whole = firstPage(null)
  expect(pageBelow(whole, stepsAt(whole, `c${pageSize - 1}`))).toBeNull()
  expect(pageBelow(chain, null)).toBeNull()
})

test('where somebody jumped to, the walk goes on upwards too, and the place is counted from there', () => {
  const chain = openedChain({ items: rows(0, pageSize), nextCursor: 'n', previousCursor: 'p' }, 5000, 9000)

  expect(stepsAt(chain, 'c0')).toMatchObject({ position: 5001, previousId: null })
  expect(cursorToRead(chain, stepsAt(chain, 'c2'))).toBe('p')
  expect(cursorToRead(chain, stepsAt(chain, 'c50'))).toBeNull()
  expect(cursorToRead(firstPage('b'), stepsAt(firstPage('b'), 'c0'))).toBeNull()
})
