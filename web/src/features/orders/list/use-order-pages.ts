// The orders, page by page as they come into view. Only the pages in view are observed, so that a new order reads those
// anew and not everything somebody has scrolled through.
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { keep, readKept } from '../../../api/kept.ts'
import { type Chain, emptyChain, isRead, pagesOf, placePage } from '../../../kernel/page-chain.ts'
import { ahead, rowPages, useInView } from '../../../ui/row-pages.ts'
import { filterOf, type OrderFilter, type OrderSearch } from '../order-search.ts'
import { type OrderRow, orderPageQuery } from '../orders.api.ts'

const places = 'order-list-place'

type RowChain = Chain<OrderRow>

export function useOrderPages(search: OrderSearch) {
  const { inView, onInView } = useInView()
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

  return rowPages({ key, chain, before, readings: results, total: null, canJump: false, onInView })
}
export type OrderPages = ReturnType<typeof useOrderPages>

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
