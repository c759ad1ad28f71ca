import { Temporal } from 'temporal-polyfill'

type Day = { readonly day: string; readonly from: number; readonly until: number }

const known = new Map<string, Day>()

/** The day (`2026-11-22`) it is in an IANA time zone at an instant in milliseconds; reckoned once a day, since pages ask for it. */
export function todayIn(timeZone: string, now = Date.now()): string {
  const last = known.get(timeZone)
  if (last !== undefined && last.from <= now && now < last.until) return last.day
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  // Not a day after its start: where clocks are put on at midnight, a day begins at one.
  const beginning = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds
  const day = {
    day: today.toString(),
    from: beginning(today),
    until: beginning(today.add({ days: 1 })),
  }
  known.set(timeZone, day)
  return day.day
}
