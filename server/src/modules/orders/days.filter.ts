// Lists from a day on, or up to one, each day where it was.
import { type RawBuilder, sql } from 'kysely'
import { isDay } from '../../kernel/dates.ts'
import { badRequest } from '../../kernel/problem.ts'

/** What an index is of, and the day that it was. */
export type Dated = { readonly instant: RawBuilder<unknown>; readonly local: RawBuilder<unknown> }

/**
 * A zone is at most 14 hours off: the index finds the neighbourhood, the local day decides. `name` is the parameter that a
 * refusal names.
 */
export function sinceOrUntil(
  name: string,
  day: string,
  side: 'from' | 'to',
  { instant, local }: Dated,
): RawBuilder<unknown> {
  if (!isDay(day))
    throw badRequest('query.invalid', `${name} is no day`, [
      { path: name, code: 'day.impossible', message: 'is no day' },
    ])
  return side === 'from'
    ? sql`${instant} >= ${day}::date - interval '14 hours' and ${local} >= ${day}::date`
    : sql`${instant} < ${day}::date + interval '38 hours' and ${local} <= ${day}::date`
}
