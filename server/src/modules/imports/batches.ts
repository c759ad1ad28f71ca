// Rows in batches, the next one read while the database writes the last.
import type { ReadRow } from './mapping/canonical.ts'
import { isOneOrder } from './orders/merge-orders.ts'

/** Rows of one order are never parted. */
export async function* batchesOf(
  lots: AsyncIterable<readonly ReadRow[]>,
  size: number,
): AsyncGenerator<readonly ReadRow[]> {
  let batch: ReadRow[] = []
  for await (const lot of lots) {
    batch.push(...lot)
    for (let end = cutAfter(batch, size); end < batch.length; end = cutAfter(batch, size)) {
      yield batch.slice(0, end)
      batch = batch.slice(end)
    }
  }
  if (batch.length > 0) yield batch
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
