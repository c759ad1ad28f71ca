import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { useCan, useSession } from '../../../api/session.ts'
import { customerQuery } from '../../../features/customers/customers.api.ts'
import { ReviewsOff } from '../../../features/customers/reviews/reviews-off.tsx'
import { ReviewsPage } from '../../../features/customers/reviews/reviews-page.tsx'
import { type Sentiment, sentiments } from '../../../features/customers/reviews/sentiments.ts'
import { oneOf } from '../../../kernel/address.ts'
import { loadTexts } from '../../../locales/i18n.ts'
import { Forbidden } from '../../../ui/error-state.tsx'
import { Page } from '../../../ui/page.tsx'

type Search = { sentiment?: Sentiment | undefined }

export const Route = createFileRoute('/_app/customers/$customerId_/reviews')({
  validateSearch: ({ sentiment }: Record<string, unknown>): Search => ({
    sentiment: oneOf(sentiment, sentiments),
  }),
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      loadTexts('customerReviews'),
      queryClient.ensureQueryData(customerQuery(params.customerId)),
    ]),
  component: CustomerReviewsPage,
})

const route = getRouteApi('/_app/customers/$customerId_/reviews')

function CustomerReviewsPage() {
  const { customerId } = route.useParams()
  const { sentiment } = route.useSearch()
  const { data: customer } = useSuspenseQuery(customerQuery(customerId))
  const navigate = route.useNavigate()
  const { showReviews } = useSession().merchant
  if (!useCan()('orders.read')) return <Forbidden />
  if (!showReviews) return <ReviewsOff />
  return (
    <Page>
      <ReviewsPage
        customer={customer}
        sentiment={sentiment}
        onSentiment={(next) =>
          void navigate({ search: { sentiment: next }, replace: true, resetScroll: false })
        }
      />
    </Page>
  )
}
