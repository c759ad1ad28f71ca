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
