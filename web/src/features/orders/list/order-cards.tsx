import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import { type Scroller, useRowWindow } from '../../../ui/use-row-window.ts'
import { isOwed, namedBy, numberOf, usePlacedText } from '../order-words.ts'
import type { OrderRow } from '../orders.api.ts'
import { StatusMark } from '../status-mark.tsx'
import classes from './order-cards.module.css'
import { keyOf } from './order-table.tsx'
import type { OrderPages } from './use-order-pages.ts'

const cardHeight = 96
const firstCards = 8

/** The list on a phone: the page itself scrolls, and what matters most of an order stands on three lines. */
export function OrderCards({ pages }: Readonly<{ pages: OrderPages }>) {
  const { t } = useTranslation()
  const placed = usePlacedText()
  const { list, rows } = useCards(pages)
  const drawn = pages.isEmpty
    ? []
    : Array.from({ length: rows.last - rows.first + 1 }, (_, n) => rows.first + n)
  return (
    <ul
      ref={list}
      className={classes.list}
      aria-label={t('orders.tableLabel')}
      aria-busy={pages.isOld}
      inert={pages.isOld && !pages.isFirst}
      data-old={pages.isOld || undefined}
      style={rows.isPrinting ? undefined : { height: rows.height }}
    >
      {drawn.map((index) => {
        const order = pages.isFirst ? undefined : pages.at(index)
        // On paper one stands under the other by itself.
        const style = rows.isPrinting ? undefined : { transform: `translateY(${rows.topOf(index)}px)` }
        return (
          <li
            key={keyOf(order?.id, index, pages)}
            className={classes.place}
            style={style}
            aria-hidden={order === undefined || undefined}
            aria-posinset={index + 1}
            aria-setsize={pages.hasMore ? -1 : pages.count}
          >
            {order === undefined ? (
              <div className={classes.card}>
                <Skeleton height={12} width="45%" />
              </div>
            ) : (
              <Card order={order} placed={placed(order)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function useCards(pages: OrderPages) {
  const list = useRef<HTMLUListElement>(null)
  const [scroller] = useState(() => pageScroller(list))
  const rows = useRowWindow({
    scroller,
    count: pages.isFirst ? firstCards : pages.count,
    rowHeight: cardHeight,
    head: 0,
    room: 0,
    moved: 0,
    read: pages.read,
    onInView: pages.onInView,
  })
  const before = useRef(pages.key)
  useLayoutEffect(() => {
    if (before.current !== pages.key) scrollTo({ top: 0 })
    before.current = pages.key
  }, [pages.key])
  return { list, rows }
}

/** The page scrolls, and the list begins somewhere in it: chips above it come and go. */
const pageScroller = (list: RefObject<HTMLElement | null>): Scroller => ({
  target: () => window,
  top: () => scrollY - (list.current?.offsetTop ?? 0),
  view: () => innerHeight,
  scrollTo: (top) => scrollTo({ top: top + (list.current?.offsetTop ?? 0) }),
})

function Card({ order, placed }: Readonly<{ order: OrderRow; placed: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const target = useRowTarget({ to: '/orders/$orderId', params: { orderId: order.id } })
  const { customer, customerReference, currency, total, due, store } = order
  const money = (amount: number) => format.money({ amount, currency })
  return (
    // The whole card is a target for the finger; keyboards and screen readers have the link in it.
    <div className={classes.card} {...target}>
      <span className={classes.line}>
        <Link to="/orders/$orderId" params={{ orderId: order.id }} preload={false} className={classes.number}>
          <bdi>{numberOf(order)}</bdi>
        </Link>
        <StatusMark status={order.status} />
        <b className={classes.total}>{money(total)}</b>
      </span>
      <span className={classes.line}>
        <bdi className={classes.words}>
          {customer?.name ?? [t('orders.walkIn'), namedBy(customerReference)].filter(Boolean).join(' · ')}
        </bdi>
        {isOwed(order) && <span className={classes.due}>{t('orders.dueOf', { amount: money(due) })}</span>}
      </span>
      <span className={classes.line} data-small>
        <span className={classes.words}>{[placed, store?.name].filter(Boolean).join(' · ')}</span>
        <span className={classes.items}>{t('orders.items', { count: order.itemCount })}</span>
      </span>
    </div>
  )
}
