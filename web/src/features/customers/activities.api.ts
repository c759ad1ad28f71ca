import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, send } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'

export type Activity = Answer<'/api/v1/customers/{id}/activities', 'get'>['items'][number]

/** What the history can be narrowed to. */
export const subjects = ['changes', 'orders', 'reviews'] as const
export type Subject = (typeof subjects)[number]

type Query = { limit: number; cursor?: string; about?: Subject | undefined }
const page = (id: string, query: Query, signal: AbortSignal) =>
  send(api.GET('/api/v1/customers/{id}/activities', { signal, params: { path: { id }, query } }))

/** The latest of one customer, as of a version of it. */
export const activitiesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['customers', 'activities', id, 'latest', version],
    queryFn: ({ signal }) => page(id, { limit: 50 }, signal),
  })

export const activityPages = (id: string, about: Subject | undefined) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'activities', id, 'pages', about ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      page(id, { limit: 50, about, ...(pageParam !== null && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })
