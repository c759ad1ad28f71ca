import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { useCan, useSession } from '../../api/session.ts'
import { AllReviewsPage } from '../../features/customers/reviews/all-reviews-page.tsx'
import { type ShownReviews, shownReviews } from '../../features/customers/reviews/reviews.api.ts'
import { ReviewsOff } from '../../features/customers/reviews/reviews-off.tsx'
import { oneOf } from '../../kernel/address.ts'
import { loadTexts } from '../../locales/i18n.ts'
import { Forbidden } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'

type Search = { show?: ShownReviews | undefined }

export const Route = createFileRoute('/_app/reviews')({
  validateSearch: ({ show }: Record<string, unknown>): Search => ({ show: oneOf(show, shownReviews) }),
  loader: () => loadTexts('customerReviews'),
  component: AllReviewsRoute,
})

const route = getRouteApi('/_app/reviews')

function AllReviewsRoute() {
  const { show } = route.useSearch()
  const navigate = route.useNavigate()
  const { showReviews } = useSession().merchant
  if (!useCan()('orders.read')) return <Forbidden />
  if (!showReviews) return <ReviewsOff />
  return (
    <Page>
      <AllReviewsPage
        shown={show}
        onShow={(next) => void navigate({ search: { show: next }, replace: true, resetScroll: false })}
      />
    </Page>
  )
}
