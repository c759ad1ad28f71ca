import { IconMessageStar } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Asking } from './review-item.tsx'
import { ReviewPages } from './review-pages.tsx'
import { nobodysReviewPages } from './reviews.api.ts'
import { useQuestion } from './use-question.tsx'

/** What was said by somebody whom nobody knows yet: each can be given to its customer. */
export function NobodysReviewsPage() {
  const { t } = useTranslation()
  const { heading, ask, layer } = useQuestion()
  return (
    <>
      <PageHeader
        title={t('customerReviews.nobodys.title')}
        titleRef={heading}
        description={t('customerReviews.nobodys.text')}
      />
      <NobodysReviews onAsk={ask} />
      {layer}
    </>
  )
}

function NobodysReviews({ onAsk }: Readonly<{ onAsk: (asking: Asking) => void }>) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(nobodysReviewPages)
  const nothing = (
    <NothingYet
      icon={<IconMessageStar size={26} stroke={1.5} />}
      title={t('customerReviews.nobodys.emptyTitle')}
      text={t('customerReviews.nobodys.emptyText')}
    />
  )
  return <ReviewPages pages={pages} customerId={null} onAsk={onAsk} nothing={nothing} />
}
