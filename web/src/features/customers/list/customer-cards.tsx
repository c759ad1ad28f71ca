import { Skeleton, VisuallyHidden } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangedElsewhere } from '../../../api/elsewhere.ts'
import { usePhoneFormat } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import { type Scroller, useRowWindow } from '../../../ui/use-row-window.ts'
import { BadPhone, StatusCell, Tags } from './cells.tsx'
import classes from './customer-cards.module.css'
import type { CustomerRow } from './list.api.ts'
import { useMenuButton } from './row-actions.ts'
import { isBadPhone } from './row-reach.ts'
import { isSelected, type Selection } from './selection.ts'
import type { CustomerPages } from './use-customer-pages.ts'

export const cardFields = 'displayName,email,number,phone,phones,photoUrl,status,tags,type'
const cardHeight = 76
const firstCards = 8

type Props = Readonly<{
  pages: CustomerPages
  /** Active and inactive ones stand side by side. */
  marksInactive: boolean
  selection: Selection
  onSelect: (index: number, isRange: boolean) => void
  room: number
}>

/** The list on a phone: the page itself scrolls, and what matters most of a customer stands on two lines. */
export function CustomerCards({ pages, marksInactive, selection, onSelect, room }: Props) {
  const { t } = useTranslation()
  const { list, rows } = useCards(pages, room)
  const drawn = pages.isEmpty
    ? []
    : Array.from({ length: rows.last - rows.first + 1 }, (_, n) => rows.first + n)
  const total = pages.rows.hasMore ? (pages.total ?? -1) : pages.rows.count
  return (
    <ul
      ref={list}
      className={classes.list}
      aria-label={t('customerList.tableLabel')}
      aria-busy={pages.isOld}
      inert={pages.isOld && !pages.isFirst}
      data-old={pages.isOld || undefined}
      style={rows.isPrinting ? undefined : { height: rows.height }}
    >
      {drawn.map((index) => {
        const row = pages.isFirst ? undefined : pages.rows.at(index)
        const start = rows.isPrinting ? null : rows.topOf(index)
        const style = placed(start)
        return row === undefined ? (
          <li key={index} className={classes.card} style={style} aria-hidden>
            <Skeleton circle height={36} ml={52} />
            <Skeleton height={12} width="45%" />
          </li>
        ) : (
          <Card
            key={pages.rows.at(index - 1)?.id === row.id ? index : row.id}
            row={row}
            index={index}
            total={total}
            start={start}
            isSelected={isSelected(selection, row.id)}
            marksInactive={marksInactive}
            onSelect={onSelect}
          />
        )
      })}
    </ul>
  )
}

/** On paper one stands under the other by itself. */
const placed = (top: number | null) => (top === null ? undefined : { transform: `translateY(${top}px)` })

function useCards(pages: CustomerPages, room: number) {
  const list = useRef<HTMLUListElement>(null)
  const [scroller] = useState(() => pageScroller(list))
  const rows = useRowWindow({
    scroller,
    count: pages.isFirst ? firstCards : pages.rows.count,
    rowHeight: cardHeight,
    head: 0,
    room,
    moved: pages.rows.moved,
    read: pages.rows.read,
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

type CardProps = Readonly<{
  row: CustomerRow
  index: number
  total: number
  start: number | null
  isSelected: boolean
  marksInactive: boolean
  onSelect: (index: number, isRange: boolean) => void
}>

const Card = memo(function Card({
  row,
  index,
  total,
  start,
  isSelected,
  marksInactive,
  onSelect,
}: CardProps) {
  const { t } = useTranslation()
  const target = useRowTarget({ to: '/customers/$customerId', params: { customerId: row.id } })
  const button = useMenuButton('more', row)
  const { displayName, type, photoUrl, status } = row
  return (
    <li
      className={classes.card}
      style={placed(start)}
      data-selected={isSelected || undefined}
      data-changed={useChangedElsewhere(row.id) || undefined}
      aria-posinset={index + 1}
      aria-setsize={total}
      {...target}
    >
      <label className={classes.boxLabel}>
        <input
          type="checkbox"
          className={classes.box}
          checked={isSelected}
          aria-label={t('customerList.row.select', { name: displayName })}
          onChange={() => onSelect(index, false)}
        />
      </label>
      <Initials name={displayName} photoUrl={photoUrl} type={type} size={36} />
      <span className={classes.words}>
        <span className={classes.line}>
          <Link
            to="/customers/$customerId"
            params={{ customerId: row.id }}
            className={classes.name}
            preload={false}
          >
            <bdi>{displayName}</bdi>
          </Link>
          {marksInactive && status === 'inactive' && (
            <span className={classes.small}>
              <StatusCell status="inactive" />
            </span>
          )}
        </span>
        <Contact row={row} />
      </span>
      <button type="button" className={classes.more} {...button}>
        <IconDots size={20} aria-hidden />
        <VisuallyHidden>{t('common.moreFor', { name: displayName })}</VisuallyHidden>
      </button>
    </li>
  )
})

/** How to reach somebody, else their number; and the first tag. */
function Contact({ row }: Readonly<{ row: CustomerRow }>) {
  const phone = usePhoneFormat()
  const text = row.phone ? phone(row.phone) : (row.email ?? row.number)
  return (
    <span className={classes.line}>
      {text && (
        <span className={classes.contact} data-phone={row.phone ? true : undefined}>
          {text}
        </span>
      )}
      {row.phone && isBadPhone(row) && <BadPhone />}
      {row.tags && row.tags.length > 0 && (
        <span className={classes.tags}>
          <Tags tags={row.tags} width={0} />
        </span>
      )}
    </span>
  )
}
