import { useQuery } from '@tanstack/react-query'
import { anyCustomerQuery } from '../any-customer.api.ts'
import { isNarrowed, type ListSearch } from './list-search.ts'
import type { CustomerPages } from './use-customer-pages.ts'

/** Not even somebody who was deleted: there is nothing to sum up, to search or to narrow. */
export function useNobodyYet({ isEmpty }: CustomerPages, search: ListSearch): boolean {
  const isBare = isEmpty && !isNarrowed(search)
  const { data } = useQuery({ ...anyCustomerQuery, enabled: isBare })
  return isBare && data === false
}
