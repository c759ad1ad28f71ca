import { expect, test } from 'vitest'
import {
  countFilters,
  filterOf,
  isNarrowed,
  parseOrderSearch,
  withoutFilter,
  withoutFilters,
  withRange,
} from './order-search.ts'

test('an address is read as far as it makes sense', () => {
  expect(
    parseOrderSearch({
      q: 1042,
      state: 'current',
      status: ['open', 'nonsense', 'draft'],
      channel: 'web',
      store: ['a', 'a', ''],
      guests: true,
      from: '2026-02-30',
      to: '2026-02-28',
      customer: '01900000-0000-7000-8000-00000000000X',
      fulfilFrom: '2026-02-01',
      page: 3,
    }),
  ).toEqual({
    q: '1042',
    state: 'current',
    status: ['draft', 'open'],
    channel: ['web'],
    store: ['a'],
    guests: true,
    to: '2026-02-28',
    fulfilFrom: '2026-02-01',
  })
  const ofImport = '01900000-0000-7000-8000-000000000001'
  expect(filterOf(parseOrderSearch({ import: ofImport }))).toMatchObject({ import: ofImport })
  expect(parseOrderSearch({ q: ' ', status: 'lost', guests: 'no', store: {} })).toEqual({})
})

test('the date is one filter of two days, and each filter goes by itself', () => {
  const search = parseOrderSearch({ q: 'A-1', from: '2026-01-01', to: '2026-01-31', guests: 'true' })

  expect(countFilters(search)).toBe(2)
  expect(withoutFilter(search, 'placed')).toEqual({ q: 'A-1', guests: true })
  expect(withoutFilter(withRange(search, 'wanted', { to: '2026-02-01' }), 'wanted')).toEqual(search)
  expect(withoutFilters(search)).toEqual({ q: 'A-1' })
  expect(isNarrowed(withoutFilters(search))).toBe(true)
  expect(isNarrowed({})).toBe(false)
})

test('the server is asked for the words without the space somebody is typing', () => {
  expect(filterOf({ q: ' A-1 ', status: ['open'] })).toEqual({ q: 'A-1', status: ['open'] })
})
