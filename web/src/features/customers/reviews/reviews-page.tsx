import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowLeft, IconMessageStar } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { loadTexts } from '../../../locales/i18n.ts'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { Panel } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import type { Customer } from '../customers.api.ts'
import { useReviewsText } from '../use-reviews-text.ts'
import { type Asking, ReviewItem } from './review-item.tsx'
import { reviewPages, reviewScoreQuery } from './reviews.api.ts'
import classes from './reviews.module.css'
import { type Sentiment, sentiments } from './sentiments.ts'

// Whoever it is given to is found by the field of the form.
const ReviewQuestion = lazy(() =>
  Promise.all([import('./review-questions.tsx'), loadTexts('customerForm')]).then(([module]) => ({
    default: module.ReviewQuestion,
  })),
)

type Props = Readonly<{
  customer: Customer
  /** Left out: all of them. */
  sentiment: Sentiment | undefined
  onSentiment: (sentiment: Sentiment | undefined) => void
}>

/** What a customer said, the newest first; of an organization also what its contacts did. */
export function ReviewsPage({ customer, sentiment, onSentiment }: Props) {
  const { t } = useTranslation()
  const text = useReviewsText()
  const { id, displayName } = customer
  // Those of the record are of all stores, the score is of those that the user works for.
  const score = useQuery({ ...reviewScoreQuery(id), enabled: customer.reviews.count > 0 })
  const reviews = score.data?.lifetime ?? customer.reviews
  const { heading, asking, ask, done } = useQuestion()
  return (
    <>
      <PageHeader
        title={displayName}
        titleRef={heading}
        aside={
          reviews.count === 0
            ? t('customerReviews.title')
            : t('customerReviews.head', { share: text(reviews) })
        }
        back={
          <LinkAnchor
            to="/customers/$customerId"
            params={{ customerId: id }}
            size="sm"
            className={classes.back}
          >
            <IconArrowLeft size={16} stroke={1.6} aria-hidden /> {t('customerReviews.toRecord')}
          </LinkAnchor>
        }
      />
      {reviews.count > 0 && (
        <SegmentedControl
          aria-label={t('customerReviews.which')}
          data={(['all', ...sentiments] as const).map((value) => ({
            value,
            label: t(`customerReviews.sentiments.${value}`),
          }))}
          value={sentiment ?? 'all'}
          onChange={(value) => onSentiment(value === 'all' ? undefined : value)}
          className={classes.which}
          mb="md"
        />
      )}
      <ReviewsOf
        customer={{ ...customer, reviews }}
        sentiment={sentiment}
        onSentiment={onSentiment}
        onAsk={ask}
      />
      <Suspense>
        {asking !== null && <ReviewQuestion asking={asking} onClose={() => ask(null)} onDone={done} />}
      </Suspense>
    </>
  )
}

/** The review that was asked about may be gone afterwards, and its button with it: the keyboard goes on from the top. */
function useQuestion() {
  const heading = useRef<HTMLHeadingElement>(null)
  const [asking, ask] = useState<Asking | null>(null)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (times > 0) heading.current?.focus()
  }, [times])
  const done = () => {
    ask(null)
    setTimes((before) => before + 1)
  }
  return { heading, asking, ask, done }
}

function ReviewsOf({
  customer: { id, reviews },
  sentiment,
  onSentiment,
  onAsk,
}: Props & Readonly<{ onAsk: (asking: Asking) => void }>) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(reviewPages(id, sentiment))
  if (pages.data === undefined) {
    if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    return <PageLoading />
  }
  const shown = pages.data.pages.flatMap(({ items }) => items)
  if (shown.length === 0)
    return (
      <Nothing
        isNarrowed={sentiment !== undefined && reviews.count > 0}
        onAll={() => onSentiment(undefined)}
      />
    )
  return (
    <Panel>
      <ul className={classes.reviews}>
        {shown.map((review) => (
          <ReviewItem key={review.id} review={review} customerId={id} onAsk={onAsk} />
        ))}
      </ul>
      <FormError message={pages.isFetchNextPageError ? errorText(t, pages.error) : null} />
      <MoreButton pages={pages} label={t('customerReviews.older')} mt="md" mx="auto" display="block" />
    </Panel>
  )
}

function Nothing({ isNarrowed, onAll }: Readonly<{ isNarrowed: boolean; onAll: () => void }>) {
  const { t } = useTranslation()
  const icon = <IconMessageStar size={26} stroke={1.5} />
  if (!isNarrowed)
    return (
      <NothingYet icon={icon} title={t('customerReviews.emptyTitle')} text={t('customerReviews.emptyText')} />
    )
  return (
    <NothingYet
      icon={icon}
      title={t('customerReviews.noneTitle')}
      text={t('customerReviews.noneText')}
      action={
        <Button variant="default" onClick={onAll}>
          {t('customerReviews.showAll')}
        </Button>
      }
    />
  )
}
