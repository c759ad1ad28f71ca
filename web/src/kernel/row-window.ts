// Which rows of equal height are in view. Pure.

export type Place = Readonly<{
  /** The first and the last row that are drawn. */
  first: number
  last: number
  /** What the list is ahead of its track: 0 where it is short enough to be scrolled as it is. */
  offset: number
}>

type Look = Readonly<{ top: number; view: number; rowHeight: number; count: number }>

/** So many rows are drawn at most, unless a screen shows more. */
export const mostRows = 56
const ahead = 8

export function visibleRows({
  top,
  view,
  rowHeight,
  count,
}: Look): Readonly<{ first: number; last: number }> {
  const end = Math.max(0, count - 1)
  const bound = (row: number) => Math.min(end, Math.max(0, row))
  return { first: bound(Math.floor(top / rowHeight)), last: bound(Math.ceil((top + view) / rowHeight) - 1) }
}

/** With a few above and below, which are there before they are scrolled to. */
export function drawnRows(look: Look): Readonly<{ first: number; last: number }> {
  const { first, last } = visibleRows(look)
  const spare = Math.max(0, Math.floor((mostRows - (last - first + 1)) / 2))
  const more = Math.min(ahead, spare)
  return { first: Math.max(0, first - more), last: Math.min(Math.max(0, look.count - 1), last + more) }
}

/** Where the list must be for a row to be seen; where it is when the row is. */
export function topForRow(row: number, { top, view, rowHeight }: Omit<Look, 'count'>): number {
  const start = row * rowHeight
  if (start < top) return start
  return Math.max(top, start + rowHeight - view)
}

/** So many rows go on paper: some twenty sheets. */
const mostPrinted = 1000

/** Of those that were read, the ones around what is in view. */
export function printedRows(
  read: Readonly<{ start: number; end: number }>,
  first: number,
): Readonly<{ first: number; last: number }> {
  const from = Math.max(read.start, Math.min(first, read.end - mostPrinted))
  return { first: from, last: Math.max(from, Math.min(read.end, from + mostPrinted) - 1) }
}
