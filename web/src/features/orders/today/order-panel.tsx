import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useName } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { Panel } from '../../../ui/page.tsx'
import { filterOf, type OrderSearch } from '../order-search.ts'
import { namedBy, numberOf, useStoreZone } from '../order-words.ts'
import { firstOrdersQuery, type OrderRow } from '../orders.api.ts'
import { StatusMark } from '../status-mark.tsx'
import classes from './order-panel.module.css'

const SHOWN = 6

type Props = Readonly<{
  title: string
  /** What stands there when there are none. */
  none: string
  /** The list these are the first of. */
  search: OrderSearch
  links: ReactNode
  /** All are wanted today: told by the hour, the earliest first. */
  isOfToday?: boolean
}>

/** The first of a list of orders, with the way to all of it. */
export function OrderPanel({ title, none, search, links, isOfToday = false }: Props) {
  const { t } = useTranslation()
  const orders = useQuery(firstOrdersQuery(filterOf(search), SHOWN, isOfToday ? 'fulfilAt' : undefined))
  return (
    <Panel title={title}>
      {orders.data === undefined ? (
        orders.isError ? (
          <LoadFailed text={t('dashboard.loadFailed')} onRetry={() => void orders.refetch()} />
        ) : (
          <div className={classes.waiting} aria-busy />
        )
      ) : orders.data.length === 0 ? (
        <Text c="dimmed" size="sm">
          {none}
        </Text>
      ) : (
        <ul className={classes.orders}>
          {orders.data.map((order) => (
            <Row key={order.id} order={order} isOfToday={isOfToday} />
          ))}
        </ul>
      )}
      <p className={classes.links}>{links}</p>
    </Panel>
  )
}

function Row({ order, isOfToday }: Readonly<{ order: OrderRow; isOfToday: boolean }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useName(order.customer?.name ?? '')
  const zone = useStoreZone()(order.store)
  const { id, status, customer, customerReference, store, fulfilAt, total, currency } = order
  const wanted =
    fulfilAt === null ? null : isOfToday ? format.time(fulfilAt, zone) : format.dateTime(fulfilAt, zone)
  const whose =
    (customer && name) ?? [t('orders.walkIn'), namedBy(customerReference)].filter(Boolean).join(' · ')
  return (
    <li className={classes.order}>
      <span className={classes.line}>
        <LinkAnchor fw={550} to="/orders/$orderId" params={{ orderId: id }}>
          <bdi>{numberOf(order)}</bdi>
        </LinkAnchor>
        <StatusMark status={status} />
        <b className={classes.total}>{format.money({ amount: total, currency })}</b>
      </span>
      <span className={classes.line} data-small>
        <span className={classes.words}>
          <bdi>{whose}</bdi>
          {store !== null && (
            <>
              {' · '}
              <bdi>{store.name}</bdi>
            </>
          )}
        </span>
        {wanted !== null && (
          <time dateTime={fulfilAt ?? undefined} className={classes.when}>
            {t('dashboard.wantedFor', { when: wanted })}
          </time>
        )}
      </span>
    </li>
  )
}
