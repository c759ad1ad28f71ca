// Which rows of the list are open, and the people under them: kept as the list keeps its place, so that who comes back
// from a record finds them open. Pages of people are read when they come into view, and anew when others change them.
import { useCallbackRef } from '@mantine/hooks'
import { type QueryClient, queryOptions, useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { api, send } from '../../../api/client.ts'
import { keep, readKept } from '../../../api/kept.ts'
import type { Answer } from '../../../api/types.ts'
import { ahead, type RowPages, useInView } from '../../../ui/row-pages.ts'
import type { CustomerRow } from './list.api.ts'
import type { ListRow } from './list-row.ts'
import {
  indexAtPlace,
  insertedAt,
  insertedRows,
  type Openings,
  placeOf,
  rowAtPlace,
  type Slot,
  slotsOf,
  toggledOpening,
  wantedPages,
  withMore,
  withPage,
} from './openings.ts'
import type { CustomerPages } from './use-customer-pages.ts'

export const contactsAtOnce = 50

export type ContactRequest = Readonly<{ status: 'active' | 'inactive' | 'all'; fields: string }>

export function useOpenings(pages: CustomerPages, request: ContactRequest) {
  const { openings, set } = useKept(pages)
  const { inView, onInView } = useInView()
  const { loaded, read } = pages.rows
  const before = useMemo(() => slotsOf(openings, { loaded, read }), [openings, loaded, read])
  const wanted = useMemo(
    () => wantedPages(openings, before, { first: inView.first - ahead, last: inView.last + ahead }),
    [openings, before, inView],
  )
  const results = useQueries({ queries: wanted.map(({ id, cursor }) => contactsQuery(id, request, cursor)) })
  const now = results.reduce((sum, { data }, n) => {
    const page = wanted[n]
    return data === undefined || page === undefined ? sum : withPage(sum, page, data)
  }, openings)
  useEffect(() => {
    if (now !== openings) set(now)
  }, [now, openings, set])
  const broken = results.flatMap(({ isError, data }, n) =>
    isError && data === undefined ? [wanted[n]?.id ?? ''] : [],
  )
  const slots = slotsOf(now, pages.rows, new Set(broken))

  const toggle = useCallbackRef((id: string) => {
    const index = loaded.findIndex((row) => row.id === id)
    set(toggledOpening(now, id, read.start + Math.max(0, index)))
  })
  return {
    slots,
    pages: listRows(pages, slots, onInView),
    total: pages.total === null ? null : pages.total + insertedRows(slots),
    isOpen: (id: string) => now.has(id),
    toggle,
    showMore: useCallbackRef((id: string) => set(withMore(now, id))),
    retry: useCallbackRef((id: string) => {
      for (const [n, result] of results.entries())
        if (wanted[n]?.id === id && result.isError) void result.refetch()
    }),
    /** Forward opens a row and goes into one that is open, back closes it or leads up to it. */
    side: (place: number, step: 1 | -1): number | null => {
      const found = rowAtPlace(slots, place)
      if (found.slot !== undefined) return step === -1 ? placeOf(slots, found.slot.at) : null
      const row = pages.rows.at(found.index)
      if (row?.type !== 'business') return null
      const isOpen = now.has(row.id)
      if (isOpen && step === 1) return place + 1
      if (isOpen === (step === -1)) toggle(row.id)
      return place
    },
  }
}

/** The rows of the list with those that are inserted, as a table or cards draw them. */
function listRows(
  pages: CustomerPages,
  slots: readonly Slot[],
  onInView: (first: number, last: number) => void,
): RowPages<ListRow> {
  const { rows } = pages
  return {
    ...pages,
    rows: {
      ...rows,
      count: rows.count + insertedRows(slots),
      at: (place: number): ListRow | undefined => {
        const found = rowAtPlace(slots, place)
        return found.slot === undefined ? rows.at(found.index) : insertedAt(found.slot, found.nth)
      },
      read: { start: placeOf(slots, rows.read.start), end: placeOf(slots, rows.read.end) },
    },
    onInView: (first, last) => {
      onInView(first, last)
      pages.onInView(indexAtPlace(slots, first), indexAtPlace(slots, last))
    },
  }
}

const area = 'customer-list-opened'
const nothing: Openings = new Map()

/** While a new search is on its way its list before stays on screen as it was. */
function useKept({ key, isOld }: CustomerPages) {
  const queryClient = useQueryClient()
  const [shown, setShown] = useState<Readonly<{ key: string; openings: Openings }> | null>(null)
  const isShown = shown !== null && (shown.key === key || isOld)
  const openings = isShown ? shown.openings : readOpenings(queryClient, key)
  const set = useCallbackRef((next: Openings) => {
    if (isOld) return
    keep(queryClient, area, key, next)
    setShown({ key, openings: next })
  })
  return { openings, set }
}

const readOpenings = (queryClient: QueryClient, key: string): Openings =>
  readKept<Openings>(queryClient, area, key) ?? nothing

const contactsQuery = (id: string, { status, fields }: ContactRequest, cursor: string | null) =>
  queryOptions({
    queryKey: ['customers', 'contacts-in-list', id, { status, fields }, cursor],
    queryFn: async ({ signal }) => {
      const place = cursor === null ? {} : { cursor }
      const query = { status, fields, current: true, limit: contactsAtOnce, ...place }
      const params = { path: { id }, query }
      const page = await send(api.GET('/api/v1/organizations/{id}/contacts', { signal, params }))
      return { items: page.items.map(asRow), nextCursor: page.nextCursor }
    },
  })

type Contact = Answer<'/api/v1/organizations/{id}/contacts', 'get'>['items'][number]

/** As the list of contacts has it: the phone is their own, that of the organization stands beside it. */
function asRow({ phone, phoneInherited, ...contact }: Contact): CustomerRow {
  return {
    ...contact,
    type: 'personal',
    phone: phoneInherited ? null : phone,
    organizationPhone: phoneInherited ? phone : null,
    // Those of the row above it.
    organizationTags: [],
  }
}
