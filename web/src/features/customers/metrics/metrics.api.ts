// Figures and receipts of one customer. Keys begin with 'orders': an order that changes makes them read anew.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, send } from '../../../api/client.ts'
import type { Answer } from '../../../api/types.ts'
import type { Period } from './period.ts'

export type Metrics = Answer<'/api/v1/customers/{id}/metrics', 'get'>
export type OrderRow = Answer<'/api/v1/customers/{id}/orders', 'get'>['items'][number]
/** Points come with the part that keeps them. */
export type Receipt = Omit<Answer<'/api/v1/orders/{id}/receipt', 'get'>, 'points'>

export const metricsQuery = (id: string, { from, to }: Period) =>
  queryOptions({
    queryKey: ['orders', 'metrics', id, from, to],
    queryFn: ({ signal }) =>
      send(
        api.GET('/api/v1/customers/{id}/metrics', { signal, params: { path: { id }, query: { from, to } } }),
      ),
  })

/** Those that count in the figures: neither drafts nor what was cancelled. */
const counting: OrderRow['status'][] = ['open', 'confirmed', 'fulfilled', 'completed', 'refunded']

export const historyPages = (id: string, { from, to }: Period) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'history', id, from, to],
    queryFn: ({ signal, pageParam }) =>
      send(
        api.GET('/api/v1/customers/{id}/orders', {
          signal,
          params: {
            path: { id },
            query: {
              ...{ from, to, status: counting, limit: 20 },
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })

export const receiptQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'receipt', orderId],
    queryFn: ({ signal }) =>
      send(api.GET('/api/v1/orders/{id}/receipt', { signal, params: { path: { id: orderId } } })),
  })
