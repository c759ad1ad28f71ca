import { expect, test } from 'vitest'
import { daysAfter, isDay, monthsBefore } from './calendar.ts'
import { monthText, weekdayText, weekFrom } from './calendar-words.ts'

test.each([
  ['2026-11-22', 12, '2025-11-22'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2023-02-28'],
  ['2026-01-15', 3, '2025-10-15'],
  ['2026-12-31', 6, '2026-06-30'],
])('%s less %d months is %s', (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before)
})

test('days before and after go over the end of a year', () => {
  expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysAfter('2025-12-31', 60)).toBe('2026-03-01')
})

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2026-2-1', false],
  ['yesterday', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is)
})

test.each([
  ['en-US', 'DE', [7, 1, 2, 3, 4, 5, 6]],
  ['en-GB', 'US', [1, 2, 3, 4, 5, 6, 7]],
  ['es', 'ES', [1, 2, 3, 4, 5, 6, 7]],
  // The language alone says nothing of the week: the place of the business does.
  ['es', 'MX', [7, 1, 2, 3, 4, 5, 6]],
  ['ar-EG', 'US', [6, 7, 1, 2, 3, 4, 5]],
])('the week in %s (%s) is %j', (locale, country, week) => {
  expect(weekFrom(locale, country)).toEqual(week)
})

test('months and weekdays have their names', () => {
  expect(monthText('en-US', '2026-03', 'whole')).toBe('March 2026')
  expect(monthText('es-ES', '2026-03', 'short')).toBe('mar')
  expect([1, 7].map((day) => weekdayText('en-US', day, 'long'))).toEqual(['Monday', 'Sunday'])
})
