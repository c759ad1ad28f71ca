import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { isNarrowed, type ListSearch } from './list-search.ts'
import type { CustomerPages } from './use-customer-pages.ts'

/** “2,431 customers”, “24 matches”, “About 202,000 customers”, “More than 10,000”; null until it is known. */
export function useCountText({ count }: CustomerPages, search: ListSearch): string | null {
  const { t } = useTranslation()
  const format = useFormat()
  if (count === null) return null
  const narrowed = isNarrowed(search)
  if (count.estimate !== undefined) {
    const number = format.number(roughly(count.estimate))
    return t(narrowed ? 'customerList.matchesAbout' : 'customerList.countAbout', { number })
  }
  if (count.capped) {
    const number = format.number(count.count)
    return t(narrowed ? 'customerList.matchesCapped' : 'customerList.countCapped', { number })
  }
  return t(narrowed ? 'customerList.matches' : 'customerList.count', { count: count.count })
}

/** Three figures of it: a sample knows no more. */
function roughly(number: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(number)) - 2)
  return Math.round(number / step) * step
}
