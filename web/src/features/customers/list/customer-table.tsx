import { useElementSize, useMediaQuery, useMergedRef } from '@mantine/hooks'
import {
  type CSSProperties,
  Fragment,
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useRowKeys } from '../../../ui/use-row-keys.ts'
import { type Scroller, useRowWindow } from '../../../ui/use-row-window.ts'
import type { CustomAttribute } from '../customers.api.ts'
import { type ColumnId, tableColumns } from './columns.ts'
import { TableRow } from './customer-row.tsx'
import classes from './customer-table.module.css'
import type { ListSearch } from './list-search.ts'
import { isSelected, type Selection } from './selection.ts'
import { SkeletonRow } from './skeleton-row.tsx'
import { TableHead } from './table-head.tsx'
import { boxWidth, headHeight, type Layout, layOut, rowHeights } from './table-layout.ts'
import { type TableView, withoutWidth, withWidths } from './table-view.ts'
import type { CustomerPages } from './use-customer-pages.ts'

export type TableHandle = Readonly<{ focusFirstRow: () => void }>

type Props = Readonly<{
  pages: CustomerPages
  search: ListSearch
  view: TableView
  attributes: readonly CustomAttribute[]
  onView: (view: TableView) => void
  selection: Selection
  onSort: (search: ListSearch) => void
  onSelect: (index: number, isRange: boolean) => void
  onSelectLoaded: () => void
  /** Room under the last row for what floats over it. */
  room: number
  handle: Ref<TableHandle>
}>

const firstRows = 20
/** On paper no cell is short of room: it goes on in the next line. */
const allThatIsThere = Array<number>(200).fill(10_000)

/** Only the rows in view are in the document; spacers stand for the others, so that it stays a real table. */
export function CustomerTable(props: Props) {
  const { pages, view, attributes, selection } = props
  const { t } = useTranslation()
  const columns = useMemo(() => tableColumns(view.columns), [view.columns])
  const count = pages.isFirst ? firstRows : pages.rows.count
  const { ref, layout, rowHeight, rows, keys } = useTable(props, columns, count)
  const drawn = drawnIndexes(rows, keys.active, count)
  const bottom = (n: number) => rows.topOf((drawn[n] ?? -1) + 1)
  useImperativeHandle(props.handle, () => ({ focusFirstRow: () => keys.goTo(0) }))
  useTopOnNewSearch(rows.toTop, pages.key)

  return (
    <div
      ref={ref}
      className={classes.region}
      data-old={pages.isOld || undefined}
      data-scroll-restoration-id="customers"
    >
      <table
        className={classes.table}
        aria-label={t('customerList.tableLabel')}
        aria-rowcount={pages.rows.hasMore ? (pages.total === null ? -1 : pages.total + 1) : count + 1}
        aria-colcount={columns.length + 2}
        aria-busy={pages.isOld}
        style={
          {
            width: rows.isPrinting ? '100%' : widthOf(layout),
            '--row-height': `${rowHeight}px`,
            '--head-height': `${headHeight}px`,
          } as CSSProperties
        }
      >
        {rows.isPrinting && (
          <caption className={classes.printed}>
            {t('customerList.printed', { first: rows.first + 1, last: rows.last + 1 })}
          </caption>
        )}
        <colgroup>
          <col style={{ width: boxWidth }} />
          {columns.map((column, n) => (
            <col key={column} style={rows.isPrinting ? undefined : { width: layout.widths[n] }} />
          ))}
          <col style={{ width: layout.moreWidth }} />
        </colgroup>
        <TableHead
          {...props}
          columns={columns}
          widths={layout.widths}
          onWidths={(widths, id) =>
            props.onView(widths === null ? withoutWidth(view, id) : withWidths(view, widths))
          }
        />
        <tbody onKeyDown={keys.onKeyDown} inert={pages.isOld && !pages.isFirst}>
          {drawn.map((index, n) => {
            const row = pages.isFirst ? undefined : pages.rows.at(index)
            return (
              <Fragment key={keyOf(row?.id, index, pages)}>
                <Spacer height={rows.topOf(index) - (n === 0 ? 0 : bottom(n - 1))} />
                {row === undefined ? (
                  <SkeletonRow index={index} columns={columns} />
                ) : (
                  <TableRow
                    row={row}
                    index={index}
                    columns={columns}
                    widths={rows.isPrinting ? allThatIsThere : layout.widths}
                    attributes={attributes}
                    hasPhoto={view.columns.includes('photo')}
                    marksInactive={props.search.status === 'all' && !view.columns.includes('status')}
                    isActive={index === keys.active}
                    isSelected={isSelected(selection, row.id)}
                    onActive={keys.setActive}
                    onSelect={props.onSelect}
                  />
                )}
              </Fragment>
            )
          })}
          <Spacer height={rows.height - headHeight - (drawn.length === 0 ? 0 : bottom(drawn.length - 1))} />
        </tbody>
      </table>
    </div>
  )
}

function useTable(props: Props, columns: readonly ColumnId[], count: number) {
  const { t } = useTranslation()
  const { pages } = props
  const region = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, width } = useElementSize()
  const ref = useMergedRef(region, sizeRef)
  const { widths: chosen } = props.view
  const layout = useMemo(() => layOut(columns, width, chosen), [columns, width, chosen])
  // A finger needs the height that it needs.
  const isTouch = useMediaQuery('(pointer: coarse)', undefined, { getInitialValueInEffect: false })
  const rowHeight = rowHeights[isTouch ? 'comfortable' : props.view.density]
  const [scroller] = useState(() => scrollerOf(region))
  const rows = useRowWindow({
    scroller,
    count,
    rowHeight,
    head: headHeight,
    room: props.room,
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
    labels: {
      next: t('customerList.keys.next'),
      previous: t('customerList.keys.previous'),
      select: t('customerList.keys.select'),
    },
    onSelect: (index) => props.onSelect(index, false),
  })
  return { ref, layout, rowHeight, rows, keys }
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

/**
 * The same row stays the same element when rows come or go above it. One that moved over the edge of a page may be in
 * both until the next is read again.
 */
const keyOf = (id: string | undefined, index: number, { rows }: CustomerPages): string | number =>
  id === undefined ? index : rows.at(index - 1)?.id === id ? `${id} again` : id

const widthOf = ({ widths, moreWidth }: Layout): number =>
  widths.reduce((sum, width) => sum + width, boxWidth + moreWidth)

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
