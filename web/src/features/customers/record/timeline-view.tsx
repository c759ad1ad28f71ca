import { SegmentedControl } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import { type Activity, activityPages, type Subject, subjects } from '../activities.api.ts'
import type { Customer } from '../customers.api.ts'
import { latestReviewsQuery, type Review, useSeesReviews } from '../reviews/reviews.api.ts'
import { useInPlace } from './in-place/in-place-context.ts'
import classes from './timeline.module.css'
import { dayIn, groupByDay, reviewIdOf } from './timeline.ts'
import { TimelineEntry } from './timeline-entry.tsx'

type Props = Readonly<{
  customer: Customer
  /** Left out: all of it. */
  about: Subject | undefined
  onAbout: (about: Subject | undefined) => void
}>

/** Everything that happened to the record, day by day. */
export function Timeline({ customer, about: asked, onAbout }: Props) {
  const { t } = useTranslation()
  const maySeeOrders = useCan()('orders.read')
  const seesReviews = useSeesReviews()
  const shown = subjects.filter(
    (one) => one === 'changes' || (one === 'reviews' ? seesReviews : maySeeOrders),
  )
  // An address names also what its reader may not see.
  const about = shown.find((one) => one === asked)
  return (
    <>
      {shown.length > 1 && (
        <SegmentedControl
          aria-label={t('customerRecord.activity.about')}
          data={(['all', ...shown] as const).map((value) => ({
            value,
            label: t(`customerRecord.activity.subjects.${value}`),
          }))}
          value={about ?? 'all'}
          onChange={(value) => onAbout(value === 'all' ? undefined : value)}
          maw="100%"
          mb="md"
        />
      )}
      <Days customer={customer} about={about} />
    </>
  )
}

function Days({ customer, about }: Omit<Props, 'onAbout'>) {
  const { t } = useTranslation()
  const { timeZone } = useFormat()
  const pages = useInfiniteQuery(activityPages(customer.id, about))
  const dayName = useDayName()
  const activities = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const reviewOf = useReviewsOf(customer.id, activities)
  if (pages.isError && pages.data === undefined) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  }
  if (pages.data === undefined) return <PageLoading />
  const days = groupByDay(activities, timeZone)
  if (days.length === 0) return <Nothing customer={customer} about={about} />
  return (
    <div className={classes.timeline}>
      {days.map(({ day, items }) => (
        <section key={day} aria-label={dayName(day)}>
          <h2 className={classes.day}>{dayName(day)}</h2>
          <ol className={classes.entries}>
            {items.map((activity) => (
              <TimelineEntry
                key={activity.id}
                activity={activity}
                customerId={customer.id}
                review={reviewOf(activity)}
              />
            ))}
          </ol>
        </section>
      ))}
      <MoreButton pages={pages} label={t('customerRecord.activity.more')} />
    </div>
  )
}

function Nothing({ customer, about }: Omit<Props, 'onAbout'>) {
  const { t } = useTranslation()
  const { mayWrite } = useInPlace()
  const icon = <IconHistory size={26} stroke={1.5} />
  if (about !== undefined) {
    return (
      <NothingYet
        icon={icon}
        title={t('customerRecord.activity.noneTitle')}
        text={t('customerRecord.activity.noneText')}
      />
    )
  }
  return (
    <NothingYet
      icon={icon}
      title={t('customerRecord.activity.emptyTitle')}
      text={t('customerRecord.activity.emptyText')}
      action={
        mayWrite && (
          <LinkButton variant="default" to="/customers/$customerId/edit" params={{ customerId: customer.id }}>
            {t('customerRecord.edit')}
          </LinkButton>
        )
      }
    />
  )
}

/**
 * The history names a review and never quotes it: what it says may be taken away, or be another store's. It is shown as
 * long as the reader may read the review itself, among the latest of the customer.
 */
function useReviewsOf(customerId: string, activities: readonly Activity[]) {
  const seesReviews = useSeesReviews()
  const enabled = seesReviews && activities.some((one) => reviewIdOf(one) !== null)
  const { data } = useQuery({ ...latestReviewsQuery(customerId), enabled })
  return (activity: Activity): Review | undefined => {
    const id = reviewIdOf(activity)
    return id === null ? undefined : data?.items.find((one) => one.id === id)
  }
}

function useDayName(): (day: string) => string {
  const { t } = useTranslation()
  const { timeZone, day: format } = useFormat()
  const now = Date.now()
  const today = dayIn(new Date(now).toISOString(), timeZone)
  const yesterday = dayIn(new Date(now - 86_400_000).toISOString(), timeZone)
  return (day) => {
    if (day === today) return t('customerRecord.activity.today')
    return day === yesterday ? t('customerRecord.activity.yesterday') : format(day)
  }
}
