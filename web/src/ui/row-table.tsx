import { useMergedRef } from '@mantine/hooks'
import {
  type CSSProperties,
  Fragment,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { type RowPages, rowKey } from './row-pages.ts'
import classes from './row-table.module.css'
import { useRowKeys } from './use-row-keys.ts'
import { type Scroller, useRowWindow } from './use-row-window.ts'

export type TableHandle = Readonly<{ focusFirstRow: () => void; focusRow: (index: number) => void }>

export type RowPlace = Readonly<{
  index: number
  isActive: boolean
  onActive: (index: number) => void
  isPrinting: boolean
}>

type Props<Row> = Readonly<{
  pages: RowPages<Row>
  handle: Ref<TableHandle>
  label: string
  /** What the router remembers under, how far it was scrolled. */
  name: string
  /** Null where nobody knows how many there are. */
  total: number | null
  rowHeight: number
  /** Room under the last row for what floats over it. */
  room?: number
  className?: string | undefined
  /** What stays in view at the sides when it is scrolled, in pixels: what has the focus does not come to lie under it. */
  fixed: Readonly<{ left: number; right: number }>
  /** For who lays the columns out by the width that there is. */
  sizeRef?: Ref<HTMLDivElement>
  columnCount?: number
  keyLabels: Parameters<typeof useRowKeys>[0]['labels']
  onSelect?: (index: number) => void
  onSide?: Parameters<typeof useRowKeys>[0]['onSide']
  /** Which rows stand on the paper. */
  printedText: (rows: Readonly<{ first: number; last: number }>) => string
  widthOf?: (isPrinting: boolean) => number | string
  columns: (isPrinting: boolean) => ReactNode
  head: ReactNode
  row: (row: Row, place: RowPlace) => ReactNode
  skeleton: (index: number) => ReactNode
}>

/** The style sheet gets it from here. */
const headHeight = 40
const firstRows = 20

/** Only the rows in view are in the document; spacers stand for the others, so that it stays a real table. */
export function RowTable<Row extends Readonly<{ id: string }>>(props: Props<Row>) {
  const { pages, total, rowHeight, fixed, row, skeleton } = props
  const count = pages.isFirst ? firstRows : pages.rows.count
  const { region, rows, keys } = useWindow(props, count)
  const drawn = drawnIndexes(rows, keys.active, count)
  const bottom = (n: number) => rows.topOf((drawn[n] ?? -1) + 1)
  useImperativeHandle(props.handle, () => ({ focusFirstRow: () => keys.goTo(0), focusRow: keys.goTo }))
  useTopOnNewSearch(rows.toTop, pages.key)
  const { isPrinting } = rows
  const heights = { '--row-height': `${rowHeight}px`, '--head-height': `${headHeight}px` } as CSSProperties
  return (
    <div
      ref={useMergedRef(region, props.sizeRef ?? null)}
      className={classes.region}
      data-old={pages.isOld || undefined}
      data-scroll-restoration-id={props.name}
      style={{ scrollPadding: `${headHeight + 4}px ${fixed.right}px 0 ${fixed.left}px` }}
    >
      <table
        className={[classes.table, props.className].join(' ')}
        aria-label={props.label}
        aria-rowcount={pages.rows.hasMore ? (total === null ? -1 : total + 1) : count + 1}
        aria-colcount={props.columnCount}
        aria-busy={pages.isOld}
        style={{ ...heights, width: props.widthOf?.(isPrinting) }}
      >
        {isPrinting && (
          <caption className={classes.printed}>
            {props.printedText({ first: rows.first + 1, last: rows.last + 1 })}
          </caption>
        )}
        <colgroup>{props.columns(isPrinting)}</colgroup>
        <thead className={classes.head}>
          <tr aria-rowindex={1}>{props.head}</tr>
        </thead>
        <tbody onKeyDown={keys.onKeyDown} inert={pages.isOld && !pages.isFirst}>
          {drawn.map((index, n) => {
            const data = pages.isFirst ? undefined : pages.rows.at(index)
            const place = { index, isActive: index === keys.active, onActive: keys.setActive, isPrinting }
            return (
              <Fragment key={rowKey(pages, index)}>
                <Spacer height={rows.topOf(index) - (n === 0 ? 0 : bottom(n - 1))} />
                {data === undefined ? skeleton(index) : row(data, place)}
              </Fragment>
            )
          })}
          <Spacer height={rows.height - headHeight - (drawn.length === 0 ? 0 : bottom(drawn.length - 1))} />
        </tbody>
      </table>
    </div>
  )
}

function useWindow<Row>(props: Props<Row>, count: number) {
  const { pages, rowHeight, room, keyLabels, onSelect, onSide } = props
  const region = useRef<HTMLDivElement>(null)
  const [scroller] = useState(() => scrollerOf(region))
  const rows = useRowWindow({
    scroller,
    count,
    rowHeight,
    head: headHeight,
    room: room ?? 0,
    moved: pages.rows.moved,
    read: pages.rows.read,
    onInView: pages.onInView,
  })
  const keys = useRowKeys({
    region,
    count: pages.isFirst ? 0 : pages.rows.count,
    drawn: rows,
    isLoaded: (index) => pages.rows.at(index) !== undefined,
    scrollTo: rows.toRow,
    labels: keyLabels,
    onSide,
    ...(onSelect && { onSelect }),
  })
  return { region, rows, keys }
}

const scrollerOf = (region: RefObject<HTMLElement | null>): Scroller => ({
  target: () => region.current,
  top: () => region.current?.scrollTop ?? 0,
  view: () => region.current?.clientHeight ?? 0,
  scrollTo: (top) => region.current?.scrollTo({ top }),
})

/** The row in use stays in the document where it can: what has the focus must not vanish under it. */
function drawnIndexes(rows: ReturnType<typeof useRowWindow>, active: number, count: number): number[] {
  if (count === 0) return []
  const drawn = Array.from({ length: rows.last - rows.first + 1 }, (_, n) => rows.first + n)
  const top = rows.topOf(active)
  const isOnTrack = top >= 0 && top < rows.height && active < count
  if (!isOnTrack || (active >= rows.first && active <= rows.last)) return drawn
  return active < rows.first ? [active, ...drawn] : [...drawn, active]
}

function Spacer({ height }: Readonly<{ height: number }>) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className={classes.spacer}>
      <td style={{ height }} />
    </tr>
  )
}

/** Other filters or another order begin at the top; coming back to a list does not. */
function useTopOnNewSearch(toTop: () => void, key: string): void {
  const before = useRef(key)
  const onNewSearch = useEffectEvent(toTop)
  useEffect(() => {
    if (before.current !== key) onNewSearch()
    before.current = key
  }, [key])
}
