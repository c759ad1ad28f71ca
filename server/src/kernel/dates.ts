/**
 * Days are days: `YYYY-MM-DD` text with no instant behind it, so that a birthday cannot move by a
 * time zone. Only `localDay` touches a zone, once, when an instant becomes the day it fell on.
 */
import { Temporal } from 'temporal-polyfill'

export type Birthday = { readonly year: number | null; readonly month: number; readonly day: number }

/** `YYYY-MM-DD`, or `--MM-DD` when the year is not known; null when there is no such day. */
export function parseBirthday(text: string): Birthday | null {
  const found = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return null
  const year = found[1] === undefined ? null : Number(found[1])
  const month = Number(found[2])
  const day = Number(found[3])
  // Without a year the 29th of February is a day: somebody was born on it.
  return year !== 0 && day >= 1 && day <= daysIn(year ?? LEAP_YEAR, month) ? { year, month, day } : null
}

export function formatBirthday({ year, month, day }: Birthday): string {
  const front = year === null ? '-' : String(year).padStart(4, '0')
  return `${front}-${twoDigits(month)}-${twoDigits(day)}`
}

/** A day of the years 1 to 9999 that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return parseBirthday(text)?.year != null
}

/** The day it was at that instant in that zone. */
export function localDay(instant: Date | string, zone: string): string {
  const milliseconds = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  if (latest.milliseconds !== milliseconds || latest.zone !== zone) {
    const day = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone).toPlainDate()
    latest = { milliseconds, zone, day: day.toString() }
  }
  return latest.day
}

// The customers of an import come in thousands of one moment, and looking into a zone's rules takes 9 µs.
let latest = { milliseconds: Number.NaN, zone: '', day: '' }

/** The same day number so many months before, or the last day of a month that has no such day. */
export const monthsBefore = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).subtract({ months }).toString()

/** A zone with rules ("Europe/Paris", "UTC"), not a fixed offset: an offset is wrong half the year. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

const LEAP_YEAR = 2000
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)

const twoDigits = (n: number) => String(n).padStart(2, '0')
