import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import { activityPages } from '../activities.api.ts'
import type { Customer } from '../customers.api.ts'
import { useInPlace } from './in-place/in-place-context.ts'
import classes from './timeline.module.css'
import { dayIn, groupByDay } from './timeline.ts'
import { TimelineEntry } from './timeline-entry.tsx'

/** Everything that happened to the record, day by day. */
export function Timeline({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { timeZone } = useFormat()
  const pages = useInfiniteQuery(activityPages(customer.id))
  const dayName = useDayName()
  const { mayWrite } = useInPlace()
  if (pages.isError && pages.data === undefined) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  }
  if (pages.data === undefined) return <PageLoading />
  const days = groupByDay(
    pages.data.pages.flatMap(({ items }) => items),
    timeZone,
  )
  if (days.length === 0) {
    return (
      <NothingYet
        icon={<IconHistory size={26} stroke={1.5} />}
        title={t('customerRecord.activity.emptyTitle')}
        text={t('customerRecord.activity.emptyText')}
        action={
          mayWrite && (
            <LinkButton
              variant="default"
              to="/customers/$customerId/edit"
              params={{ customerId: customer.id }}
            >
              {t('customerRecord.edit')}
            </LinkButton>
          )
        }
      />
    )
  }
  return (
    <div className={classes.timeline}>
      {days.map(({ day, items }) => (
        <section key={day} aria-label={dayName(day)}>
          <h2 className={classes.day}>{dayName(day)}</h2>
          <ol className={classes.entries}>
            {items.map((activity) => (
              <TimelineEntry key={activity.id} activity={activity} customerId={customer.id} />
            ))}
          </ol>
        </section>
      ))}
      <MoreButton pages={pages} label={t('customerRecord.activity.more')} />
    </div>
  )
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
