import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { type ListSearch, whatIsCounted } from './list-search.ts'
import type { CustomerPages } from './use-customer-pages.ts'

/**
 * “2,431 customers”, “12 organizations” in a list of its own, “24 matches”, “About 202,000 customers”, “More than 10,000”;
 * null until it is known.
 */
export function useCountText({ count }: CustomerPages, search: ListSearch): string | null {
  const { t } = useTranslation()
  const format = useFormat()
  const { setup } = useSession().merchant
  if (count === null) return null
  const what = whatIsCounted(search, setup)
  if (count.estimate !== undefined)
    return t(`customerList.${what}About`, { number: format.number(roughly(count.estimate)) })
  if (count.capped) return t(`customerList.${what}Capped`, { number: format.number(count.count) })
  return t(`customerList.${what}`, { count: count.count })
}

/** Three figures of it: a sample knows no more. */
function roughly(number: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(number)) - 2)
  return Math.round(number / step) * step
}
