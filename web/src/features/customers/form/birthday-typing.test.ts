import { expect, test } from 'vitest'
import { isReadable, type Part, settled, typedInto, wholeDate } from './birthday-typing.ts'

const dayFirst: readonly Part[] = ['day', 'month', 'year']
const monthFirst: readonly Part[] = ['month', 'day', 'year']
const none = { year: '', month: '', day: '' }
const may4 = { year: '1976', month: '5', day: '4' }

test.each([
  ['04.05.1976', dayFirst, may4],
  ['4. 5. 1976', dayFirst, may4],
  ['4/5/1976', dayFirst, may4],
  ['5/4/1976', monthFirst, may4],
  ['05-04-1976', monthFirst, may4],
  ['1976-05-04', dayFirst, may4],
  ['1976-05-04', monthFirst, may4],
  ['\u200e 1976/5/4 ', monthFirst, may4],
  ['13/05/1976', monthFirst, null],
  ['05/13/1976', dayFirst, null],
  ['4.5.76', dayFirst, null],
  ['04051976', dayFirst, null],
  ['4 May 1976', dayFirst, null],
  ['32.05.1976', dayFirst, null],
  ['04.05.19766', dayFirst, null],
  ['04.05.', dayFirst, null],
] as const)('%s in the order %o is the date %o', (text, order, date) => {
  expect(wholeDate(text, order)).toEqual(date)
})

/** Key by key, as long as it goes into the same part. */
function keyed(part: Part, text: string, order: readonly Part[], start = none) {
  let values = start
  for (let end = 1; end <= text.length; end++) {
    const typed = typedInto(part, text.slice(0, end), values, order)
    values = { ...values, ...(typed?.values ?? { [part]: text.slice(0, end) }) }
    if (typed !== null) return { values, next: typed.next, left: text.slice(end) }
  }
  return { values, next: null, left: '' }
}

test('a date typed into the day field fills all three parts once it is whole', () => {
  const filled = { values: may4, next: null, left: '' }
  expect(keyed('day', '5/4/1976', monthFirst)).toEqual(filled)
  expect(keyed('day', '05/04/1976', monthFirst, { year: '1980', month: '2', day: '9' })).toEqual(filled)
  expect(keyed('year', '04.05.1976', dayFirst)).toEqual(filled)
  expect(keyed('day', '1976-05-04', dayFirst)).toEqual(filled)
})

test('the day of a date that is still being typed is not taken for whole', () => {
  expect(keyed('day', '1976-05-1', monthFirst).values.day).toBe('1976-05-1')
  expect(keyed('year', '1976-05-12', monthFirst).values).toEqual({ year: '1976', month: '5', day: '12' })
})

test('a date that is pasted is read at once, whatever stood there', () => {
  expect(typedInto('day', '1976-5-4', none, monthFirst)).toEqual({ values: may4, next: null })
  expect(typedInto('year', '4.5.1976', { ...none, year: '1980' }, dayFirst)?.values).toEqual(may4)
})

test('a separator after a part moves on to the next', () => {
  expect(typedInto('day', '04.', none, dayFirst)).toEqual({ values: { day: '04' }, next: 'month' })
  expect(typedInto('month', '05.', none, dayFirst)).toEqual({ values: { month: '5' }, next: 'year' })
  expect(typedInto('month', '5/', none, monthFirst)).toEqual({ values: { month: '5' }, next: 'day' })
  expect(typedInto('day', '04/', { ...none, month: '5' }, monthFirst)?.next).toBe('year')
})

test('it does not where there is no next part, or no such month', () => {
  expect(typedInto('day', '04/', none, ['year', 'month', 'day'])).toBeNull()
  expect(typedInto('year', '1976/', none, dayFirst)).toBeNull()
  expect(typedInto('month', '13.', none, dayFirst)).toBeNull()
  expect(typedInto('day', '04', none, dayFirst)).toBeNull()
})

test('nor where a day that stands second may begin a whole date', () => {
  expect(typedInto('day', '05/', none, monthFirst)).toBeNull()
  expect(typedInto('day', '05/', may4, monthFirst)).toBeNull()
})

test.each([
  ['day', '4.', { day: '4' }],
  ['day', '1976-5-4', may4],
  ['month', '05', { month: '5' }],
  ['year', ' 1976 ', { year: '1976' }],
  ['day', '', { day: '' }],
  ['day', '4.5.76', null],
  ['day', '041', null],
  ['day', 'x', null],
  ['month', '13', null],
  ['year', '76', null],
] as const)('the %s field left with %s holds %o', (part, text, held) => {
  expect(settled(part, text, dayFirst)).toEqual(held)
})

test('what is no day and no year of four digits is told, never saved', () => {
  expect(isReadable(may4)).toBe(true)
  expect(isReadable(none)).toBe(true)
  expect(isReadable({ ...may4, day: '4.5.76' })).toBe(false)
  expect(isReadable({ ...may4, year: '76' })).toBe(false)
})
