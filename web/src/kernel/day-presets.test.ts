import { expect, test } from 'vitest'
import { today } from './calendar.ts'
import { comingPresets, dayPresets } from './day-presets.ts'

test('the day is that of the zone', () => {
  const late = new Date('2026-11-21T23:30:00Z')

  expect(today('UTC', late)).toBe('2026-11-21')
  expect(today('Pacific/Auckland', late)).toBe('2026-11-22')
})

test('seven days are today and the six before, over the end of a month and a year', () => {
  const presets = dayPresets('2026-01-03')

  expect(presets.map(({ from }) => from)).toEqual(['2026-01-03', '2025-12-28', '2025-12-05', '2026-01-01'])
})

test('what lies ahead ends on a day: today, tomorrow, today and the six after', () => {
  const presets = comingPresets('2026-12-30')

  expect(presets.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2026-12-30 2026-12-30',
    '2026-12-31 2026-12-31',
    '2026-12-30 2027-01-05',
  ])
})
