import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import type { Customer } from '../customers.api.ts'
import { type ReviewScore, reviewScoreQuery } from './reviews.api.ts'
import classes from './reviews.module.css'

const windows = ['month', 'threeMonths', 'sixMonths', 'lifetime'] as const

/** How many of their reviews were good, of late and in all. */
export function ReviewScoreCard({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { id, reviews } = customer
  const hasAny = reviews.count > 0
  const maySeeOthers = useCan()('orders.read')
  const score = useQuery({ ...reviewScoreQuery(id), enabled: hasAny })
  // The figures of the record are of all stores, the score of those that the user works for.
  const inSight = score.data?.lifetime ?? reviews
  if (!hasAny || inSight.count === 0) {
    return (
      <>
        <p className={classes.quiet}>{t('customerReviews.noneYet')}</p>
        {/* Theirs may be among those that found nobody. */}
        {maySeeOthers && (
          <LinkAnchor size="sm" to="/reviews">
            {t('shell.nav.reviews')}
          </LinkAnchor>
        )}
      </>
    )
  }
  return (
    <>
      <Windows score={score.data ?? { lifetime: inSight }} />
      {score.isError && (
        <p className={classes.quiet} role="alert">
          {t('customerReviews.scoreFailed')}{' '}
          <Button variant="default" size="compact-xs" onClick={() => void score.refetch()}>
            {t('common.tryAgain')}
          </Button>
        </p>
      )}
      <LinkAnchor size="sm" to="/customers/$customerId/reviews" params={{ customerId: id }}>
        {t('customerReviews.all', { count: inSight.count })}
      </LinkAnchor>
    </>
  )
}

function Windows({ score }: Readonly<{ score: Partial<ReviewScore> }>) {
  const { t } = useTranslation()
  return (
    <DataList
      items={windows.map(
        (name) => [t(`customerReviews.windows.${name}`), <Counts key={name} counts={score[name]} />] as const,
      )}
    />
  )
}

/** What has not come yet keeps its place. */
function Counts({ counts }: Readonly<{ counts: ReviewScore['lifetime'] | undefined }>) {
  const { t } = useTranslation()
  if (counts === undefined) return <span aria-hidden>…</span>
  if (counts.count === 0) return <span className={classes.none}>{t('customerReviews.none')}</span>
  return <span className={classes.figure}>{t('customerReviews.share', counts)}</span>
}
