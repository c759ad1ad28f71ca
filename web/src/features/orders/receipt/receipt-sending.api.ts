import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, send } from '../../../api/client.ts'

/** Whether there is a mail server; without one a receipt waits in the outbox. */
export const sendsMailQuery = queryOptions({
  queryKey: ['outbox', 'sends'],
  queryFn: async ({ signal }) =>
    (await send(api.GET('/api/v1/outbox', { signal, params: { query: { limit: 1 } } }))).sends,
  staleTime: 60_000,
})

export function useSendReceipt(orderId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (to: string) =>
      send(api.POST('/api/v1/orders/{id}/receipt/send', { params: { path: { id: orderId } }, body: { to } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['outbox'] }),
  })
}
