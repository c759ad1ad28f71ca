// Days, months and weekdays as words and steps. Pure; days are `YYYY-MM-DD` without a zone.

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

/** “Mar” or “March 2026” of `2026-03`. */
export const monthText = (locale: string, month: string, style: 'short' | 'whole'): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(style === 'short' ? { month: 'short' } : { month: 'long', year: 'numeric' }),
  }).format(new Date(`${month}-01T00:00:00Z`))

/** 1 is Monday. */
export const weekdayText = (locale: string, weekday: number, style: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: style }).format(
    // A Monday, and the days after it.
    new Date(Date.UTC(2024, 0, weekday)),
  )

/** The seven weekdays as the week goes there: in the United States 7, 1, 2 … `country` where the language says none. */
export function weekFrom(locale: string, country: string): readonly number[] {
  const first = firstWeekday(locale, country)
  return Array.from({ length: 7 }, (_, i) => ((first - 1 + i) % 7) + 1)
}

type WeekInfo = { readonly firstDay: number }
type WithWeek = { getWeekInfo?(): WeekInfo; readonly weekInfo?: WeekInfo }

/** Browsers had it as a property before it became a function, and one does not have it yet. */
function firstWeekday(locale: string, country: string): number {
  const given = new Intl.Locale(locale)
  const place = given.region === undefined ? new Intl.Locale(given.language, { region: country }) : given
  const { getWeekInfo, weekInfo } = place as WithWeek
  return (getWeekInfo?.call(place) ?? weekInfo ?? { firstDay: 1 }).firstDay
}
