import { createFileRoute } from '@tanstack/react-router'
import { useCan, useSession } from '../../api/session.ts'
import { NobodysReviewsPage } from '../../features/customers/reviews/nobodys-page.tsx'
import { ReviewsOff } from '../../features/customers/reviews/reviews-off.tsx'
import { loadTexts } from '../../locales/i18n.ts'
import { Forbidden } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'

export const Route = createFileRoute('/_app/reviews')({
  loader: () => loadTexts('customerReviews'),
  component: NobodysReviewsRoute,
})

function NobodysReviewsRoute() {
  const { showReviews } = useSession().merchant
  if (!useCan()('orders.read')) return <Forbidden />
  if (!showReviews) return <ReviewsOff />
  return (
    <Page>
      <NobodysReviewsPage />
    </Page>
  )
}
