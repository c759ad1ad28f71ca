import { expect, test } from 'vitest'
import { earliestDay, faultOf, parseMetricsSearch, periodOf } from './period.ts'

test.each([
  [{}, '2025-11-22', '2026-11-22'],
  [{ period: 'thisMonth' }, '2026-11-01', '2026-11-22'],
  [{ period: 'lastMonth' }, '2026-10-01', '2026-10-31'],
  [{ period: '3m' }, '2026-08-22', '2026-11-22'],
  [{ period: '6m' }, '2026-05-22', '2026-11-22'],
  [{ period: 'thisYear' }, '2026-01-01', '2026-11-22'],
  [{ period: 'all' }, '2020-01-01', '2026-11-22'],
  [{ from: '2026-02-01', to: '2026-02-14' }, '2026-02-01', '2026-02-14'],
] as const)('%j is from %s to %s', (search, from, to) => {
  expect(periodOf(search, '2026-11-22', '2020-01-01')).toEqual({ from, to })
})

test('all of a customer without orders, and of one whose first order is yet to come, ends today', () => {
  expect(periodOf({ period: 'all' }, '2026-11-22', null)).toEqual({ from: '2025-11-22', to: '2026-11-22' })
  expect(periodOf({ period: 'all' }, '2026-11-22', '2027-01-05')).toEqual({
    from: '2026-11-22',
    to: '2026-11-22',
  })
})

test('the first order was on the day that it was where its store is, which may be any of them', () => {
  expect(earliestDay('2020-01-02T02:00:00Z', ['America/New_York'])).toBe('2020-01-01')
  expect(earliestDay('2020-01-02T06:00:00Z', ['America/New_York', 'America/Los_Angeles'])).toBe('2020-01-01')
  expect(earliestDay('2020-01-02T12:00:00Z', ['America/New_York', 'America/Los_Angeles'])).toBe('2020-01-02')
  expect(earliestDay(null, ['America/New_York'])).toBe(null)
})

test('what an address says is believed only as far as it makes sense', () => {
  expect(parseMetricsSearch({ period: '12m' })).toEqual({})
  expect(parseMetricsSearch({ period: 'for ever', from: '2026-02-02' })).toEqual({})
  expect(parseMetricsSearch({ from: '2026-02-02', to: '2026-02-01' })).toEqual({})
  expect(parseMetricsSearch({ period: '3m', from: '2026-02-01', to: '2026-02-02' })).toEqual({ period: '3m' })
  expect(parseMetricsSearch({ receipt: '../x' })).toEqual({})
})

test.each([
  ['', '2026-01-01', 'from', 'missing'],
  ['2026-01-01', '2026-02-30', 'to', 'impossible'],
  ['0026-01-01', '2026-01-01', 'from', 'impossible'],
  ['2026-01-02', '2026-01-01', 'to', 'reversed'],
])('from %s to %s is refused at %s: %s', (from, to, field, code) => {
  expect(faultOf({ from, to })).toEqual({ field, code })
})
