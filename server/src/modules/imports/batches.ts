// Rows in batches, the next one read while the database writes the last.
import type { ReadRow } from './mapping/canonical.ts'

export async function* batchesOf(
  lots: AsyncIterable<readonly ReadRow[]>,
  size: number,
): AsyncGenerator<readonly ReadRow[]> {
  let batch: ReadRow[] = []
  for await (const lot of lots) {
    batch.push(...lot)
    for (; batch.length >= size; batch = batch.slice(size)) yield batch.slice(0, size)
  }
  if (batch.length > 0) yield batch
}

/** Asks for the next one before giving out the last. */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done === true) return
      next = source.next()
      next.catch(() => undefined)
      yield value
    }
  } finally {
    await next.catch(() => undefined)
    await source.return(undefined)
  }
}
