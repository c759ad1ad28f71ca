// The rows of the list, page by page as they come into view. Only the pages in view are observed, so that a change
// elsewhere reads those anew and not everything somebody has scrolled through.
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import {
  cursorAbove,
  emptyChain,
  endOf,
  isRead,
  pageSize,
  pagesOf,
  placePage,
  prepended,
} from '../../../kernel/page-chain.ts'
import { ahead, type InView, rowPages, useInView } from '../../../ui/row-pages.ts'
import { countQuery, openingQuery, type PageRequest, pageQuery } from './list.api.ts'
import { type KeptList, keepPlace, type RowChain, readPlace } from './list-place.ts'
import { filterOf, type ListSearch, sortInForce } from './list-search.ts'
import { useJump } from './use-jump.ts'

export function useCustomerPages(search: ListSearch, fields: string) {
  const { inView, onInView } = useInView()
  const key = JSON.stringify({ ...filterOf(search), sort: sortInForce(search) ?? undefined })
  const list = useMemo(() => listOf(key, fields), [key, fields])
  const { request } = list
  const { place, keep } = usePlace(key)
  const wanted = pagesOf(place.chain, inView.first - ahead, inView.last + ahead)
  const results = useQueries({
    queries: wanted.map((page) => {
      const { cursor = null, size } = place.chain.links[page] ?? {}
      return pageQuery(request, cursor, size)
    }),
  })
  const read = results.reduce<RowChain>((sum, { data }, n) => {
    return data === undefined ? sum : placePage(sum, wanted[n] ?? 0, data)
  }, place.chain)
  const above = usePageAbove(request, read, inView)
  const chain = useMemo(
    () => (above.data === undefined ? read : prepended(read, above.data)),
    [read, above.data],
  )
  useEffect(() => keep(list, chain), [keep, list, chain])

  const { count, total, jumpable } = useTotal(list, search)
  const jump = useJump({ list, chain, inView, total: jumpable, onJump: (to) => keep(list, to) })
  const pages = rowPages({
    key,
    chain,
    before: place.before,
    readings: [...results, above, jump],
    total: jumpable ?? total,
    canJump: jumpable !== null,
    onInView,
  })
  return { ...pages, count, total }
}
export type CustomerPages = ReturnType<typeof useCustomerPages>

function listOf(key: string, fields: string): KeptList {
  const { sort, ...filter }: Omit<PageRequest, 'fields'> = JSON.parse(key)
  return { key, filter, request: { ...filter, ...(sort && { sort }), fields } }
}

/** Who scrolls up from where they jumped to finds what stands above. */
function usePageAbove(request: PageRequest, chain: RowChain, { first, last }: InView) {
  const cursor = cursorAbove(chain)
  const isNear = first - ahead < chain.start && last >= chain.start - pageSize && first <= endOf(chain)
  return useQuery(openingQuery(request, isNear && cursor !== null ? { before: cursor } : null))
}

/** How many there are: known, or about, where the place of a row can be jumped to. */
function useTotal({ filter }: KeptList, search: ListSearch) {
  const { data, isPlaceholderData } = useQuery(countQuery(filter))
  const known = data === undefined || isPlaceholderData ? null : data
  const total = known === null || known.capped ? null : known.count
  const isByRelevance = filter.q !== undefined && search.sort === undefined
  const jumpable = isByRelevance ? null : (total ?? known?.estimate ?? null)
  return { count: data ?? null, total, jumpable }
}

/** `before` is what was last on screen, until the first page of a new search is there. */
function usePlace(key: string) {
  const queryClient = useQueryClient()
  const [shown, setShown] = useState<Readonly<{ key: string; chain: RowChain }> | null>(null)
  const known = shown?.key === key ? shown.chain : readPlace(queryClient, key)
  const [keep] = useState(() => (list: KeptList, chain: RowChain) => {
    if (!isRead(chain)) return
    keepPlace(queryClient, list, chain)
    const { key } = list
    setShown((before) => (before?.key === key && before.chain === chain ? before : { key, chain }))
  })
  const chain: RowChain = known ?? emptyChain
  const last = shown?.chain ?? emptyChain
  // Another search begins at its top, and until then with what was seen.
  const before = useMemo(() => (last.start === 0 ? last : { ...last, start: 0 }), [last])
  return { place: { chain, before }, keep }
}
