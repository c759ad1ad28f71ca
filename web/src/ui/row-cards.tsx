import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import classes from './row-cards.module.css'
import { type RowPages, rowKey } from './row-pages.ts'
import { type Scroller, useRowWindow } from './use-row-window.ts'

type Props<Row> = Readonly<{
  pages: RowPages<Row>
  label: string
  /** Null where nobody knows how many there are. */
  total: number | null
  cardHeight: number
  /** Room under the last card for what floats over it. */
  room?: number
  card: (row: Row, index: number) => ReactNode
  skeleton: ReactNode
}>

const firstCards = 8

/** A list on a phone: the page itself scrolls, and only the cards in view are in the document. */
export function RowCards<Row extends Readonly<{ id: string }>>(props: Props<Row>) {
  const { pages, total, cardHeight, card, skeleton } = props
  const { list, rows } = useCards(props)
  const drawn = pages.isEmpty
    ? []
    : Array.from({ length: rows.last - rows.first + 1 }, (_, n) => rows.first + n)
  return (
    <ul
      ref={list}
      className={classes.list}
      aria-label={props.label}
      aria-busy={pages.isOld}
      inert={pages.isOld && !pages.isFirst}
      data-old={pages.isOld || undefined}
      style={rows.isPrinting ? undefined : { height: rows.height }}
    >
      {drawn.map((index) => {
        const row = pages.isFirst ? undefined : pages.rows.at(index)
        // On paper one stands under the other by itself.
        const style = rows.isPrinting
          ? undefined
          : { height: cardHeight, transform: `translateY(${rows.topOf(index)}px)` }
        return (
          <li
            key={rowKey(pages, index)}
            className={classes.place}
            style={style}
            aria-hidden={row === undefined || undefined}
            aria-posinset={index + 1}
            aria-setsize={pages.rows.hasMore ? (total ?? -1) : pages.rows.count}
          >
            {row === undefined ? skeleton : card(row, index)}
          </li>
        )
      })}
    </ul>
  )
}

function useCards<Row>({ pages, cardHeight, room }: Props<Row>) {
  const list = useRef<HTMLUListElement>(null)
  const [scroller] = useState(() => pageScroller(list))
  const rows = useRowWindow({
    scroller,
    count: pages.isFirst ? firstCards : pages.rows.count,
    rowHeight: cardHeight,
    head: 0,
    room: room ?? 0,
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
