/**
 * Days and moments as files write them. Which number of 03/04/2024 is the month is no question of
 * one cell: the order is decided over a column and given here; a cell that it does not fit is not
 * read the other way round but left, since then the column cannot be trusted.
 */
import { Temporal } from 'temporal-polyfill'
import { formatBirthday, isDay, localDay, parseBirthday } from '../../../../kernel/dates.ts'
import type { DateOrder } from '../canonical.ts'
import { monthByName } from './months.rules.ts'

/** A year of null: only month and day were written, as is common of birthdays. */
export type ReadDay = {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly time: string | null
}

export function readBirthday(text: string, order: DateOrder, now: Date): string | null {
  const read = readDay(text, order)
  if (read === null) return null
  // 1604 and 0000 are how calendars write that they do not know the year; 1900 and 1904 are its two-digit and sheet forms.
  const noYear = read.year === null || read.year === 0 || read.year === 1604
  const year = noYear ? null : century(read.year as number, now.getUTCFullYear(), text)
  const day = formatBirthday({ ...read, year })
  return parseBirthday(day) === null ? null : day
}

/** A day with its year; of a moment, the day it was in the zone. */
export function readPlainDay(text: string, order: DateOrder, zone: string): string | null {
  const read = readDay(text, order)
  if (read === null || read.year === null) return null
  const year = read.year < 100 && isShortYear(text) ? read.year + (read.year < 70 ? 2000 : 1900) : read.year
  const day = formatBirthday({ ...read, year })
  if (!isDay(day)) return null
  const moment = hasZone(read.time) ? instantOf(day, read.time as string, zone) : null
  return moment === null ? day : localDay(moment, zone)
}

/** ISO 8601 in UTC. A time without a zone is the zone's given here; a day alone is its midnight. */
export function readInstant(text: string, order: DateOrder, zone: string): string | null {
  const seconds = /^\d{10}$/.test(text) ? Number(text) * 1000 : /^\d{13}$/.test(text) ? Number(text) : null
  if (seconds !== null) return new Date(seconds).toISOString()
  if (INSTANT.test(text)) return exactInstant(text)
  const read = readDay(text, order)
  if (read === null || read.year === null) return null
  const year = read.year < 100 && isShortYear(text) ? read.year + (read.year < 70 ? 2000 : 1900) : read.year
  const day = formatBirthday({ ...read, year })
  return isDay(day) ? instantOf(day, read.time ?? '00:00', zone) : null
}

/** As programs write them to each other: to the millisecond. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

function exactInstant(text: string): string | null {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) || !isDay(text.slice(0, 10)) ? null : at.toISOString()
}

const NUMERIC = /^(\d{1,4})([-/. ])\s?(\d{1,2})(?:\2\s?(\d{1,4}))?\.?(?:(?:,? +|T)(\d.*))?$/
const TIME =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.|a\. m\.|p\. m\.)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i

export function readDay(text: string, order: DateOrder): ReadDay | null {
  const trimmed = text.trim()
  const yearless = /^--?(\d{2})-?(\d{2})$/.exec(trimmed)
  if (yearless) return inRange(null, Number(yearless[1]), Number(yearless[2]), null)
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(.*))?$/.exec(trimmed)
  if (packed) return readPacked(packed)
  const serial = /^\d{5}(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : null
  if (serial !== null) return fromSerial(serial)
  const numeric = NUMERIC.exec(trimmed)
  return numeric ? readNumeric(numeric, order) : readWritten(trimmed)
}

/** What a cell tells of its column's order: null when it fits either, is written without doubt, or is no day in any. */
export function orderEvidence(text: string): DateOrder | null {
  const found = NUMERIC.exec(text.trim())
  if (!found || found[2] === ' ') return null
  const [first, second, third] = [found[1] ?? '', found[3] ?? '', found[4]]
  if (first.length === 4 || (found[2] === '.' && Number(second) <= 12)) return null
  const isMonth = (part: string) => Number(part) <= 12
  const isDayOfMonth = (part: string) => part.length <= 2 && Number(part) <= 31
  if (third !== undefined && !isDayOfMonth(first))
    return isMonth(second) && isDayOfMonth(third) ? 'ymd' : null
  if (isMonth(first)) return !isMonth(second) && isDayOfMonth(second) ? 'mdy' : null
  const isDayFirst = isDayOfMonth(first) && isMonth(second)
  return isDayFirst && (third === undefined || !isDayOfMonth(third)) ? 'dmy' : null
}

/** Whether the order matters for this cell. */
export function isAmbiguous(text: string): boolean {
  const found = NUMERIC.exec(text.trim())
  return found !== null && found[2] !== '.' && found[1]?.length !== 4 && found[1] !== found[3]
}

function readNumeric(found: RegExpExecArray, order: DateOrder): ReadDay | null {
  const [, a = '', mark, b = '', c, time] = found
  const clock = time === undefined ? null : readTime(time)
  if (time !== undefined && clock === null) return null
  if (c === undefined) return readPair(a, b, mark ?? '', order)
  const [x, y, z] = [Number(a), Number(b), Number(c)]
  if (a.length >= 3) return inRange(x, y, z, clock)
  if (order === 'ymd' && c.length <= 2) return inRange(x, y, z, clock)
  // Dots are written between day, month and year, in that order, wherever dots are written at all.
  const [day, month] = order === 'mdy' && !(mark === '.' && y <= 12) ? [y, x] : [x, y]
  return inRange(z, month, day, clock)
}

/** Month and day alone: 09-21 as programs write it, 21/9 as the column does. */
function readPair(a: string, b: string, mark: string, order: DateOrder): ReadDay | null {
  if (a.length > 2 || mark === ' ') return null
  const dayFirst = mark === '.' || (order === 'dmy' && mark !== '-')
  const [month, day] = dayFirst ? [Number(b), Number(a)] : [Number(a), Number(b)]
  return inRange(null, month, day, null)
}

function readPacked([, y, m, d, hour, minute, second, rest]: RegExpExecArray): ReadDay | null {
  const time = hour === undefined ? null : readTime(`${hour}:${minute}:${second ?? '00'}${rest ?? ''}`)
  return inRange(Number(y), Number(m), Number(d), time)
}

/** Days since the last of 1899, as sheets count them; only those of a life. */
function fromSerial(serial: number): ReadDay | null {
  if (serial < 3_000 || serial > 80_000) return null
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000).toISOString()
  const time = Number.isInteger(serial) ? null : at.slice(11, 19)
  return { year: Number(at.slice(0, 4)), month: Number(at.slice(5, 7)), day: Number(at.slice(8, 10)), time }
}

/** "12 March 2024", "Mar 12, 1985", "12. März", "12 de marzo de 1985", "Tue, 12-Mar-85 10:30". */
function readWritten(text: string): ReadDay | null {
  const [, clockText] = /[\sT](\d{1,2}:\d{2}.*)$/.exec(text) ?? []
  const time = clockText === undefined ? null : readTime(clockText)
  if (clockText !== undefined && time === null) return null
  const words = (clockText === undefined ? text : text.slice(0, -clockText.length))
    .split(/[\s,./-]+/)
    .filter((word) => word !== '')
  let month: number | null = null
  const numbers: number[] = []
  for (const word of words) {
    const number = /^(\d{1,4})(?:st|nd|rd|th|er|º|ª|\.)?$/i.exec(word)?.[1]
    if (number !== undefined) numbers.push(Number(number))
    else if (month === null) month = monthByName(word)
  }
  const [first, second] = numbers
  if (month === null || first === undefined || numbers.length > 2) return null
  if (second === undefined) return inRange(null, month, first, time)
  return first > 31 ? inRange(first, month, second, time) : inRange(second, month, first, time)
}

/** HH:MM:SS and, when one was written, the zone behind it. */
function readTime(text: string): string | null {
  const found = TIME.exec(text.trim())
  if (!found) return null
  const half = found[4]?.charAt(0).toLowerCase()
  const written = Number(found[1])
  const hour = half === 'p' && written < 12 ? written + 12 : half === 'a' && written === 12 ? 0 : written
  if (hour > 23 || Number(found[2]) > 59 || Number(found[3] ?? 0) > 59) return null
  const zone = found[5]?.toLowerCase()
  const offset =
    zone === undefined
      ? ''
      : /^[zug]/.test(zone)
        ? 'Z'
        : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
  return `${String(hour).padStart(2, '0')}:${found[2]}:${found[3] ?? '00'}${offset}`
}

const hasZone = (time: string | null) => time !== null && /[Z+-]/.test(time)

function instantOf(day: string, time: string, zone: string): string | null {
  try {
    if (hasZone(time)) return new Date(`${day}T${time}`).toISOString()
    return new Date(
      Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds,
    ).toISOString()
  } catch {
    return null
  }
}

const isShortYear = (text: string) => !/\d{4}/.test(text)

/** Of two digits: the latest such year that has been. */
function century(year: number, thisYear: number, text: string): number {
  if (year >= 100 || !isShortYear(text)) return year
  const recent = year + Math.floor(thisYear / 100) * 100
  return recent > thisYear ? recent - 100 : recent
}

function inRange(year: number | null, month: number, day: number, time: string | null): ReadDay | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day, time } : null
}
