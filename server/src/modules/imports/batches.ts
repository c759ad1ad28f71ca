// Rows in batches, the next one read while the database writes the last.
import type { ReadRow } from './mapping/canonical.ts'
import { isOneOrder } from './orders/merge-orders.ts'

/** A batch of ordinary rows has a tenth of it; of what is read of a row the worker holds several copies at once. */
const MOST_CHARACTERS = 4_000_000

/** So many rows, or fewer long ones. Rows of one order are never parted. */
export async function* batchesOf(
  lots: AsyncIterable<readonly ReadRow[]>,
  size: number,
): AsyncGenerator<readonly ReadRow[]> {
  let batch: ReadRow[] = []
  let characters = 0
  for await (const lot of lots)
    for (const row of lot) {
      const last = batch.at(-1)
      const isFull = batch.length >= size || characters >= MOST_CHARACTERS
      if (last !== undefined && isFull && !isOneOrder(last, row)) {
        yield batch
        batch = []
        characters = 0
      }
      batch.push(row)
      characters += charactersOf(row)
    }
  if (batch.length > 0) yield batch
}

function charactersOf({ cells }: ReadRow): number {
  let sum = 0
  for (const cell of cells) sum += cell.length
  return sum
}

/** The first place behind so many rows where one may cut: what comes next must be known for that. */
export function cutAfter(rows: readonly ReadRow[], size: number): number {
  let end = size
  while (end < rows.length && isOneOrder(rows[end - 1] as ReadRow, rows[end] as ReadRow)) end++
  return end
}

/** Each one with the next, which is asked for before this one is given out; null at the end. */
export async function* withNext<T>(
  source: AsyncGenerator<T>,
): AsyncGenerator<{ readonly item: T; readonly next: Promise<T | null> }> {
  const ask = () => source.next().then(({ done, value }) => (done === true ? null : (value as T)))
  let next = ask()
  try {
    for (;;) {
      const item = await next
      if (item === null) return
      next = ask()
      next.catch(() => undefined)
      yield { item, next }
    }
  } finally {
    await next.catch(() => undefined)
    await source.return(undefined)
  }
}
