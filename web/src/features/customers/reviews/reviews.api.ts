// What a customer said. Keys begin with 'reviews', so that an event of the server makes those in view read anew.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ifMatch, send } from '../../../api/client.ts'
import { useCan, useSession } from '../../../api/session.ts'
import type { Answer } from '../../../api/types.ts'
import type { Sentiment } from './sentiments.ts'

export type Review = Answer<'/api/v1/customers/{id}/reviews', 'get'>['items'][number]
export type ReviewScore = Answer<'/api/v1/customers/{id}/review-score', 'get'>

/** Whether reviews have a place on screen: the business may do without them, and not everybody may read them. */
export function useSeesReviews(): boolean {
  const { showReviews } = useSession().merchant
  return useCan()('orders.read') && showReviews
}

const at = (id: string) => ({ params: { path: { id } } })

export const reviewScoreQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', 'score', id],
    queryFn: ({ signal }) => send(api.GET('/api/v1/customers/{id}/review-score', { signal, ...at(id) })),
  })

export const reviewPages = (id: string, sentiment: Sentiment | undefined) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'of', id, sentiment ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      send(
        api.GET('/api/v1/customers/{id}/reviews', {
          signal,
          params: {
            path: { id },
            query: { limit: 20, sentiment, ...(pageParam !== null && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })

/** As many as one answer holds. */
export const latestReviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', 'of', id, 'latest'],
    queryFn: ({ signal }) =>
      send(
        api.GET('/api/v1/customers/{id}/reviews', {
          signal,
          params: { path: { id }, query: { limit: 200 } },
        }),
      ),
  })

/** Of everybody's those that somebody wants to see: the bad ones, or those that are nobody's yet. */
export const shownReviews = ['negative', 'nobodys'] as const
export type ShownReviews = (typeof shownReviews)[number]

const shownAs = {
  all: {},
  negative: { sentiment: 'negative' },
  nobodys: { guests: true },
} as const

export const allReviewPages = (shown: ShownReviews | undefined) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'all', shown ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      send(
        api.GET('/api/v1/reviews', {
          signal,
          params: {
            query: {
              ...shownAs[shown ?? 'all'],
              limit: 20,
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })

export const useDeleteReview = (onDone: () => void) =>
  useReviewMutation(({ id }: Review) => send(api.DELETE('/api/v1/reviews/{id}', at(id))), onDone)

type Assigning = Readonly<{ review: Review; to: Readonly<{ id: string; name: string }> }>

export const useAssignReview = (onDone: (done: Assigning) => void) =>
  useReviewMutation(
    ({ review: { id, version }, to }: Assigning) =>
      send(
        api.PATCH('/api/v1/reviews/{id}', {
          ...at(id),
          ...ifMatch(version),
          body: { customer: { id: to.id } },
        }),
      ),
    onDone,
  )

/** Done before anything is read anew: what asked may be gone by then. */
function useReviewMutation<Input, Result>(
  mutationFn: (input: Input) => Promise<Result>,
  onDone: (input: Input) => void,
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: (_, input) => onDone(input),
    onSettled: () =>
      Promise.all(
        ['reviews', 'customers', 'orders'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
      ),
  })
}
