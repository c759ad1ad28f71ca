// The pages of a list that is read by cursors, as far as somebody has scrolled. A page can be read again on its own:
// its cursor names the row it follows. When its end has moved, the page after it gets the new cursor and shows its
// old rows until it is read again, so that nothing on screen jumps. Pure.

export const pageSize = 100

export type Page<T> = Readonly<{ items: readonly T[]; nextCursor: string | null }>
type Link<T> = Readonly<{ cursor: string | null; page: Page<T> | null }>
export type Chain<T> = readonly Link<T>[]

/** Nothing read yet; the first page follows no row. */
export const emptyChain: Chain<never> = [{ cursor: null, page: null }]

/** Puts a page where it was read for. The same chain comes back when it already held this page. */
export function placePage<T>(chain: Chain<T>, index: number, page: Page<T>): Chain<T> {
  const link = chain[index]
  if (link === undefined || link.page === page) return chain
  const before = [...chain.slice(0, index), { cursor: link.cursor, page }]
  if (page.nextCursor === null) return before
  const next = chain[index + 1]
  const after = { cursor: page.nextCursor, page: next?.page ?? null }
  return [...before, after, ...chain.slice(index + 2)]
}

export const isRead = <T>(chain: Chain<T>): boolean => chain[0]?.page != null

/** Rows that are there, counted to the end of the last page that was read. */
export function loadedCount<T>(chain: Chain<T>): number {
  const last = chain.findLastIndex((link) => link.page !== null)
  return last === -1 ? 0 : last * pageSize + (chain[last]?.page?.items.length ?? 0)
}

export const hasMore = <T>(chain: Chain<T>): boolean => chain[chain.length - 1]?.page?.nextCursor !== null

export function rowAt<T>(chain: Chain<T>, index: number): T | undefined {
  return chain[Math.floor(index / pageSize)]?.page?.items[index % pageSize]
}

export const loadedRows = <T>(chain: Chain<T>): readonly T[] =>
  chain.flatMap((link) => link.page?.items ?? [])

/** Which pages these rows stand on, as far as their cursors are known. */
export function pagesOf<T>(chain: Chain<T>, firstRow: number, lastRow: number): readonly number[] {
  const last = Math.min(Math.floor(lastRow / pageSize), chain.length - 1)
  const first = Math.min(Math.max(0, Math.floor(firstRow / pageSize)), last)
  return Array.from({ length: last - first + 1 }, (_, n) => first + n)
}

/** How many rows the scrollbar stands for: those read, and the next page of those that are still to come. */
export function rowCount<T>(chain: Chain<T>, total: number | null): number {
  const loaded = loadedCount(chain)
  if (!hasMore(chain)) return loaded
  const rest = total === null ? pageSize : total - loaded
  return loaded + Math.min(pageSize, Math.max(1, rest))
}
