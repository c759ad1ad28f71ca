// Which row of a file is a row of an earlier import that was mended.
import type { ReadRow } from '../mapping/canonical.ts'

/** By import and by row of it: the first row of this file that says that it is that one. */
export type MendedBy = Map<string, Map<number, number>>

/** A row that was copied, to type somebody else over it, says the same as the one it was copied from. */
export function isFirstToMend(by: MendedBy, { row, mends }: ReadRow): boolean {
  if (mends === undefined) return false
  const importId = mends.importId.toLowerCase()
  const rows = by.get(importId) ?? new Map<number, number>()
  by.set(importId, rows)
  // A batch may be planned twice.
  const first = rows.get(mends.row) ?? row
  rows.set(mends.row, first)
  return first === row
}
