// How far a list was read, kept while the tab lives and beside the pages themselves: who comes back from a record, even
// after a long call, finds the same place; and a record can lead on to the next of the list it was opened from.
import type { QueryClient } from '@tanstack/react-query'
import { keep, readKept } from '../../../api/kept.ts'
import type { Chain } from '../../../kernel/page-chain.ts'
import type { CustomerRow, PageRequest } from './list.api.ts'
import type { ListFilter } from './list-search.ts'

/** What was asked for, under the key of its filters and order. */
export type KeptList = Readonly<{ key: string; filter: ListFilter; request: PageRequest }>
export type RowChain = Chain<CustomerRow>

const places = 'customer-list-place'
const last = ['customer-list-last']
export const placeKey = (key: string) => [places, key]

export const readPlace = (queryClient: QueryClient, key: string): RowChain | undefined =>
  readKept<RowChain>(queryClient, places, key)

/** The list that was on screen last. */
export const lastList = (queryClient: QueryClient): KeptList | undefined => queryClient.getQueryData(last)

export function keepPlace(queryClient: QueryClient, list: KeptList, chain: RowChain): void {
  keep(queryClient, places, list.key, chain)
  queryClient.setQueryDefaults(last, { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false })
  queryClient.setQueryData(last, list)
}
