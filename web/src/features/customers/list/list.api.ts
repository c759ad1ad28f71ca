// What the list reads and does. Keys of reads begin with 'customers', so that an event of the server makes those in
// view read anew.
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, send } from '../../../api/client.ts'
import type { Answer, Sent } from '../../../api/types.ts'
import { pageSize } from '../../../kernel/page-chain.ts'
import type { ListFilter, Sort } from './list-search.ts'
import type { Preference } from './table-view.ts'

type Item = Answer<'/api/v1/customers', 'get'>['items'][number]
/** Every list asks for these; the other fields are there when their column is. */
export type CustomerRow = Item & Required<Pick<Item, 'id' | 'displayName' | 'type'>>
export type BulkBody = Omit<Sent<'/api/v1/customers/bulk', 'post'>, 'filter'> &
  Readonly<{ filter?: ListFilter }>

export type PageRequest = ListFilter & Readonly<{ sort?: Sort; fields: string }>

/** As long as it was when it was read first. */
export const pageQuery = (request: PageRequest, cursor: string | null, size: number = pageSize) =>
  queryOptions({
    queryKey: ['customers', 'list', request, cursor, size],
    queryFn: ({ signal }) => readPage({ ...request, limit: size, cursor: cursor ?? undefined }, signal),
  })

/** Above a row, or at a part of the whole list; what they bring is kept as pages of their own. */
export const openingQuery = (
  request: PageRequest,
  opening: Readonly<{ before: string } | { at: number }> | null,
) =>
  queryOptions({
    queryKey: ['customers', 'list-opening', request, opening],
    queryFn: async ({ signal, client }) => {
      const page = await readPage({ ...request, limit: pageSize, ...opening }, signal)
      const size = Math.max(1, page.items.length)
      client.setQueryData(pageQuery(request, page.previousCursor, size).queryKey, page)
      return page
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    enabled: opening !== null,
  })

type Place = Readonly<{ limit: number; cursor?: string | undefined; before?: string; at?: number }>

async function readPage(query: PageRequest & Place, signal: AbortSignal) {
  const page = await send(api.GET('/api/v1/customers', { signal, params: { query } }))
  const { items, nextCursor, previousCursor = null } = page
  return { items: items.filter(isRow), nextCursor, previousCursor }
}

export const countQuery = (filter: ListFilter) =>
  queryOptions({
    queryKey: ['customers', 'count', filter],
    queryFn: ({ signal }) => send(api.GET('/api/v1/customers/count', { signal, params: { query: filter } })),
    placeholderData: keepPreviousData,
    // Where somebody was in a list is told by how long it is.
    gcTime: Number.POSITIVE_INFINITY,
  })

/** The first organizations whose name holds what was typed. */
export const organizationsQuery = (q: string) =>
  queryOptions({
    queryKey: ['customers', 'organizations', q],
    queryFn: async ({ signal }) => {
      const fields = 'displayName,type,number'
      const query = { q: q || undefined, type: 'business', limit: 8, fields } as const
      const { items } = await send(api.GET('/api/v1/customers', { signal, params: { query } }))
      return items.filter(isRow)
    },
    placeholderData: keepPreviousData,
  })

const isRow = (item: Item): item is CustomerRow =>
  item.id !== undefined && item.displayName !== undefined && item.type !== undefined

const preferenceKey = { path: { key: 'customer-list' } }

export const viewQuery = queryOptions({
  queryKey: ['preferences', 'customer-list'],
  queryFn: async ({ signal }) => {
    const { value } = await send(api.GET('/api/v1/preferences/{key}', { signal, params: preferenceKey }))
    return value
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** Shown at once, kept behind; the order of two quick changes is that of the clicks. */
export function useKeepPreference() {
  const queryClient = useQueryClient()
  const now = () => queryClient.getQueryData(viewQuery.queryKey)
  return useMutation({
    scope: { id: 'customer-list-view' },
    mutationFn: (_change: (value: unknown) => Preference) =>
      send(api.PUT('/api/v1/preferences/{key}', { params: preferenceKey, body: { value: now() } })),
    onMutate: (change) => queryClient.setQueryData(viewQuery.queryKey, change(now())),
    onError: () => queryClient.invalidateQueries({ queryKey: viewQuery.queryKey }),
  })
}

export const startBulk = ({ filter, ...body }: BulkBody) =>
  send(api.POST('/api/v1/customers/bulk', { body: { ...body, ...(filter && { filter: asJson(filter) }) } }))

/** The generated type of `filter` gives every name beside the known ones (`attr.…`) text, and so the known ones too. */
const asJson = (filter: ListFilter) => JSON.parse(JSON.stringify(filter))
