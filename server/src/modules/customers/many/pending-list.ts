/**
 * New entries of the trigram index wait in a list until somebody sorts them in (PostgreSQL's `fastupdate`). Whoever saves
 * never does (db/standing.ts gives the list room): the worker does so four times an hour, and beside an import.
 */
import type { Pool } from 'pg'

/** Searches read what waits from end to end: 1 ms more for each 4 MB, which are two thousand new customers. */
export async function sortPending(owner: Pool): Promise<void> {
  await owner.query(`select gin_clean_pending_list('customer_search__trigram_idx')`)
}

/** Sorted in together, so many batches touch each page of the index once. */
const TOGETHER = 4
/** Beyond so many that wait, sorting is waited for. */
const MOST = 3 * TOGETHER

export type Sorter = {
  /** There is a batch more to sort in. Waits only where the sorting lags far behind. */
  more(): Promise<void>
  /** Resolves when nothing of what was announced is left. */
  end(): Promise<void>
}

/**
 * Sorts in what batches leave, on a connection of its own, while the next ones are written: a quarter of the work of many
 * new customers, which one process of PostgreSQL would otherwise do in turn with the rest.
 */
export function pendingSorter(owner: Pool): Sorter {
  let sorting: Promise<void> | null = null
  let waiting = 0
  const sort = async () => {
    waiting = 0
    // Nothing is lost where it fails: the next call sorts it in.
    await sortPending(owner).catch(() => undefined)
    sorting = null
  }
  return {
    more: async () => {
      waiting++
      if (waiting >= TOGETHER) sorting ??= sort()
      if (waiting > MOST) await sorting
    },
    end: async () => {
      await sorting
      if (waiting > 0) await sort()
    },
  }
}
