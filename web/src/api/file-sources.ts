import { queryOptions } from '@tanstack/react-query'
import { api, send } from './client.ts'

/** Changed by imports only. */
export const fileSourcesQuery = queryOptions({
  queryKey: ['imports', 'sources'],
  queryFn: async ({ signal }) => (await send(api.GET('/api/v1/imports/sources', { signal }))).items,
})
