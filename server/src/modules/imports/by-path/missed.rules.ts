// Whom a row names and nobody here is: told at each cell that was looked for.
import type { Missed } from '../../orders/index.ts'
import type { ReadPathRow, RowWarning } from '../mapping/canonical.ts'
import type { Meant } from './any-source.ts'

const kept = {
  customer: {
    unknown: 'is of no customer here; kept without one',
    ambiguous: 'is of several customers here; kept without one',
    several: 'is an ID of different customers, of several files; kept without one',
    elsewhere: 'is an ID of a customer of a file that few IDs of this one are found in; kept without one',
  },
  organization: {
    unknown: 'is of no organization here; kept without one',
    ambiguous: 'is of several organizations here; kept without one',
  },
} as const

export function missedCells(
  { values, headers }: Pick<ReadPathRow, 'values' | 'headers'>,
  missed: readonly Missed[],
  /** What became of the customer's id, where it was looked for under those of other files. */
  meant: Meant | undefined,
): RowWarning[] {
  if (missed.length === 0) return []
  return Object.entries(values).flatMap(([path, value]) => {
    const said = missed.find(({ who }) => path.startsWith(`${who}.`))
    if (said === undefined) return []
    const why = path === 'customer.externalId' && meant !== undefined && 'why' in meant ? meant.why : said.why
    const message = said.who === 'customer' ? kept.customer[why] : kept.organization[said.why]
    return [
      { column: headers.get(path) ?? path, original: String(value), code: `${said.who}.${why}`, message },
    ]
  })
}
