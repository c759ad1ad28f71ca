// The period that figures are asked for: days where the store is, both included.
import { isDay, monthsBefore } from '../../../kernel/dates.ts'
import { badRequest, type FieldFault, type Problem } from '../../../kernel/problem.ts'

export type Period = { readonly from: string; readonly to: string }

/** Years that an order can be of. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200]
const USUAL_MONTHS = 12

/** What is not said: to this day, and from the same day number twelve months before the end. */
export function periodOf(asked: { readonly from?: string; readonly to?: string }, today: string): Period {
  for (const name of ['from', 'to'] as const) {
    const day = asked[name]
    if (day === undefined) continue
    const year = Number(day.slice(0, 4))
    if (!isDay(day)) throw refused(name, 'day.impossible', 'is no day')
    if (year < FIRST_YEAR || year > LAST_YEAR)
      throw refused(name, 'day.out_of_range', `is not of the years ${FIRST_YEAR} to ${LAST_YEAR}`)
  }
  const to = asked.to ?? today
  const from = asked.from ?? monthsBefore(to, USUAL_MONTHS)
  if (from > to)
    throw asked.to === undefined
      ? refused('from', 'day.after_end', 'is after today')
      : refused('to', 'day.before_start', 'is before from')
  return { from, to }
}

function refused(path: 'from' | 'to', code: string, message: string): Problem {
  const fault: FieldFault = { path, code, message }
  return badRequest('query.invalid', `${path} ${message}`, [fault])
}
