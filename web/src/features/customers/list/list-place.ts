// How far a list was read, kept while the tab lives and beside the pages themselves: who comes back from a record, even
// after a long call, finds the same place; and a record can lead on to the next of the list it was opened from.
import type { QueryClient } from '@tanstack/react-query'
import type { CustomerRow, PageRequest } from './list.api.ts'
import type { ListFilter } from './list-search.ts'
import type { Chain } from './page-chain.ts'

/** What was asked for, under the key of its filters and order. */
export type KeptList = Readonly<{ key: string; filter: ListFilter; request: PageRequest }>
export type RowChain = Chain<CustomerRow>

/** So many lists are kept: each holds every row that was read of it. */
const mostKept = 8

const places = 'customer-list-place'
const last = ['customer-list-last']
export const placeKey = (key: string) => [places, key]

export const readPlace = (queryClient: QueryClient, key: string): RowChain | undefined =>
  queryClient.getQueryData<RowChain>(placeKey(key))

/** The list that was on screen last. */
export const lastList = (queryClient: QueryClient): KeptList | undefined => queryClient.getQueryData(last)

export function keepPlace(queryClient: QueryClient, list: KeptList, chain: RowChain): void {
  const options = { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false }
  queryClient.setQueryDefaults([places], options)
  queryClient.setQueryDefaults(last, options)
  queryClient.setQueryData(placeKey(list.key), chain)
  queryClient.setQueryData(last, list)
  const cache = queryClient.getQueryCache()
  const kept = cache.findAll({ queryKey: [places] })
  const byAge = kept.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const query of byAge.slice(mostKept)) cache.remove(query)
}
