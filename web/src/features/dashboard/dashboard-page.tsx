import { NativeSelect } from '@mantine/core'
import { IconMessageStar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../api/queries.ts'
import { useCan, useSession } from '../../api/session.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import classes from './dashboard-page.module.css'

type Props = Readonly<{
  store: string | undefined
  onStore: (store: string | undefined) => void
  cards: ReactNode
  orders: ReactNode
  days: ReactNode
}>

/** Where a day begins: the figures, what is to be done, whom to congratulate. What a user may not see is null. */
export function DashboardPage({ store, onStore, cards, orders, days }: Props) {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader
        title={t('dashboard.title')}
        actions={
          <>
            <ReviewsLink />
            <StoreChoice store={store} onStore={onStore} />
          </>
        }
      />
      {cards !== null && <div className={classes.cards}>{cards}</div>}
      <div className={classes.parts}>
        {orders !== null && <div className={classes.part}>{orders}</div>}
        <div className={classes.part}>{days}</div>
      </div>
    </Page>
  )
}

/** A business that has not begun. */
export function EmptyDashboard({ doors }: Readonly<{ doors: ReactNode }>) {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={t('dashboard.title')} description={t('dashboard.welcome')} />
      {doors}
    </Page>
  )
}

/** Where the business shows them. */
function ReviewsLink() {
  const { t } = useTranslation()
  const mayRead = useCan()('orders.read')
  const { showReviews } = useSession().merchant
  if (!mayRead || !showReviews) return null
  return (
    <LinkButton to="/reviews" variant="default" leftSection={<IconMessageStar size={17} aria-hidden />}>
      {t('shell.nav.reviews')}
    </LinkButton>
  )
}

/** With one store there is nothing to choose. */
function StoreChoice({ store, onStore }: Pick<Props, 'store' | 'onStore'>) {
  const { t } = useTranslation()
  const stores = useQuery(storesQuery).data ?? []
  if (stores.length < 2 && store === undefined) return null
  // A link may name one by its name, as the API does, or one that is gone.
  const known = stores.find(({ id, name }) => id === store || name === store)
  const unknown = store !== undefined && known === undefined ? [{ value: store, label: t('lists.gone') }] : []
  const named = stores.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <NativeSelect
      aria-label={t('dashboard.store')}
      value={known?.id ?? store ?? ''}
      data={[{ value: '', label: t('dashboard.allStores') }, ...named, ...unknown]}
      onChange={({ currentTarget }) => onStore(currentTarget.value || undefined)}
    />
  )
}
