import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../api/types.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { filterOf, isNarrowed, type OrderSearch } from '../order-search.ts'
import { useOrderCount } from './use-order-count.ts'

/** Shown as it changes with each order; said aloud once, when a search has found it. */
export function CountText({ search }: Readonly<{ search: OrderSearch }>) {
  const filter = filterOf(search)
  const { data, isFetching } = useOrderCount(filter)
  const narrowed = isNarrowed(search)
  const text = useText(data, narrowed)
  const key = JSON.stringify(filter)
  const [said, setSaid] = useState({ key: '', text: '' })
  if (said.key !== key && data !== undefined && !isFetching) setSaid({ key, text })
  return (
    <>
      <span>{text}</span>
      <VisuallyHidden role="status">{narrowed && said.key === key ? said.text : ''}</VisuallyHidden>
    </>
  )
}

type Found = Answer<'/api/v1/orders/count', 'get'>

/** “312 orders · totals $4,210.00 (without 4 cancelled or drafts) · net sales $3,800.00”: so much as is known. */
function useText(found: Found | undefined, narrowed: boolean): string {
  const { t } = useTranslation()
  const format = useFormat()
  if (found === undefined || (found.count === 0 && !narrowed)) return ''
  const { count, capped, totals, uncounted, sales } = found
  // Of those that count for the sales it is known how many there are.
  const least = Math.max(count, sales?.orders ?? 0)
  const parts: string[] = [
    capped ? t('orders.count.atLeast', { count: least }) : t('orders.count.exact', { count }),
  ]
  if (totals !== null && totals.length > 0) {
    const sum = t('orders.count.totals', { amount: totals.map(format.money).join(' + ') })
    parts.push(uncounted === 0 ? sum : `${sum} ${t('orders.count.uncounted', { count: uncounted })}`)
  }
  if (sales !== null) parts.push(t('orders.count.sales', { amount: format.money(sales.net) }))
  return parts.join(' · ')
}
