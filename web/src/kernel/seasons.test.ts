import { expect, test } from 'vitest'
import { dayIn, monthOf, seasonText, weekOf, yearsOn } from './seasons.ts'

const fromMonday = [1, 2, 3, 4, 5, 6, 7]
const fromSunday = [7, 1, 2, 3, 4, 5, 6]

test('the week of a day begins where the week begins there', () => {
  expect(weekOf('2026-11-22', fromMonday)).toEqual({ first: '2026-11-16', last: '2026-11-22' })
  expect(weekOf('2026-11-22', fromSunday)).toEqual({ first: '2026-11-22', last: '2026-11-28' })
  expect(seasonText(weekOf('2027-01-01', fromMonday))).toBe('12-28..01-03')
  expect(monthOf('2028-02-10')).toEqual({ first: '2028-02-01', last: '2028-02-29' })
})

test('a birthday has its day in the week, also over the new year and in years without a 29th of February', () => {
  const newYear = weekOf('2027-01-01', fromMonday)
  expect(dayIn(newYear, '1990-12-31')).toBe('2026-12-31')
  expect(dayIn(newYear, '--01-02')).toBe('2027-01-02')
  expect(dayIn(newYear, '1990-01-04')).toBeNull()
  expect(dayIn(weekOf('2027-03-01', fromMonday), '2000-02-29')).toBe('2027-03-01')
  expect([yearsOn('2026-12-31', '1990-12-31'), yearsOn('2027-01-02', '--01-02')]).toEqual([36, null])
})
