import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useName } from '../../../ui/format-context.tsx'
import frame from '../../../ui/row-table.module.css'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import { isOwed, namedBy, numberOf } from '../order-words.ts'
import type { OrderRow } from '../orders.api.ts'
import { StatusMark } from '../status-mark.tsx'
import { GuestBox, type Selecting } from './guest-box.tsx'
import classes from './order-table.module.css'

type Props = Readonly<{
  order: OrderRow
  /** When it was placed, in words. */
  placed: string
  index: number
  isActive: boolean
  isSelected: boolean
  /** Null for whoever may not give orders to somebody. */
  onSelect: Selecting['onSelect'] | null
  onActive: (index: number) => void
}>

export const TableRow = memo(function TableRow(props: Props) {
  const { order, placed, index, isActive, isSelected, onSelect, onActive } = props
  const { t } = useTranslation()
  const format = useFormat()
  const target = useRowTarget({ to: '/orders/$orderId', params: { orderId: order.id } })
  const number = numberOf(order)
  // Only the row in use is on the way of the Tab key; arrows go to the others.
  const tabIndex = isActive ? 0 : -1
  const money = (amount: number) => format.money({ amount, currency: order.currency })
  return (
    <tr
      aria-rowindex={index + 2}
      data-row={index}
      data-selected={isSelected || undefined}
      className={frame.row}
      onFocus={() => onActive(index)}
      {...target}
    >
      {onSelect !== null && (
        <td className={classes.boxCell}>
          <GuestBox {...{ order, index, isSelected, tabIndex, onSelect }} />
        </td>
      )}
      <th scope="row" className={classes.number}>
        <Link
          to="/orders/$orderId"
          params={{ orderId: order.id }}
          className={classes.numberLink}
          tabIndex={tabIndex}
          title={number}
          preload={false}
          data-name
        >
          <bdi>{number}</bdi>
        </Link>
      </th>
      <td className={classes.figure}>
        <time dateTime={order.placedAt} title={format.relative(order.placedAt)}>
          {placed}
        </time>
      </td>
      <td>
        <CustomerCell order={order} tabIndex={tabIndex} />
      </td>
      <td title={order.organization?.name}>
        <bdi>{order.organization?.name}</bdi>
      </td>
      <td title={order.store?.name}>
        <bdi>{order.store?.name}</bdi>
      </td>
      <td>{t(`orders.channels.${order.channel}`)}</td>
      <td>
        <StatusMark status={order.status} />
      </td>
      <td data-figure>{format.number(order.pieces)}</td>
      <td data-figure>{money(order.total)}</td>
      <td data-figure data-none={!isOwed(order) || undefined}>
        {/* Of one that is cancelled nobody owes the rest. */}
        {isOwed(order) || order.due <= 0 ? money(order.due) : null}
      </td>
    </tr>
  )
})

function CustomerCell({ order, tabIndex }: Pick<Props, 'order'> & Readonly<{ tabIndex: number }>) {
  const { t } = useTranslation()
  const { customer } = order
  const named = namedBy(order.customerReference)
  const name = useName(customer?.name ?? '')
  if (customer === null) {
    return (
      <span className={classes.guest} title={named ?? undefined}>
        {t('orders.walkIn')}
        {named !== null && (
          <>
            {' · '}
            <bdi>{named}</bdi>
          </>
        )}
      </span>
    )
  }
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: customer.id }}
      className={classes.customer}
      tabIndex={tabIndex}
      title={name}
      preload={false}
    >
      <bdi>{name}</bdi>
    </Link>
  )
}
