// What the list reads and does. Keys of reads begin with 'customers', so that an event of the server makes those in
// view read anew.
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, send } from '../../../api/client.ts'
import type { Answer, Sent } from '../../../api/types.ts'
import type { ListFilter, Sort } from './list-search.ts'
import { pageSize } from './page-chain.ts'
import { asPreference, type TableView } from './table-view.ts'

type Item = Answer<'/api/v1/customers', 'get'>['items'][number]
/** Every list asks for these; the other fields are there when their column is. */
export type CustomerRow = Item & Required<Pick<Item, 'id' | 'displayName' | 'type'>>
export type BulkBody = Omit<Sent<'/api/v1/customers/bulk', 'post'>, 'filter'> &
  Readonly<{ filter?: ListFilter }>
export type BulkJob = Answer<'/api/v1/jobs/{id}', 'get'>

export type PageRequest = ListFilter & Readonly<{ sort?: Sort; fields: string }>

export const pageQuery = (request: PageRequest, cursor: string | null) =>
  queryOptions({
    queryKey: ['customers', 'list', request, cursor],
    queryFn: async ({ signal }) => {
      const query = { ...request, limit: pageSize, cursor: cursor ?? undefined }
      const { items, nextCursor } = await send(api.GET('/api/v1/customers', { signal, params: { query } }))
      return { items: items.filter(isRow), nextCursor }
    },
  })

export const countQuery = (filter: ListFilter) =>
  queryOptions({
    queryKey: ['customers', 'count', filter],
    queryFn: ({ signal }) => send(api.GET('/api/v1/customers/count', { signal, params: { query: filter } })),
    placeholderData: keepPreviousData,
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
export function useKeepView() {
  const queryClient = useQueryClient()
  return useMutation({
    scope: { id: 'customer-list-view' },
    mutationFn: (view: TableView) => {
      const body = { value: asPreference(view) }
      return send(api.PUT('/api/v1/preferences/{key}', { params: preferenceKey, body }))
    },
    onMutate: (view) => queryClient.setQueryData(viewQuery.queryKey, asPreference(view)),
    onError: () => queryClient.invalidateQueries({ queryKey: viewQuery.queryKey }),
  })
}

export const startBulk = ({ filter, ...body }: BulkBody) =>
  send(api.POST('/api/v1/customers/bulk', { body: { ...body, ...(filter && { filter: asJson(filter) }) } }))

/** The generated type of `filter` gives every name beside the known ones (`attr.…`) text, and so the known ones too. */
const asJson = (filter: ListFilter) => JSON.parse(JSON.stringify(filter))

export const cancelJob = (id: string) =>
  send(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } }))
export const undoJob = (id: string) => send(api.POST('/api/v1/jobs/{id}/undo', { params: { path: { id } } }))

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/jobs/{id}', { signal, params: { path: { id } } })),
    staleTime: 0,
  })
