import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { Panel } from '../../../ui/page.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import { type Asking, ReviewItem } from './review-item.tsx'
import type { Review } from './reviews.api.ts'
import classes from './reviews.module.css'

type Page = { readonly items: readonly Review[] }
type Props = Readonly<{
  pages: UseInfiniteQueryResult<Readonly<{ pages: readonly Page[] }>>
  /** On whose page they stand; null: everybody's. */
  customerId: string | null
  onAsk: (asking: Asking) => void
  /** Stands there when there is none. */
  nothing: ReactNode
}>

/** Reviews as they come page by page. */
export function ReviewPages({ pages, customerId, onAsk, nothing }: Props) {
  const { t } = useTranslation()
  if (pages.data === undefined) {
    if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    return <PageLoading />
  }
  const shown = pages.data.pages.flatMap(({ items }) => items)
  if (shown.length === 0) return nothing
  return (
    <Panel>
      <ul className={classes.reviews}>
        {shown.map((review) => (
          <ReviewItem key={review.id} review={review} customerId={customerId} onAsk={onAsk} />
        ))}
      </ul>
      <FormError message={pages.isFetchNextPageError ? errorText(t, pages.error) : null} />
      <MoreButton pages={pages} label={t('customerReviews.older')} mt="md" mx="auto" display="block" />
    </Panel>
  )
}
