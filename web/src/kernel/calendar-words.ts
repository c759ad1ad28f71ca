// Months and weekdays as words, and the week as it goes somewhere. Pure; apart from the steps, which the first screen takes.

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
