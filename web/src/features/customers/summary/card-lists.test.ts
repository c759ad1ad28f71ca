import { expect, test } from 'vitest'
import { parseListSearch } from '../list/list-search.ts'
import { cardLists } from './card-lists.ts'

const shown = {
  setup: 'hybrid',
  isLimited: false,
  store: undefined,
  first: '2026-10-26',
  today: '2026-11-22',
} as const

test('the list of the top customers is sorted by the revenue of the card’s own period', () => {
  const sorts = (['4w', '3m', '6m', 'all'] as const).map(
    (period) => cardLists({ ...shown, period }).top?.sort,
  )

  expect(sorts).toEqual(['-revenue4w', '-revenue3m', '-revenue6m', '-revenueTotal'])
})

test('it leaves out the people of organizations where these are ranked, and its address can be read back', () => {
  const { top } = cardLists({ ...shown, period: '3m' })

  expect(top).toEqual({ sort: '-revenue3m', affiliated: 'no' })
  expect(parseListSearch({ ...top })).toEqual(top)
  expect(cardLists({ ...shown, setup: 'flat', period: '3m' }).top).toEqual({ sort: '-revenue3m' })
})

test('of some stores, chosen or all that one works for, no list is opened: none is sorted by what was spent there', () => {
  expect(cardLists({ ...shown, store: ['1'], period: '4w' }).top).toBeNull()
  expect(cardLists({ ...shown, isLimited: true, period: '4w' }).top).toBeNull()
})
