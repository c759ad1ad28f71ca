/**
 * Reviews without an id: equal rows are as many reviews, told apart by their place among their like, counted from the
 * first row of the file so that a reading that goes on from a checkpoint comes to the same. Memory holds only rows that
 * have their like: a first reading finds these.
 */
import { meet, newSieve } from '../orders/group-rows.ts'
import type { RawRow, Table } from '../read/table.ts'

type KeyOf = (row: RawRow) => string | null
export type Numbering = (row: RawRow) => string | null

/** Answers what gives each row its own key; to be asked once for each row from the first. */
export async function findEqualRows(
  table: Table,
  keyOf: KeyOf,
  maxRows = Number.POSITIVE_INFINITY,
): Promise<() => Numbering> {
  const met = newSieve()
  const equal = new Set<string>()
  let at = 0
  for await (const rows of table.rows()) {
    for (const row of rows) {
      const key = keyOf(row)
      if (key !== null && meet(met, key)) equal.add(key)
    }
    at += rows.length
    if (at >= maxRows) break
  }
  return () => numbering(keyOf, equal)
}

function numbering(keyOf: KeyOf, equal: ReadonlySet<string>): Numbering {
  const times = new Map<string, number>()
  return (row) => {
    const key = keyOf(row)
    if (key === null || !equal.has(key)) return key
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return time === 1 ? key : `${key}-${time}`
  }
}
