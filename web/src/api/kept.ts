// What is kept beside the queries themselves while the tab lives: who comes back to a list finds the same place.
import type { QueryClient } from '@tanstack/react-query'

/** So many of an area are kept: each holds every row that was read of a list. */
const most = 8

export const readKept = <T>(queryClient: QueryClient, area: string, key: string): T | undefined =>
  queryClient.getQueryData<T>([area, key])

export function keep(queryClient: QueryClient, area: string, key: string, value: unknown): void {
  queryClient.setQueryDefaults([area], { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false })
  queryClient.setQueryData([area, key], value)
  const cache = queryClient.getQueryCache()
  const byAge = cache
    .findAll({ queryKey: [area] })
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const query of byAge.slice(most)) cache.remove(query)
}
