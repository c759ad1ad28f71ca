import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatBirthday, isDay, isTimeZone, localDay, parseBirthday } from './dates.ts'

test('a birthday may lack its year', () => {
  expect(parseBirthday('1980-06-01')).toEqual({ year: 1980, month: 6, day: 1 })
  expect(parseBirthday('--02-29')).toEqual({ year: null, month: 2, day: 29 })
  expect(parseBirthday('2000-02-29')).toEqual({ year: 2000, month: 2, day: 29 })
})

test.each([
  '1981-02-29',
  '1900-02-29',
  '--02-30',
  '2000-13-01',
  '2000-00-10',
  '2000-01-00',
  '2000-04-31',
  '0000-01-01',
  '2000-1-1',
  '-02-03',
  '02-03',
  '20000-01-01',
  '2000-01-01T00:00:00Z',
  ' 2000-01-01',
  '2000-01-01\n',
  '',
])('%j is no birthday', (text) => {
  expect(parseBirthday(text)).toBeNull()
})

test('a birthday is written as it was read', () => {
  const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  const year = fc.option(fc.integer({ min: 1, max: 9999 }))
  fc.assert(
    fc.property(year, day, (y, monthAndDay) => {
      const birthday = { year: y, ...monthAndDay }
      expect(parseBirthday(formatBirthday(birthday))).toEqual(birthday)
    }),
  )
})

test('a day has a year and exists', () => {
  expect(isDay('0001-01-01')).toBe(true)
  expect(isDay('9999-12-31')).toBe(true)
  expect(isDay('2024-02-29')).toBe(true)
  for (const text of [
    '2023-02-29',
    '0000-01-01',
    '--01-01',
    '10000-01-01',
    '2024-02-30',
    '24-01-01',
    'today',
  ])
    expect(isDay(text), text).toBe(false)
})

test('the local day of an instant depends on the zone alone', () => {
  expect(localDay('2026-03-08T04:59:59Z', 'America/New_York')).toBe('2026-03-07')
  expect(localDay('2026-03-08T05:00:00Z', 'America/New_York')).toBe('2026-03-08')
  expect(localDay(new Date('2026-12-31T12:00:00Z'), 'Pacific/Auckland')).toBe('2027-01-01')
  expect(localDay(new Date('2026-12-31T12:00:00Z'), 'UTC')).toBe('2026-12-31')
})

test('a time zone has a name', () => {
  for (const zone of ['UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta'])
    expect(isTimeZone(zone), zone).toBe(true)
  for (const zone of ['', '+02:00', 'Mars/Olympus', 'Paris', 'Europe/Paris; --'])
    expect(isTimeZone(zone), zone).toBe(false)
})
