import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, send } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'

export type Activity = Answer<'/api/v1/customers/{id}/activities', 'get'>['items'][number]

const page = (id: string, query: { limit: number; cursor?: string }, signal: AbortSignal) =>
  send(api.GET('/api/v1/customers/{id}/activities', { signal, params: { path: { id }, query } }))

/** The latest of one customer, as of a version of it. */
export const activitiesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['customers', 'activities', id, 'latest', version],
    queryFn: ({ signal }) => page(id, { limit: 50 }, signal),
  })

export const activityPages = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'activities', id, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      page(id, pageParam === null ? { limit: 50 } : { limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })
