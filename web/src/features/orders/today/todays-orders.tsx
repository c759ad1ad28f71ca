import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../../ui/link.tsx'
import type { OrderSearch } from '../order-search.ts'
import { OrderPanel } from './order-panel.tsx'

/** What is wanted today, and what else is still to be done. */
export function TodaysOrders({
  day,
  store,
}: Readonly<{ day: string; store: readonly string[] | undefined }>) {
  const { t } = useTranslation()
  const narrowed: OrderSearch = store === undefined ? {} : { store }
  const open: OrderSearch = { ...narrowed, state: 'current' }
  const wanted: OrderSearch = { ...open, fulfilFrom: day, fulfilTo: day }
  return (
    <>
      <OrderPanel
        title={t('dashboard.wanted.title')}
        none={t('dashboard.wanted.none')}
        search={wanted}
        isOfToday
        links={
          <LinkAnchor size="sm" to="/orders" search={wanted} aria-label={t('dashboard.wanted.seeAll')}>
            {t('dashboard.seeAll')}
          </LinkAnchor>
        }
      />
      <OrderPanel
        title={t('dashboard.open.title')}
        none={t('dashboard.open.none')}
        search={open}
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
