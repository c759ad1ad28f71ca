import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, send } from '../../../api/client.ts'
import type { Answer } from '../../../api/types.ts'

export const periods = ['4w', '3m', '6m', 'all'] as const
export type Period = (typeof periods)[number]
export type Summary = Answer<'/api/v1/customers/summary', 'get'>

/** Under the customers' key: it is read anew with them. */
export const summaryQuery = (salesPeriod: Period, store: readonly string[] | undefined) =>
  queryOptions({
    queryKey: ['customers', 'summary', salesPeriod, store ?? null],
    queryFn: ({ signal }) =>
      send(
        api.GET('/api/v1/customers/summary', {
          signal,
          params: { query: { salesPeriod, ...(store && { store: [...store] }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  })
