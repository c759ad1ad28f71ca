import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, send } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'

export type OutboxItem = Answer<'/api/v1/outbox/{id}', 'get'>
export type OutboxState = OutboxItem['state']

export const outboxStates = ['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const

/** Events tell of changes at once; asking is for whoever has no stream of them. */
const interval = 2000
const pageSize = 25
const all = ['outbox']

export const outboxQuery = (state?: OutboxState) =>
  infiniteQueryOptions({
    queryKey: [...all, 'list', state ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      send(
        api.GET('/api/v1/outbox', {
          signal,
          params: { query: { limit: pageSize, cursor: pageParam, ...(state && { state: [state] }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some((item) => item.state === 'sending')) ? interval : false,
  })

const at = (id: string) => ({ params: { path: { id } } })
export const useRetryMail = () => useChange((id) => send(api.POST('/api/v1/outbox/{id}/retry', at(id))))
export const useCancelMail = () => useChange((id) => send(api.POST('/api/v1/outbox/{id}/cancel', at(id))))

/** Also after a refusal: it may have been sent meanwhile. */
function useChange(mutationFn: (id: string) => Promise<OutboxItem>) {
  const again = useOutboxAgain()
  return useMutation({ mutationFn, onSettled: again })
}

export function useOutboxAgain(): () => Promise<void> {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: all })
}
