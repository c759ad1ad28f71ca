// The rows of the list, page by page as they come into view. Only the pages in view are observed, so that a change
// elsewhere reads those anew and not everything somebody has scrolled through.
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { countQuery, type PageRequest, pageQuery } from './list.api.ts'
import { type KeptList, keepPlace, type RowChain, readPlace } from './list-place.ts'
import { filterOf, type ListSearch, sortInForce } from './list-search.ts'
import {
  emptyChain,
  hasMore,
  isRead,
  loadedRows,
  pageSize,
  pagesOf,
  placePage,
  rowAt,
  rowCount,
} from './page-chain.ts'

/** Rows this near to the end of what is in view are asked for before they are. */
const ahead = 40

export function useCustomerPages(search: ListSearch, fields: string) {
  const [inView, setInView] = useState('0-0')
  const key = JSON.stringify({ ...filterOf(search), sort: sortInForce(search) ?? undefined })
  const list = useMemo(() => listOf(key, fields), [key, fields])
  const { filter, request } = list
  const { place, keep } = usePlace(key)
  const wanted = wantedPages(place.chain, inView)
  const results = useQueries({
    queries: wanted.map((page) => pageQuery(request, place.chain[page]?.cursor ?? null)),
  })
  const chain = results.reduce<RowChain>((sum, { data }, n) => {
    return data === undefined ? sum : placePage(sum, wanted[n] ?? 0, data)
  }, place.chain)
  useEffect(() => keep(list, chain), [keep, list, chain])

  const count = useQuery(countQuery(filter))
  const total = count.data && !count.data.capped && !count.isPlaceholderData ? count.data.count : null
  const failed = results.find((result) => result.isError && result.data === undefined)
  const shown = isRead(chain) ? chain : place.before
  return {
    key,
    /** Nothing was ever shown here. */
    isFirst: !isRead(shown) && failed === undefined,
    /** What is shown belongs to the filters before. */
    isOld: !isRead(chain),
    isEmpty: isRead(chain) && rowCount(chain, total) === 0,
    /** Nothing can be shown for this search. */
    broken: failed !== undefined && !isRead(chain) ? failed.error : null,
    /** Some rows can, others could not be read. */
    isPartly: failed !== undefined && isRead(chain),
    retry: () => void failed?.refetch(),
    rows: {
      count: rowCount(shown, shown === chain ? total : null),
      at: (index: number) => rowAt(shown, index),
      loaded: loadedRows(shown),
      hasMore: hasMore(shown),
    },
    count: count.data ?? null,
    total,
    onInView: (first: number, last: number) => setInView(rangeKey(first, last)),
  }
}
export type CustomerPages = ReturnType<typeof useCustomerPages>

function listOf(key: string, fields: string): KeptList {
  const { sort, ...filter }: Omit<PageRequest, 'fields'> = JSON.parse(key)
  return { key, filter, request: { ...filter, ...(sort && { sort }), fields } }
}

/** By pages and not by rows, so that scrolling within one asks nobody. */
function rangeKey(first: number, last: number): string {
  return `${Math.floor(first / pageSize)}-${Math.floor((last + ahead) / pageSize)}`
}

function wantedPages(chain: RowChain, inView: string): readonly number[] {
  const [first = 0, last = 0] = inView.split('-').map(Number)
  return pagesOf(chain, first * pageSize, last * pageSize)
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
  return { place: { chain, before: shown?.chain ?? emptyChain }, keep }
}
