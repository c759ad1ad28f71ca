import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArchive,
  IconBuildingStore,
  IconHistory,
  IconMail,
  IconMailX,
  IconMessageStar,
  IconPencil,
  IconPlus,
  IconReceipt,
  IconRestore,
  IconTag,
} from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import type { Activity } from '../activities.api.ts'
import { useFieldText } from '../field-text.ts'
import { type Review, useSeesReviews } from '../reviews/reviews.api.ts'
import { Stars } from '../reviews/stars.tsx'
import classes from './timeline.module.css'
import { changedFields, tell } from './timeline.ts'
import { useSentence } from './use-sentence.ts'

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const
const icons: Readonly<Record<string, React.ReactNode>> = {
  'customer.created': <IconPlus {...icon} />,
  'customer.edited': <IconPencil {...icon} />,
  'customer.inactivated': <IconArchive {...icon} />,
  'customer.restored': <IconRestore {...icon} />,
  'receipt.sent': <IconMail {...icon} />,
  'receipt.failed': <IconMailX {...icon} />,
  'customer.tagged': <IconTag {...icon} />,
  'customer.untagged': <IconTag {...icon} />,
  'order.assigned': <IconReceipt {...icon} />,
  'order.unassigned': <IconReceipt {...icon} />,
  'review.received': <IconMessageStar {...icon} />,
  'review.assigned': <IconMessageStar {...icon} />,
  'review.unassigned': <IconMessageStar {...icon} />,
  'review.edited': <IconMessageStar {...icon} />,
  'review.deleted': <IconMessageStar {...icon} />,
  'orders.assigned': <IconReceipt {...icon} />,
  'orders.unassigned': <IconReceipt {...icon} />,
  'customer.assigned': <IconBuildingStore {...icon} />,
  'customer.unassigned': <IconBuildingStore {...icon} />,
}

/** Their sentence says all there is. */
const toldWhole: ReadonlySet<string> = new Set([
  ...['tags', 'moved', 'inactivated', 'restored', 'receiptSent', 'receiptFailed', 'review'],
])

/** Up to so many changes stand open; more are folded, as are all the fields of a new customer. */
const openChanges = 3

type Props = Readonly<{ activity: Activity; customerId: string; review: Review | undefined }>

export function TimelineEntry({ activity, customerId, review }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const sentence = useSentence()
  const maySeeOrders = useCan()('orders.read')
  const seesReviews = useSeesReviews()
  const id = useId()
  const { kind, at, before, after } = activity
  const text = useFieldText(before, after)
  const told = tell(activity)
  const { what } = told
  const order = 'orderId' in told ? told : null
  const isReview = what === 'review' && kind !== 'review.deleted' && kind !== 'review.unassigned'
  const isTold = order !== null || toldWhole.has(what)
  const differences = isTold
    ? []
    : changedFields(activity)
        .filter((field) => field !== 'photoUrl' && !(what === 'created' && field === 'type'))
        .flatMap((field) => text.differences(field, before?.[field], after?.[field]))
  const isFolded = what === 'created' || differences.length > openChanges
  // The sentence has its name already.
  const isNamed = what === 'changed' && differences.length === 1
  const [opened, setOpened] = useState(false)
  return (
    <li className={classes.entry}>
      <span className={classes.mark}>{icons[kind] ?? <IconHistory {...icon} />}</span>
      <div className={classes.words}>
        <div className={classes.head}>
          <span>{sentence(activity)}</span>
          <Tooltip label={`${format.dateTime(at)} · ${format.relative(at)}`}>
            <time dateTime={at} className={classes.time}>
              {new Intl.DateTimeFormat(format.locale, {
                hour: 'numeric',
                minute: '2-digit',
                timeZone: format.timeZone,
              }).format(new Date(at))}
            </time>
          </Tooltip>
        </div>
        {order !== null && maySeeOrders && (
          <LinkAnchor size="sm" to="/orders/$orderId" params={{ orderId: order.orderId }}>
            {t('customerRecord.activity.viewOrder')}
          </LinkAnchor>
        )}
        {review !== undefined && <Said review={review} />}
        {isReview && seesReviews && (
          <LinkAnchor size="sm" to="/customers/$customerId/reviews" params={{ customerId }}>
            {t('customerReviews.told.view')}
          </LinkAnchor>
        )}
        {isFolded && differences.length > 0 && (
          <UnstyledButton
            className={classes.fold}
            aria-expanded={opened}
            aria-controls={id}
            onClick={() => setOpened(!opened)}
          >
            {opened
              ? t('customerRecord.activity.hide')
              : t(what === 'created' ? 'customerRecord.activity.filled' : 'customerRecord.activity.details', {
                  count: differences.length,
                })}
          </UnstyledButton>
        )}
        <div id={id}>
          {(opened || !isFolded) && differences.length > 0 && (
            <dl className={classes.changes}>
              {differences.map((difference) => (
                <div key={difference.label} data-alone={isNamed || undefined}>
                  <dt>{difference.label}</dt>
                  <dd>
                    {what !== 'created' && (
                      <>
                        <Value text={difference.before} isOld />
                        <span aria-hidden className={classes.arrow}>
                          →
                        </span>
                      </>
                    )}
                    <Value text={difference.after} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      </div>
    </li>
  )
}

/** So much of a review stands in the history. */
const firstWords = 140

/** How it judged, when, and how it begins. */
function Said({ review }: Readonly<{ review: Review }>) {
  const format = useFormat()
  const { text, localDay } = review
  return (
    <div className={classes.said}>
      <div className={classes.judged}>
        <Stars review={review} />
        <time dateTime={review.at}>{format.day(localDay)}</time>
      </div>
      {text !== null && <p dir="auto">{text.length > firstWords ? `${text.slice(0, firstWords)}…` : text}</p>}
    </div>
  )
}

const longText = 240

function Value({ text, isOld = false }: Readonly<{ text: string; isOld?: boolean }>) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  if (text === '') return <span className={classes.empty}>{t('customerRecord.activity.empty')}</span>
  const isLong = text.length > longText
  const shown = isLong && !whole ? `${text.slice(0, longText)}…` : text
  return (
    <span className={classes.value}>
      <bdi>{isOld ? <del>{shown}</del> : shown}</bdi>
      {isLong && (
        <UnstyledButton className={classes.fold} onClick={() => setWhole(!whole)}>
          {t(whole ? 'customerRecord.activity.showLess' : 'customerRecord.activity.showMore')}
        </UnstyledButton>
      )}
    </span>
  )
}
