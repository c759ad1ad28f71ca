// The orders, page by page as they come into view. Only the pages in view are observed, so that a new order reads those
// anew and not everything somebody has scrolled through.
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { keep, readKept } from '../../../api/kept.ts'
import {
  type Chain,
  emptyChain,
  endOf,
  hasMore,
  isRead,
  pagesOf,
  placePage,
  rowAt,
  rowCount,
} from '../../../kernel/page-chain.ts'
import { filterOf, type OrderFilter, type OrderSearch } from '../order-search.ts'
import { type OrderRow, orderPageQuery } from '../orders.api.ts'

/** Rows this near to the end of what is in view are asked for before they are. */
const ahead = 40
/** Scrolling within so many rows asks nobody. */
const grain = 20
const places = 'order-list-place'

type RowChain = Chain<OrderRow>
type InView = Readonly<{ first: number; last: number }>

export function useOrderPages(search: OrderSearch) {
  const [inView, setInView] = useState<InView>({ first: 0, last: 0 })
  const key = JSON.stringify(filterOf(search))
  const filter = useMemo<OrderFilter>(() => JSON.parse(key), [key])
  const { known, before, keepShown } = usePlace(key)
  const wanted = pagesOf(known, inView.first - ahead, inView.last + ahead)
  const results = useQueries({
    queries: wanted.map((page) => orderPageQuery(filter, known.links[page]?.cursor ?? null)),
  })
  const chain = results.reduce<RowChain>((sum, { data }, n) => {
    return data === undefined ? sum : placePage(sum, wanted[n] ?? 0, data)
  }, known)
  useEffect(() => keepShown(key, chain), [keepShown, key, chain])

  const failed = results.find((result) => result.isError && result.data === undefined)
  const shown = isRead(chain) ? chain : before
  return {
    key,
    /** Nothing was ever shown here. */
    isFirst: !isRead(shown) && failed === undefined,
    /** What is shown belongs to the filters before. */
    isOld: !isRead(chain),
    isEmpty: isRead(chain) && endOf(chain) === 0,
    /** Nothing can be shown for this search. */
    broken: failed !== undefined && !isRead(chain) ? failed.error : null,
    /** Some rows can, others could not be read. */
    isPartly: failed !== undefined && isRead(chain),
    retry: () => void failed?.refetch(),
    count: rowCount(shown, null, false),
    at: (index: number) => rowAt(shown, index),
    read: { start: 0, end: endOf(shown) },
    hasMore: hasMore(shown),
    onInView: (first: number, last: number) => setInView((old) => coarse(old, first, last)),
  }
}
export type OrderPages = ReturnType<typeof useOrderPages>

function coarse(old: InView, firstRow: number, lastRow: number): InView {
  const first = Math.floor(firstRow / grain) * grain
  const last = Math.ceil(lastRow / grain) * grain
  return old.first === first && old.last === last ? old : { first, last }
}

/** `before` is what was last on screen, until the first page of a new search is there. */
function usePlace(key: string) {
  const queryClient = useQueryClient()
  const [shown, setShown] = useState<Readonly<{ key: string; chain: RowChain }> | null>(null)
  const kept = shown?.key === key ? shown.chain : readKept<RowChain>(queryClient, places, key)
  const [keepShown] = useState(() => (key: string, chain: RowChain) => {
    if (!isRead(chain)) return
    keep(queryClient, places, key, chain)
    setShown((old) => (old?.key === key && old.chain === chain ? old : { key, chain }))
  })
  return { known: kept ?? (emptyChain as RowChain), before: shown?.chain ?? emptyChain, keepShown }
}
