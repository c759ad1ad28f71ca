// Days as steps. Pure; days are `YYYY-MM-DD` without a zone.

/** The same day number so many months before, or the last day of a month that has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return dayText(new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))))
}

export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return dayText(date)
}

/** A day that exists. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && dayText(date) === text
}

const dayText = (date: Date): string => date.toISOString().slice(0, 10)

/** Which day it is now in this zone. */
export const today = (timeZone: string, now: Date = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  )
