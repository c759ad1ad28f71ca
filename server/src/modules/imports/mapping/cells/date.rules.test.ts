import { describe, expect, test } from 'vitest'
import { isAmbiguous, orderEvidence, readBirthday, readInstant, readPlainDay } from './date.rules.ts'

const now = new Date('2026-11-22')

describe('days', () => {
  test.each([
    ['2024-03-12', '2024-03-12'],
    ['2024/3/12', '2024-03-12'],
    ['20240312', '2024-03-12'],
    ['2024-03-12T09:14:00Z', '2024-03-12'],
    ['2024-03-12 00:00:00.000', '2024-03-12'],
    ['12.03.2024', '2024-03-12'],
    ['12. 3. 2024', '2024-03-12'],
    ['12 Mar 2024', '2024-03-12'],
    ['12-Mar-24', '2024-03-12'],
    ['March 12, 2024', '2024-03-12'],
    ['Tue, 12 March 2024 10:30', '2024-03-12'],
    ['12 de marzo de 2024', '2024-03-12'],
    ['12 août 2024', '2024-08-12'],
    ['12. März 2024', '2024-03-12'],
    ['12 dicembre 2024', '2024-12-12'],
    ['1º de janeiro de 2024', '2024-01-01'],
    ['45363', '2024-03-12'],
    ['45363.5', '2024-03-12'],
  ])('%s', (text, day) => {
    expect(readPlainDay(text, 'dmy', 'UTC')).toBe(day)
    expect(readPlainDay(text, 'mdy', 'UTC')).toBe(day)
  })

  test('the order decides, and what does not fit it is not turned round', () => {
    expect(readPlainDay('03/04/2024', 'dmy', 'UTC')).toBe('2024-04-03')
    expect(readPlainDay('03/04/2024', 'mdy', 'UTC')).toBe('2024-03-04')
    expect(readPlainDay('3-4-24', 'mdy', 'UTC')).toBe('2024-03-04')
    expect(readPlainDay('24-3-4', 'ymd', 'UTC')).toBe('2024-03-04')
    expect(readPlainDay('25/03/2024', 'mdy', 'UTC')).toBeNull()
    expect(readPlainDay('03/25/2024', 'dmy', 'UTC')).toBeNull()
    expect(readPlainDay('3/15/2024 2:30 PM', 'mdy', 'UTC')).toBe('2024-03-15')
  })

  test.each([
    '31.02.2024',
    '2024-13-01',
    'tomorrow',
    '2023',
    '12345678901',
    'Ann',
    '2024-03-12 25:00',
    '0/0/00',
  ])('%s is none', (text) => {
    expect(readPlainDay(text, 'dmy', 'UTC')).toBeNull()
  })

  test('a moment falls on the day it was in the zone', () => {
    expect(readPlainDay('2024-03-12T02:00:00Z', 'dmy', 'America/New_York')).toBe('2024-03-11')
    expect(readPlainDay('2024-03-12 02:00', 'dmy', 'America/New_York')).toBe('2024-03-12')
  })
})

describe('birthdays', () => {
  test.each([
    ['1985-03-12', '1985-03-12'],
    ['12/03/85', '1985-03-12'],
    ['12/03/20', '2020-03-12'],
    ['12/03/30', '1930-03-12'],
    ['--03-12', '--03-12'],
    ['--0312', '--03-12'],
    ['03-12', '--03-12'],
    ['12/03', '--03-12'],
    ['0000-03-12', '--03-12'],
    ['1604-03-12', '--03-12'],
    ['29.02.', '--02-29'],
    ['12 March', '--03-12'],
    ['1980-03-22 00:00:00', '1980-03-22'],
  ])('%s', (text, day) => {
    expect(readBirthday(text, 'dmy', now)).toBe(day)
  })

  test('month and day alone follow the order of the column', () => {
    expect(readBirthday('9/21', 'mdy', now)).toBe('--09-21')
    expect(readBirthday('21/9', 'mdy', now)).toBeNull()
  })
})

describe('moments', () => {
  test.each([
    ['2024-03-12T09:14:00Z', '2024-03-12T09:14:00.000Z'],
    ['2024-03-12 09:14', '2024-03-12T13:14:00.000Z'],
    ['2024-03-12T09:14:00+02:00', '2024-03-12T07:14:00.000Z'],
    ['3/15/2024 2:30 PM', '2024-03-15T18:30:00.000Z'],
    ['3/15/2024 12:30 am', '2024-03-15T04:30:00.000Z'],
    ['2024-03-12', '2024-03-12T04:00:00.000Z'],
    ['1710234840', '2024-03-12T09:14:00.000Z'],
    ['2024-03-12 09:14:00 UTC', '2024-03-12T09:14:00.000Z'],
  ])('%s in New York', (text, instant) => {
    expect(readInstant(text, 'mdy', 'America/New_York')).toBe(instant)
  })
})

test('a cell proves an order only when it fits no other', () => {
  expect([
    orderEvidence('13/01/2024'),
    orderEvidence('01/13/2024'),
    orderEvidence('01/02/2024'),
    orderEvidence('85-03-12'),
    orderEvidence('2024-01-13'),
    orderEvidence('13.01.2024'),
  ]).toEqual(['dmy', 'mdy', null, 'ymd', null, null])
  expect([
    isAmbiguous('01/02/2024'),
    isAmbiguous('02/02/2024'),
    isAmbiguous('2024-01-02'),
    isAmbiguous('1.2.2024'),
  ]).toEqual([true, false, false, false])
})

test('what is no day in any order tells nothing of the order', () => {
  const cells = ['32/04/2026', '13/13/2024', '05/32/2026', '00/40/2026', '45/13/12', '99/99', '31/2']
  expect(cells.map(orderEvidence)).toEqual([null, null, null, null, null, null, 'dmy'])
})
