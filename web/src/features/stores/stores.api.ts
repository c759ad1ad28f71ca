import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ifMatch, send } from '../../api/client.ts'
import { storesQuery } from '../../api/queries.ts'
import type { Sent, Store } from '../../api/types.ts'

export type StoreInput = Sent<'/api/v1/stores', 'post'>
type StoreChange = Sent<'/api/v1/stores/{id}', 'patch'>

const at = (store: Pick<Store, 'id'>) => ({ params: { path: { id: store.id } } })

const createStore = (body: StoreInput) => send(api.POST('/api/v1/stores', { body }))
const updateStore = ({ store, body }: { store: Store; body: StoreChange }) =>
  send(api.PATCH('/api/v1/stores/{id}', { ...ifMatch(store.version), ...at(store), body }))
const closeStore = (store: Store) => send(api.DELETE('/api/v1/stores/{id}', at(store)))

export const useCreateStore = () => useStoreMutation(createStore)
export const useUpdateStore = () => useStoreMutation(updateStore)
export const useCloseStore = () => useStoreMutation(closeStore)

function useStoreMutation<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: async () => {
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      await queryClient.invalidateQueries({ queryKey: storesQuery.queryKey })
    },
  })
}
