// Whom a row names and nobody here is: told at each cell that was looked for.
import type { Missed } from '../../orders/index.ts'
import type { ReadPathRow, RowWarning } from '../mapping/canonical.ts'

const kept = {
  customer: {
    unknown: 'is of no customer here; kept without one',
    ambiguous: 'is of several customers here; kept without one',
  },
  organization: {
    unknown: 'is of no organization here; kept without one',
    ambiguous: 'is of several organizations here; kept without one',
  },
} as const

export function missedCells(
  { values, headers }: Pick<ReadPathRow, 'values' | 'headers'>,
  missed: readonly Missed[],
): RowWarning[] {
  if (missed.length === 0) return []
  return Object.entries(values).flatMap(([path, value]) => {
    const said = missed.find(({ who }) => path.startsWith(`${who}.`))
    if (said === undefined) return []
    const code = `${said.who}.${said.why}`
    return [
      { column: headers.get(path) ?? path, original: String(value), code, message: kept[said.who][said.why] },
    ]
  })
}
