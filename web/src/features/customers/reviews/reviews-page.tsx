import { Button, SegmentedControl } from '@mantine/core'
import { IconMessageStar } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { backLook } from '../../../ui/back.tsx'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { useName } from '../../../ui/format-context.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Customer } from '../customers.api.ts'
import type { Asking } from './review-item.tsx'
import { ReviewPages } from './review-pages.tsx'
import { reviewPages, reviewScoreQuery } from './reviews.api.ts'
import classes from './reviews.module.css'
import { type Sentiment, sentiments } from './sentiments.ts'
import { useQuestion } from './use-question.tsx'

type Props = Readonly<{
  customer: Customer
  /** Left out: all of them. */
  sentiment: Sentiment | undefined
  onSentiment: (sentiment: Sentiment | undefined) => void
}>

/** What a customer said, the newest first; of an organization also what its contacts did. */
export function ReviewsPage({ customer, sentiment, onSentiment }: Props) {
  const { t } = useTranslation()
  const { id } = customer
  // Those of the record are of all stores, the score is of those that the user works for.
  const score = useQuery({ ...reviewScoreQuery(id), enabled: customer.reviews.count > 0 })
  const reviews = score.data?.lifetime ?? customer.reviews
  const { heading, ask, layer } = useQuestion()
  return (
    <>
      <PageHeader
        title={useName(customer.displayName)}
        titleRef={heading}
        aside={
          reviews.count === 0
            ? t('customerReviews.title')
            : t('customerReviews.head', { share: t('customerReviews.share', reviews) })
        }
        back={
          <LinkButton {...backLook} to="/customers/$customerId" params={{ customerId: id }}>
            {t('customerReviews.toRecord')}
          </LinkButton>
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
      {layer}
    </>
  )
}

function ReviewsOf({
  customer: { id, reviews },
  sentiment,
  onSentiment,
  onAsk,
}: Props & Readonly<{ onAsk: (asking: Asking) => void }>) {
  const pages = useInfiniteQuery(reviewPages(id, sentiment))
  const nothing = (
    <Nothing isNarrowed={sentiment !== undefined && reviews.count > 0} onAll={() => onSentiment(undefined)} />
  )
  return <ReviewPages pages={pages} customerId={id} onAsk={onAsk} nothing={nothing} />
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
