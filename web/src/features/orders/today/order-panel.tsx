import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { daysAfter, today } from '../../../kernel/calendar.ts'
import { useFormat, useName } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { Panel } from '../../../ui/page.tsx'
import panelLinks from '../../../ui/panel-links.module.css'
import { namedBy, numberOf, useStoreZone } from '../order-words.ts'
import type { OrderRow } from '../orders.api.ts'
import { StatusMark } from '../status-mark.tsx'
import classes from './order-panel.module.css'

type Props = Readonly<{
  title: string
  /** What stands there when there are none. */
  none: string
  /** Undefined until they are there. */
  orders: readonly OrderRow[] | undefined
  isError: boolean
  onRetry: () => void
  links: ReactNode
  day: string
}>

/** Orders that are still to be done, by when they are wanted, with the way to all of them. */
export function OrderPanel({ title, none, orders, isError, onRetry, links, day }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={title}>
      {orders === undefined ? (
        isError ? (
          <LoadFailed text={t('dashboard.loadFailed')} onRetry={onRetry} />
        ) : (
          <div className={classes.waiting} aria-busy />
        )
      ) : orders.length === 0 ? (
        <Text c="dimmed" size="sm">
          {none}
        </Text>
      ) : (
        <ul className={classes.orders}>
          {orders.map((order) => (
            <Row key={order.id} order={order} day={day} />
          ))}
        </ul>
      )}
      <p className={panelLinks.links}>{links}</p>
    </Panel>
  )
}

/** “9:36 PM” of this day, “tomorrow, 9:36 PM”, else with its date; where its store is. */
function useWantedText() {
  const { t } = useTranslation()
  const format = useFormat()
  return (instant: string, day: string, zone: string) => {
    const time = format.time(instant, zone)
    const wanted = today(zone, new Date(instant))
    if (wanted === day) return time
    return wanted === daysAfter(day, 1) ? t('dashboard.tomorrowAt', { time }) : format.dateTime(instant, zone)
  }
}

function Row({ order, day }: Readonly<{ order: OrderRow; day: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useName(order.customer?.name ?? '')
  const zone = useStoreZone()(order.store)
  const wantedText = useWantedText()
  const { id, status, customer, customerReference, store, fulfilAt, total, currency } = order
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
        <bdi className={classes.words}>{whose}</bdi>
      </span>
      <span className={classes.line} data-small>
        <bdi className={classes.words}>{store?.name}</bdi>
        {fulfilAt !== null && (
          <time dateTime={fulfilAt} className={classes.when}>
            {t('dashboard.wantedFor', { when: wantedText(fulfilAt, day, zone) })}
          </time>
        )}
      </span>
    </li>
  )
}
