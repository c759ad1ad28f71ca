// Rows that are read page by page as they come into view: what a table or cards show of them.
import { useState } from 'react'
import { type Chain, endOf, hasMore, isRead, loadedRows, rowAt, rowCount } from '../kernel/page-chain.ts'

/** Rows this near to the end of what is in view are asked for before they are. */
export const ahead = 40
/** Scrolling within so many rows asks nobody. */
const grain = 20

export type InView = Readonly<{ first: number; last: number }>

export function useInView() {
  const [inView, setInView] = useState<InView>({ first: 0, last: 0 })
  const onInView = (firstRow: number, lastRow: number) =>
    setInView((old) => {
      const first = Math.floor(firstRow / grain) * grain
      const last = Math.ceil(lastRow / grain) * grain
      return old.first === first && old.last === last ? old : { first, last }
    })
  return { inView, onInView }
}

type Reading = Readonly<{ isError: boolean; data: unknown; error: Error | null; refetch: () => unknown }>

type Options<Row> = Readonly<{
  key: string
  chain: Chain<Row>
  /** What was last on screen, until the first page of a new search is there. */
  before: Chain<Row>
  readings: readonly Reading[]
  /** How many there are, where that is known; `canJump` where the place of any row can be scrolled to at once. */
  total: number | null
  canJump: boolean
  onInView: (first: number, last: number) => void
}>

export function rowPages<Row>({ key, chain, before, readings, total, canJump, onInView }: Options<Row>) {
  const failed = readings.find((reading) => reading.isError && reading.data === undefined)
  const shown = isRead(chain) ? chain : before
  const count = rowCount(shown, shown === chain ? total : null, canJump)
  return {
    key,
    /** Nothing was ever shown here. */
    isFirst: !isRead(shown) && failed === undefined,
    /** What is shown belongs to the filters before. */
    isOld: !isRead(chain),
    isEmpty: isRead(chain) && count === 0,
    /** Nothing can be shown for this search. */
    broken: failed !== undefined && !isRead(chain) ? failed.error : null,
    /** Some rows can, others could not be read. */
    isPartly: failed !== undefined && isRead(chain),
    retry: () => void failed?.refetch(),
    rows: {
      count,
      at: (index: number) => rowAt(shown, index),
      loaded: loadedRows(shown),
      read: { start: shown.start, end: endOf(shown) },
      moved: shown.moved,
      hasMore: hasMore(shown),
    },
    onInView,
  }
}
export type RowPages<Row> = ReturnType<typeof rowPages<Row>>

type Named = Readonly<{ id: string }>

/**
 * The same row stays the same element when rows come or go above it. One that moved over the edge of a page may be in
 * both until the next is read again.
 */
export function rowKey<Row extends Named>({ isFirst, rows }: RowPages<Row>, index: number): string | number {
  const row = isFirst ? undefined : rows.at(index)
  if (row === undefined) return index
  return rows.at(index - 1)?.id === row.id ? `${row.id} again` : row.id
}
