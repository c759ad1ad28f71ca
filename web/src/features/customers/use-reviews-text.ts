import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format-context.tsx'

type Counts = Readonly<{ count: number; positive: number }>

/** In whole percents; 0 and 100 are none and all, not almost. */
export function shareOf(positive: number, count: number): number {
  const percents = Math.round((100 * positive) / count)
  if (positive > 0 && positive < count) return Math.min(99, Math.max(1, percents)) / 100
  return percents / 100
}

/** How many of them were good: “92% of 12”. */
export function useReviewsText(): (counts: Counts) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ count, positive }) =>
    t('customerList.reviewsOf', { percent: format.percent(String(shareOf(positive, count))), count })
}
