import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { isNarrowed, type ListSearch } from './list-search.ts'
import type { CustomerPages } from './use-customer-pages.ts'

/** “2,431 customers”, “24 matches”, “More than 10,000”; null until it is known. */
export function useCountText({ count }: CustomerPages, search: ListSearch): string | null {
  const { t } = useTranslation()
  const format = useFormat()
  if (count === null) return null
  const narrowed = isNarrowed(search)
  if (count.capped) {
    const number = format.number(count.count)
    return t(narrowed ? 'customerList.matchesCapped' : 'customerList.countCapped', { number })
  }
  return t(narrowed ? 'customerList.matches' : 'customerList.count', { count: count.count })
}
