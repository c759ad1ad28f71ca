// Days of every year: the week and the month that a day is in, and who has a day in them. Pure.
import { daysAfter } from './calendar.ts'

export type Days = Readonly<{ first: string; last: string }>

/** `weekdays` as the week goes there, 1 is Monday. */
export function weekOf(day: string, weekdays: readonly number[]): Days {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  const first = daysAfter(day, -weekdays.indexOf(weekday))
  return { first, last: daysAfter(first, 6) }
}

export function monthOf(day: string): Days {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { first: `${day.slice(0, 7)}-01`, last }
}

/** `11-16..11-22` */
export const seasonText = ({ first, last }: Days): string => `${first.slice(5)}..${last.slice(5)}`

/** The day in these on which `1990-11-20` or `--11-20` comes round; a 29th of February in other years on the 1st of March. */
export function dayIn({ first, last }: Days, birth: string): string | null {
  const monthDay = birth.slice(-5)
  const days = [...new Set([first.slice(0, 4), last.slice(0, 4)])].map((year) =>
    daysAfter(`${year}-${monthDay.slice(0, 2)}-01`, Number(monthDay.slice(3)) - 1),
  )
  return days.find((day) => day >= first && day <= last) ?? null
}

/** How old on that day; null where the year is not known. */
export function yearsOn(day: string, birth: string): number | null {
  const year = Number(/^\d{4}/.exec(birth)?.[0])
  return Number.isNaN(year) ? null : Number(day.slice(0, 4)) - year
}
