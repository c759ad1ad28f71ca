import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isSelected } from '../../../kernel/selection.ts'
import { useFormat, useName } from '../../../ui/format-context.tsx'
import { RowCards } from '../../../ui/row-cards.tsx'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import { isOwed, namedBy, numberOf, usePlacedText } from '../order-words.ts'
import type { OrderRow } from '../orders.api.ts'
import { StatusMark } from '../status-mark.tsx'
import { GuestBox, type Selecting } from './guest-box.tsx'
import classes from './order-cards.module.css'
import type { OrderPages } from './use-order-pages.ts'

/** What matters most of an order, on three lines. */
type Props = Readonly<{ pages: OrderPages; selecting: Selecting | null; room: number }>

export function OrderCards({ pages, selecting, room }: Props) {
  const { t } = useTranslation()
  const placed = usePlacedText()
  return (
    <RowCards
      pages={pages}
      label={t('orders.tableLabel')}
      total={null}
      cardHeight={96}
      room={room}
      card={(order, index) => (
        <Card order={order} placed={placed(order)} index={index} selecting={selecting} />
      )}
      skeleton={
        <div className={classes.card}>
          <Skeleton height={12} width="45%" />
        </div>
      }
    />
  )
}

type CardProps = Readonly<{ order: OrderRow; placed: string; index: number; selecting: Selecting | null }>

function Card({ order, placed, index, selecting }: CardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useName(order.customer?.name ?? '')
  const target = useRowTarget({ to: '/orders/$orderId', params: { orderId: order.id } })
  const { customer, customerReference, currency, total, due, store } = order
  const money = (amount: number) => format.money({ amount, currency })
  const isChosen = selecting !== null && customer === null && isSelected(selecting.selection, order.id)
  return (
    // The whole card is a target for the finger; keyboards and screen readers have the link in it.
    <div className={classes.row} data-selected={isChosen || undefined} {...target}>
      {selecting !== null && (
        <span className={classes.box}>
          <GuestBox order={order} index={index} isSelected={isChosen} onSelect={selecting.onSelect} />
        </span>
      )}
      <div className={classes.card} data-boxed={selecting !== null || undefined}>
        <span className={classes.line}>
          <Link
            to="/orders/$orderId"
            params={{ orderId: order.id }}
            preload={false}
            className={classes.number}
          >
            <bdi>{numberOf(order)}</bdi>
          </Link>
          <StatusMark status={order.status} />
          <b className={classes.total}>{money(total)}</b>
        </span>
        <span className={classes.line}>
          <bdi className={classes.words}>
            {(customer && name) ??
              [t('orders.walkIn'), namedBy(customerReference)].filter(Boolean).join(' · ')}
          </bdi>
          {isOwed(order) && <span className={classes.due}>{t('orders.dueOf', { amount: money(due) })}</span>}
        </span>
        <span className={classes.line} data-small>
          <span className={classes.words}>{[placed, store?.name].filter(Boolean).join(' · ')}</span>
          <span className={classes.items}>{t('orders.pieces', { count: order.pieces })}</span>
        </span>
      </div>
    </div>
  )
}
