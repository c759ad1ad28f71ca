/**
 * The rows of an order together, wherever they stand in the file. Most files have them side by side, and memory must not
 * grow with the file: a first reading finds the orders that are met again further down, and only their rows are held until
 * the last of them has come.
 */
import type { RowRejection } from '../mapping/canonical.ts'
import { type RawRow, type Table, unreadable } from '../read/table.ts'

type KeyOf = (row: RawRow) => string | null
/** By the order's id: which row is its last. */
export type Ends = ReadonlyMap<string, number>
export type Grouped = { readonly row: RawRow; readonly rejected: RowRejection | null }

/** As many as a PUT takes. */
export const MOST_ROWS = 1000
const MOST_HELD = 100_000
const MOST_APART = 1_000_000
/** 16 MB: of five million orders one in forty is taken for one met before, which costs it nothing. */
const BITS = 2 ** 27

export async function ordersApart(
  table: Table,
  keyOf: KeyOf,
  maxRows = Number.POSITIVE_INFINITY,
): Promise<Ends> {
  const met = newSieve()
  const ends = new Map<string, number>()
  let before: string | null = null
  let at = 0
  for await (const rows of table.rows()) {
    for (const row of rows) {
      const key = keyOf(row)
      if (key !== null && (key !== before ? meet(met, key) : ends.has(key))) ends.set(key, at)
      before = key
      at++
    }
    if (ends.size > MOST_APART) throw unreadable('orders_apart')
    if (at >= maxRows) break
  }
  return ends
}

export const newSieve = () => new Uint8Array(BITS / 8)

/** Whether it, or one that looks like it, was met before. */
export function meet(met: Uint8Array, key: string): boolean {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  const bit = (hash ^ (hash >>> 13)) & (BITS - 1)
  const byte = met[bit >>> 3] as number
  met[bit >>> 3] = byte | (1 << (bit & 7))
  return (byte & (1 << (bit & 7))) !== 0
}

type Group = { readonly key: string; rows: RawRow[]; rejected: RowRejection | null }

const tooMany: RowRejection = {
  code: 'order.too_many_rows',
  message: `belongs to an order of more than ${MOST_ROWS} rows`,
}
const tooFar: RowRejection = {
  code: 'order.rows_apart',
  message: 'belongs to an order whose rows stand too far apart: sort the file by its orders',
}

export async function* groupedRows(
  table: Table,
  keyOf: KeyOf,
  ends: Ends,
): AsyncGenerator<readonly Grouped[]> {
  const held = new Map<string, Group>()
  let heldRows = 0
  let run: Group | null = null
  let at = 0
  let out: Grouped[] = []
  const give = ({ rows, rejected }: Group) => {
    for (const row of rows) out.push({ row, rejected })
  }
  const refuse = (group: Group, reason: RowRejection) => {
    group.rejected = reason
    give(group)
    group.rows = []
  }
  const add = (group: Group, row: RawRow) => {
    group.rows.push(row)
    if (group.rejected !== null || group.rows.length > MOST_ROWS) refuse(group, group.rejected ?? tooMany)
  }
  for await (const rows of table.rows()) {
    for (const row of rows) {
      const key = keyOf(row)
      if (run !== null && run.key !== key) {
        give(run)
        run = null
      }
      const end = key === null ? undefined : ends.get(key)
      if (key === null) out.push({ row, rejected: null })
      else if (end === undefined) {
        run ??= { key, rows: [], rejected: null }
        add(run, row)
      } else {
        const group = held.get(key) ?? { key, rows: [], rejected: null }
        held.set(key, group)
        const before = group.rows.length
        add(group, row)
        heldRows += group.rows.length - before
        if (end === at) {
          heldRows -= group.rows.length
          give(group)
          held.delete(key)
        }
        if (heldRows > MOST_HELD) heldRows -= refuseOldest(held, (oldest) => refuse(oldest, tooFar))
      }
      at++
    }
    if (out.length > 0) yield out
    out = []
  }
  if (run !== null) give(run)
  for (const group of held.values()) give(group)
  if (out.length > 0) yield out
}

/** Answers how many rows of it were held. */
function refuseOldest(held: ReadonlyMap<string, Group>, refuse: (group: Group) => void): number {
  for (const group of held.values()) {
    const { length } = group.rows
    if (length === 0) continue
    refuse(group)
    return length
  }
  return 0
}
