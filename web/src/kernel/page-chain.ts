// The pages of a list that is read by cursors: a run of rows without a gap, somewhere in the list. It begins at the top or
// where somebody jumped to, and grows at both ends. A page can be read again on its own: its cursor names the row it
// follows. When its end has moved, the page after it gets the new cursor and shows its old rows until it is read again, so
// that nothing on screen jumps. Pure.

export const pageSize = 100

export type Page<T> = Readonly<{ items: readonly T[]; nextCursor: string | null }>
/** One that was opened in the middle; `previousCursor` reads it again, and before it the one above. */
export type OpenedPage<T> = Page<T> & Readonly<{ previousCursor: string | null }>

export type Link<T> = Readonly<{ cursor: string | null; size: number; page: Page<T> | null }>
export type Chain<T> = Readonly<{
  /** The place of the first row in the whole list, as well as it is known; at the top it is 0. */
  start: number
  /** By how many places rows were moved since, because what is above them turned out longer or shorter. */
  moved: number
  links: readonly Link<T>[]
}>

const link = (cursor: string | null): Link<never> => ({ cursor, size: pageSize, page: null })

/** Nothing read yet; the first page follows no row. */
export const emptyChain: Chain<never> = { start: 0, moved: 0, links: [link(null)] }

/** Where somebody jumped to: `start` is what was aimed at, `total` how many there are. */
export function openedChain<T>(page: OpenedPage<T>, start: number, total: number): Chain<T> {
  const { previousCursor: cursor } = page
  const first = { cursor, size: sizeOf(page), page }
  const aimed = page.nextCursor === null ? total - page.items.length : start
  return {
    start: cursor === null ? 0 : Math.max(aimed, pageSize),
    moved: 0,
    links: page.nextCursor === null ? [first] : [first, link(page.nextCursor)],
  }
}

/** The page above the first one. Who reaches the top is at 0, and who does not has room to go on. */
export function prepended<T>(chain: Chain<T>, page: OpenedPage<T>): Chain<T> {
  const { previousCursor: cursor } = page
  const above = page.items.length
  const start = cursor === null ? 0 : Math.max(chain.start - above, pageSize)
  const moved = chain.moved + start + above - chain.start
  if (above === 0) {
    const [first, ...others] = chain.links
    return first === undefined ? chain : { start, moved, links: [{ ...first, cursor }, ...others] }
  }
  return { start, moved, links: [{ cursor, size: sizeOf(page), page }, ...chain.links] }
}

/** Read again, a page is as long as it was: a shorter one stands before the top of another. */
const sizeOf = <T>(page: Page<T>): number => Math.max(1, Math.min(pageSize, page.items.length))

/** Puts a page where it was read for. The same chain comes back when it already held this page. */
export function placePage<T>(chain: Chain<T>, index: number, page: Page<T>): Chain<T> {
  const { links } = chain
  const old = links[index]
  if (old === undefined || old.page === page) return chain
  const before = [...links.slice(0, index), { ...old, page }]
  if (page.nextCursor === null) return { ...chain, links: before }
  const next = links[index + 1]
  const hasMoved = next === undefined || old.page?.nextCursor !== page.nextCursor
  const after = hasMoved ? { ...(next ?? link(null)), cursor: page.nextCursor } : next
  return { ...chain, links: [...before, after, ...links.slice(index + 2)] }
}

export const isRead = <T>(chain: Chain<T>): boolean => chain.links[0]?.page != null

/** Null at the top; else what the page above is read before. */
export const cursorAbove = <T>(chain: Chain<T>): string | null => chain.links[0]?.cursor ?? null

export const hasMore = <T>(chain: Chain<T>): boolean => chain.links.at(-1)?.page?.nextCursor !== null

const rows = new WeakMap<Chain<unknown>, readonly unknown[]>()

export function loadedRows<T>(chain: Chain<T>): readonly T[] {
  const known = rows.get(chain)
  if (known !== undefined) return known as readonly T[]
  const all = chain.links.flatMap(({ page }) => page?.items ?? [])
  rows.set(chain, all)
  return all
}

/** The place behind the last row that was read. */
export const endOf = <T>(chain: Chain<T>): number => chain.start + loadedRows(chain).length

export const rowAt = <T>(chain: Chain<T>, index: number): T | undefined =>
  loadedRows(chain)[index - chain.start]

/** Which pages these rows stand on, as far as their cursors are known; none where they are far from all that was read. */
export function pagesOf<T>({ start, links }: Chain<T>, firstRow: number, lastRow: number): readonly number[] {
  let end = start
  const places = links.map(({ page }) => {
    const from = end
    end += page?.items.length ?? pageSize
    return { from, to: end }
  })
  if (links[0]?.page === null) return [0]
  return places.flatMap(({ from, to }, n) => (from <= lastRow && to > firstRow ? [n] : []))
}

/**
 * How many rows the scrollbar stands for: all of them where any place can be jumped to; else those read and the next page
 * of those that are still to come.
 */
export function rowCount<T>(chain: Chain<T>, total: number | null, canJump: boolean): number {
  const end = endOf(chain)
  if (!hasMore(chain)) return end
  const rest = Math.max(1, total === null ? pageSize : total - end)
  return end + (canJump ? rest : Math.min(pageSize, rest))
}
