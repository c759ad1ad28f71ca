// The plain half of RFC 5545: how often something comes again. Pure.

export type Recurrence = Readonly<{
  unit: 'day' | 'week' | 'month' | 'year'
  interval: number
  /** ISO weekdays, 1 is Monday. */
  days: readonly number[]
}>

const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Null for a rule that says more than its frequency and weekdays: half of it would be a wrong one. */
export function readRecurrence(rule: string): Recurrence | null {
  const parts = new Map(
    rule
      .replace(/^RRULE:/i, '')
      .toUpperCase()
      .split(';')
      .filter(Boolean)
      .map((part) => part.split('=', 2) as [string, string | undefined]),
  )
  const { FREQ = '', INTERVAL = '1', BYDAY = '', ...others } = Object.fromEntries(parts)
  const unit = units[FREQ as keyof typeof units]
  const interval = /^\d{1,3}$/.test(INTERVAL) ? Number(INTERVAL) : 0
  const days = BYDAY.split(',')
    .filter(Boolean)
    .map((day) => weekdays.indexOf(day) + 1)
  const isKnown = Object.keys(others).every((name) => name === 'WKST')
  if (unit === undefined || interval < 1 || days.includes(0) || !isKnown) return null
  // A weekday of a month or a year is another matter.
  if (days.length > 0 && unit !== 'week') return null
  return { unit, interval, days: days.sort((a, b) => a - b) }
}
