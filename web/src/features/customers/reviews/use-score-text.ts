import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Review } from './reviews.api.ts'

/** “4.5 of 5”; where its source has no scores, what it comes to in a word. */
export function useScoreText(): (review: Pick<Review, 'score' | 'sentiment'>) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ score, sentiment }) =>
    score === null
      ? t(`customerReviews.sentiments.${sentiment}`)
      : t('customerReviews.stars', { score: format.number(score) })
}
