import { expect, test } from 'vitest'
import {
  countFilters,
  filterOf,
  isNarrowed,
  nextSort,
  parseListSearch,
  sortInForce,
  whatIsCounted,
  withoutFilter,
  withoutFilters,
} from './list-search.ts'

test('a link with everything in it is read whole', () => {
  const raw = {
    q: 'ann',
    type: 'business',
    status: 'inactive',
    tag: ['a', 'b'],
    store: 's',
    organization: 'o',
    createdFrom: '2026-01-01',
    createdTo: '2026-02-28',
    birthday: '12-28..01-03',
    anniversary: '02-29..03-06',
    sort: '-createdAt',
  }

  expect(parseListSearch(raw)).toEqual({ ...raw, store: ['s'] })
})

test('an import stands in a link with what it did, which is nothing without it', () => {
  const id = '01a20504-563c-7091-a400-02751971a357'
  const search = parseListSearch({ import: id, importOutcome: 'created' })

  expect(search).toEqual({ import: id, importOutcome: 'created' })
  expect(filterOf(search)).toMatchObject(search)
  expect(withoutFilter(search, 'import')).toEqual({})
  expect(parseListSearch({ importOutcome: 'created' })).toEqual({})
})

test('what cannot be read is left out', () => {
  const raw = {
    q: '  ',
    type: 'robot',
    status: 'active',
    tag: [{}, ''],
    createdFrom: '2026-02-30',
    createdTo: 'soon',
    birthday: '02-30..03-01',
    anniversary: 'this week',
    sort: 'revenue',
    page: 7,
  }

  expect(parseListSearch(raw)).toEqual({})
})

test('states stand in their own order, each once, and unknown ones are left out', () => {
  expect(parseListSearch({ activity: ['lost', 'gone', 'atRisk', 'lost'] })).toEqual({
    activity: ['atRisk', 'lost'],
  })
  expect(parseListSearch({ activity: 'none' })).toEqual({ activity: ['none'] })
})

test('digits typed into the address are words to search for', () => {
  expect(parseListSearch({ q: 5551234 })).toEqual({ q: '5551234' })
})

test('words are at most as long as the server takes them', () => {
  expect([...(parseListSearch({ q: '💐'.repeat(300) }).q ?? '')]).toHaveLength(200)
})

test('the server is asked with trimmed words and without the sort', () => {
  expect(filterOf({ q: ' ann ', tag: ['t'], sort: '-name' })).toEqual({
    q: 'ann',
    tag: ['t'],
    store: undefined,
  })
})

test('the list is alphabetical until words bring the best match first', () => {
  expect(sortInForce({})).toBe('name')
  expect(sortInForce({ q: 'ann' })).toBeNull()
  expect(sortInForce({ q: 'ann', sort: 'email' })).toBe('email')
})

test.each([
  [{}, 'name', '-name'],
  [{ sort: '-name' }, 'name', undefined],
  [{ q: 'a' }, 'name', 'name'],
  [{}, 'createdAt', '-createdAt'],
  [{ sort: '-createdAt' }, 'createdAt', 'createdAt'],
  [{ sort: 'createdAt' }, 'createdAt', undefined],
  [{ sort: 'email' }, 'type', 'type'],
  [{}, 'revenue6m', '-revenue6m'],
  [{ sort: '-lastOrderAt' }, 'lastOrderAt', 'lastOrderAt'],
] as const)('of %o a click on %s makes %s', (search, field, sort) => {
  expect(nextSort(search, field)).toBe(sort)
})

test('a chip takes its own filter away, both ends of a range with it', () => {
  const search = { q: 'a', createdFrom: '2026-01-01', createdTo: '2026-01-31', type: 'personal' } as const

  expect(countFilters(search)).toBe(2)
  expect(withoutFilter(search, 'created')).toEqual({ q: 'a', type: 'personal' })
  expect(withoutFilter(search, 'type')).not.toHaveProperty('type')
})

test('the days of the last order are one filter, apart from those of the creation', () => {
  const search = { createdFrom: '2026-01-01', lastOrderTo: '2026-01-31' } as const

  expect(countFilters(search)).toBe(2)
  expect(withoutFilter(search, 'lastOrder')).toEqual({ createdFrom: '2026-01-01' })
})

test('clearing everything keeps the order of the rows', () => {
  const cleared = withoutFilters({ q: 'a', status: 'all', sort: '-number' })

  expect(cleared).toEqual({ sort: '-number' })
  expect(isNarrowed(cleared)).toBe(false)
})

test.each([
  [{}, 'hybrid', 'count'],
  [{ type: 'business', sort: '-createdAt' }, 'hybrid', 'businesses'],
  [{ type: 'personal' }, 'hierarchy', 'contacts'],
  [{ type: 'business', tag: ['VIP'] }, 'hybrid', 'matches'],
  [{ type: 'business' }, 'flat', 'matches'],
  [{ q: 'ann' }, 'hybrid', 'matches'],
] as const)('%j of a business that is %s counts %s', (search, setup, what) => {
  expect(whatIsCounted(search, setup)).toBe(what)
})
