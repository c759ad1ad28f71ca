// Days and moments as the screens write them (web/src/kernel/format.ts): “12 Nov 2026, 14:05”. Pure.

type Written = { readonly day: (day: string) => string; readonly moment: (instant: string) => string }

export function dayTexts(locale: string, timeZone: string): Written {
  const dated = dayFormat(locale, timeZone)
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone })
  const withYear = dayFormat(locale, 'UTC')
  const withoutYear = dayFormat(locale, 'UTC', false)
  return {
    // A birthday may lack its year; a leap year has every day.
    day: (day) =>
      day.startsWith('--')
        ? withoutYear(new Date(`2000${day.slice(1)}T00:00:00Z`))
        : withYear(new Date(`${day}T00:00:00Z`)),
    moment: (instant) => {
      const at = new Date(instant)
      return `${dated(at)}, ${clock.format(at)}`
    },
  }
}

/** The month in letters: 03/04 is read as either of two days. English has the day first wherever it is spoken. */
function dayFormat(locale: string, timeZone: string, hasYear = true): (date: Date) => string {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', timeZone },
    ...(hasYear && { year: 'numeric' }),
  })
  if (!locale.startsWith('en')) return (date) => format.format(date)
  return (date) => {
    const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]))
    return [parts.get('day'), parts.get('month'), parts.get('year')].filter(Boolean).join(' ')
  }
}
