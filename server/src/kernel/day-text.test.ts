import { expect, test } from 'vitest'
import { formatDateTime, formatDay } from '../../../web/src/kernel/format.ts'
import { dayTexts } from './day-text.ts'

test.each([
  ['en-US', 'America/New_York', '12 Nov 2026'],
  ['en-DE', 'Europe/Berlin', '12 Nov 2026'],
  ['es-ES', 'Asia/Tokyo', '12 nov 2026'],
])('in %s, %s, days and moments are what the screens write', (locale, zone, text) => {
  const { day, moment } = dayTexts(locale, zone)
  const instant = '2026-11-12T23:30:00Z'

  expect(day('2026-11-12')).toBe(text)
  for (const one of ['2026-11-12', '--02-29', '1999-01-01']) expect(day(one)).toBe(formatDay(locale, one))
  expect(moment(instant)).toBe(formatDateTime(locale, instant, zone))
})
