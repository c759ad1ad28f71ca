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

/** Each one with so many behind it, which are asked for before this one is given out; null past the end. */
export async function* withAhead<T>(
  source: AsyncGenerator<T>,
  count: number,
): AsyncGenerator<{ readonly item: T; readonly ahead: readonly Promise<T | null>[] }> {
  const ask = () => {
    const asked = source.next().then(({ done, value }) => (done === true ? null : (value as T)))
    asked.catch(() => undefined)
    return asked
  }
  const ahead = Array.from({ length: count }, ask)
  try {
    for (;;) {
      const item = await ahead.shift()
      if (item === null || item === undefined) return
      ahead.push(ask())
      yield { item, ahead: [...ahead] }
    }
  } finally {
    await Promise.allSettled(ahead)
    await source.return(undefined)
  }
}
