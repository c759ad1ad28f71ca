import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { daysAfter } from '../../../kernel/calendar.ts'
import { LinkAnchor } from '../../../ui/link.tsx'
import { filterOf, type OrderSearch } from '../order-search.ts'
import { firstOrdersQuery } from '../orders.api.ts'
import { OrderPanel } from './order-panel.tsx'
import { otherOpen } from './other-open.ts'

const SHOWN = 6
/** Among so many of the newest ones those are found that are wanted at no time. */
const LOOKED_AT = 50
/** Before any order: the server sorts by when they are wanted only those that are wanted at some time. */
const LONG_AGO = '2000-01-01'

/** What is wanted today, and what else is still to be done. */
export function TodaysOrders({
  day,
  store,
}: Readonly<{ day: string; store: readonly string[] | undefined }>) {
  const { t } = useTranslation()
  const narrowed: OrderSearch = store === undefined ? {} : { store }
  const open: OrderSearch = { ...narrowed, state: 'current' }
  const wanted: OrderSearch = { ...open, fulfilFrom: day, fulfilTo: day }
  const ofToday = useQuery(firstOrdersQuery(filterOf(wanted), SHOWN, 'fulfilAt'))
  const overdue = useQuery(
    firstOrdersQuery(
      filterOf({ ...open, fulfilFrom: LONG_AGO, fulfilTo: daysAfter(day, -1) }),
      SHOWN,
      'fulfilAt',
    ),
  )
  const later = useQuery(
    firstOrdersQuery(filterOf({ ...open, fulfilFrom: daysAfter(day, 1) }), SHOWN, 'fulfilAt'),
  )
  const newest = useQuery(firstOrdersQuery(filterOf(open), LOOKED_AT))
  const parts = [overdue, later, newest]
  const others =
    overdue.data &&
    later.data &&
    newest.data &&
    otherOpen(overdue.data, later.data, newest.data).slice(0, SHOWN)
  return (
    <>
      <OrderPanel
        title={t('dashboard.wanted.title')}
        none={t('dashboard.wanted.none')}
        orders={ofToday.data}
        isError={ofToday.isError}
        onRetry={() => void ofToday.refetch()}
        day={day}
        links={
          <LinkAnchor size="sm" to="/orders" search={wanted} aria-label={t('dashboard.wanted.seeAll')}>
            {t('dashboard.seeAll')}
          </LinkAnchor>
        }
      />
      <OrderPanel
        title={t('dashboard.open.title')}
        none={t('dashboard.open.none')}
        orders={others}
        isError={parts.some(({ isError }) => isError)}
        onRetry={() => {
          for (const part of parts) void part.refetch()
        }}
        day={day}
        links={
          <>
            <LinkAnchor size="sm" to="/orders" search={{ ...narrowed, from: day, to: day }}>
              {t('dashboard.open.placed')}
            </LinkAnchor>
            <LinkAnchor size="sm" to="/orders" search={open} aria-label={t('dashboard.open.seeAll')}>
              {t('dashboard.seeAll')}
            </LinkAnchor>
          </>
        }
      />
    </>
  )
}
