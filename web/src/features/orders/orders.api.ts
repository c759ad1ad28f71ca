// Reads and writes of orders. Keys of reads begin with 'orders', so that an event of the server makes those in view
// read anew; but for the count, see list/use-order-count.ts.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, ifMatch, send } from '../../api/client.ts'
import { hasStatus, isApiError } from '../../api/problem.ts'
import type { Answer, Sent } from '../../api/types.ts'
import { pageSize } from '../../kernel/page-chain.ts'
import type { OrderFilter } from './order-search.ts'

export type OrderRow = Answer<'/api/v1/orders', 'get'>['items'][number]
export type Order = Answer<'/api/v1/orders/{id}', 'get'>
export type OrderState = 'past' | 'current' | 'recurring'

const at = (id: string) => ({ params: { path: { id } } })

export const orderPageQuery = (filter: OrderFilter, cursor: string | null) =>
  queryOptions({
    queryKey: ['orders', 'list', filter, cursor],
    queryFn: ({ signal }) =>
      send(
        api.GET('/api/v1/orders', {
          signal,
          params: { query: { ...filter, limit: pageSize, cursor: cursor ?? undefined } },
        }),
      ),
  })

export const orderCounts = 'order-counts'
export const orderCountQuery = (filter: OrderFilter) =>
  queryOptions({
    queryKey: [orderCounts, filter],
    queryFn: ({ signal }) => send(api.GET('/api/v1/orders/count', { signal, params: { query: filter } })),
    staleTime: 0,
  })

/** The few that stand on top of a list: the newest, or those wanted first from a day on that the filter names. */
export const firstOrdersQuery = (filter: OrderFilter, limit: number, sort?: 'fulfilAt') =>
  queryOptions({
    queryKey: ['orders', 'first', filter, limit, sort],
    queryFn: async ({ signal }) =>
      (await send(api.GET('/api/v1/orders', { signal, params: { query: { ...filter, sort, limit } } })))
        .items,
  })

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/orders/{id}', { signal, ...at(id) })),
  })

export const orderReceiptQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'receipt', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/orders/{id}/receipt', { signal, ...at(id) })),
  })

/** Whom a list is narrowed to. */
export const customerNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'name', id],
    queryFn: async ({ signal }) =>
      (await send(api.GET('/api/v1/customers/{id}', { signal, ...at(id) }))).displayName,
    retry: false,
  })

export const customerOrderPages = (id: string, state: OrderState) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'of', id, state],
    queryFn: ({ signal, pageParam }) =>
      send(
        api.GET('/api/v1/customers/{id}/orders', {
          signal,
          params: { path: { id }, query: { state, limit: 50, cursor: pageParam ?? undefined } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })

export type Assignment = Readonly<{
  version: number
  /** Null makes it a guest's. */
  customer: Readonly<{ id: string; name: string }> | null
}>

export const assignOrder = (id: string, { version, customer }: Assignment) =>
  send(
    api.PATCH('/api/v1/orders/{id}', {
      ...at(id),
      ...ifMatch(version),
      body: { customer: customer && { id: customer.id } },
    }),
  )

type Assigning = Sent<'/api/v1/orders/assign', 'post'>

/** Orders of nobody, to one customer. */
export const assignOrders = (body: Assigning) => send(api.POST('/api/v1/orders/assign', { body }))

/** Of a refused assignment: the order as it is now; null when it was refused for another reason. */
export const currentOf = (error: unknown): Order | null =>
  hasStatus(error, 412) && isApiError(error) ? (error.problem.current as Order) : null
