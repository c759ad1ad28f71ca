// The rows of the list, page by page as they come into view. Only the pages in view are observed, so that a change
// elsewhere reads those anew and not everything somebody has scrolled through.
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import {
  cursorAbove,
  emptyChain,
  endOf,
  hasMore,
  isRead,
  loadedRows,
  pageSize,
  pagesOf,
  placePage,
  prepended,
  rowAt,
  rowCount,
} from '../../../kernel/page-chain.ts'
import { countQuery, openingQuery, type PageRequest, pageQuery } from './list.api.ts'
import { type KeptList, keepPlace, type RowChain, readPlace } from './list-place.ts'
import { filterOf, type ListSearch, sortInForce } from './list-search.ts'
import { useJump } from './use-jump.ts'

/** Rows this near to the end of what is in view are asked for before they are. */
const ahead = 40
/** Scrolling within so many rows asks nobody. */
const grain = 20

export type InView = Readonly<{ first: number; last: number }>

export function useCustomerPages(search: ListSearch, fields: string) {
  const [inView, setInView] = useState<InView>({ first: 0, last: 0 })
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
  const failed = [...results, above, jump].find((result) => result.isError && result.data === undefined)
  const shown = isRead(chain) ? chain : place.before
  const length = rowCount(shown, shown === chain ? (jumpable ?? total) : null, jumpable !== null)
  return {
    key,
    /** Nothing was ever shown here. */
    isFirst: !isRead(shown) && failed === undefined,
    /** What is shown belongs to the filters before. */
    isOld: !isRead(chain),
    isEmpty: isRead(chain) && length === 0,
    /** Nothing can be shown for this search. */
    broken: failed !== undefined && !isRead(chain) ? failed.error : null,
    /** Some rows can, others could not be read. */
    isPartly: failed !== undefined && isRead(chain),
    retry: () => void failed?.refetch(),
    rows: {
      count: length,
      at: (index: number) => rowAt(shown, index),
      loaded: loadedRows(shown),
      read: { start: shown.start, end: endOf(shown) },
      moved: shown.moved,
      hasMore: hasMore(shown),
    },
    count,
    total,
    onInView: (first: number, last: number) => setInView((old) => coarse(old, first, last)),
  }
}
export type CustomerPages = ReturnType<typeof useCustomerPages>

function listOf(key: string, fields: string): KeptList {
  const { sort, ...filter }: Omit<PageRequest, 'fields'> = JSON.parse(key)
  return { key, filter, request: { ...filter, ...(sort && { sort }), fields } }
}

function coarse(old: InView, firstRow: number, lastRow: number): InView {
  const first = Math.floor(firstRow / grain) * grain
  const last = Math.ceil(lastRow / grain) * grain
  return old.first === first && old.last === last ? old : { first, last }
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
