import { queryOptions } from '@tanstack/react-query'
import { api, send } from '../../api/client.ts'

/** Whether there is anybody at all, deleted ones too. */
export const anyCustomerQuery = queryOptions({
  queryKey: ['customers', 'any'],
  queryFn: async ({ signal }) => {
    const query = { status: 'all', limit: 1, fields: 'displayName' } as const
    const { items } = await send(api.GET('/api/v1/customers', { signal, params: { query } }))
    return items.length > 0
  },
})
