import { useElementSize, useMediaQuery, useMergedRef } from '@mantine/hooks'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  Fragment,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomAttribute } from '../customers.api.ts'
import { type ColumnId, tableColumns } from './columns.ts'
import { TableRow } from './customer-row.tsx'
import classes from './customer-table.module.css'
import type { ListSearch } from './list-search.ts'
import { pageSize } from './page-chain.ts'
import { isSelected, type Selection } from './selection.ts'
import { SkeletonRow } from './skeleton-row.tsx'
import { TableHead } from './table-head.tsx'
import { boxWidth, headHeight, layOut, rowHeights } from './table-layout.ts'
import { type TableView, withoutWidth, withWidths } from './table-view.ts'
import type { CustomerPages } from './use-customer-pages.ts'
import { useRowKeys } from './use-row-keys.ts'

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

/** Only the rows in view are in the document; spacers stand for the others, so that it stays a real table. */
export function CustomerTable(props: Props) {
  const { pages, view, attributes, selection } = props
  const { t } = useTranslation()
  const columns = useMemo(() => tableColumns(view.columns), [view.columns])
  const count = pages.isFirst ? firstRows : pages.rows.count
  const { region, ref, layout, rowHeight, virtualizer, keys } = useTable(props, columns, count)
  const items = virtualizer.getVirtualItems()
  const end = virtualizer.getTotalSize()
  useImperativeHandle(props.handle, () => ({ focusFirstRow: () => keys.goTo(0) }))
  useTopOnNewSearch(region, pages.key)

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
            width: layout.widths.reduce((sum, width) => sum + width, boxWidth + layout.moreWidth),
            '--row-height': `${rowHeight}px`,
            '--head-height': `${headHeight}px`,
          } as CSSProperties
        }
      >
        <colgroup>
          <col style={{ width: boxWidth }} />
          {columns.map((column, n) => (
            <col key={column} style={{ width: layout.widths[n] }} />
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
          {items.map((item, n) => {
            const before = item.start - (items[n - 1]?.end ?? headHeight)
            const row = pages.isFirst ? undefined : pages.rows.at(item.index)
            return (
              <Fragment key={item.key}>
                <Spacer height={before} />
                {row === undefined ? (
                  <SkeletonRow index={item.index} columns={columns} />
                ) : (
                  <TableRow
                    row={row}
                    index={item.index}
                    columns={columns}
                    widths={layout.widths}
                    attributes={attributes}
                    hasPhoto={view.columns.includes('photo')}
                    marksInactive={props.search.status === 'all' && !view.columns.includes('status')}
                    isActive={item.index === keys.active}
                    isSelected={isSelected(selection, row.id)}
                    onActive={keys.setActive}
                    onSelect={props.onSelect}
                  />
                )}
              </Fragment>
            )
          })}
          <Spacer height={end + headHeight - (items[items.length - 1]?.end ?? headHeight)} />
        </tbody>
      </table>
    </div>
  )
}

function useTable(props: Props, columns: readonly ColumnId[], count: number) {
  const { pages } = props
  const region = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, width } = useElementSize()
  const ref = useMergedRef(region, sizeRef)
  const { widths: chosen } = props.view
  const layout = useMemo(() => layOut(columns, width, chosen), [columns, width, chosen])
  // A finger needs the height that it needs.
  const isTouch = useMediaQuery('(pointer: coarse)', undefined, { getInitialValueInEffect: false })
  const rowHeight = rowHeights[isTouch ? 'comfortable' : props.view.density]
  const active = useRef(0)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => region.current,
    estimateSize: () => rowHeight,
    // The same row stays the same element when rows come or go above it; page by page, since a row that moved over
    // the edge of a page may be in both until the next is read again.
    getItemKey: (index) => `${Math.floor(index / pageSize)} ${pages.rows.at(index)?.id ?? index}`,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: props.room,
    paddingEnd: props.room,
    rangeExtractor: (range) => withRow(range, active.current),
    onChange: ({ range }) => range && pages.onInView(range.startIndex, range.endIndex),
  })
  const keys = useRowKeys({
    region,
    count: pages.isFirst ? 0 : pages.rows.count,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onSelect: (index) => props.onSelect(index, false),
  })
  active.current = keys.active
  useLayoutEffect(() => {
    if (rowHeight > 0) virtualizer.measure()
  }, [virtualizer, rowHeight])
  return { region, ref, layout, rowHeight, virtualizer, keys }
}

/** The row in use stays in the document: what has the focus must not vanish under it. */
function withRow(range: Range, row: number): number[] {
  const rows = defaultRangeExtractor(range)
  return row < range.count && !rows.includes(row) ? [...rows, row].sort((a, b) => a - b) : rows
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
function useTopOnNewSearch(region: React.RefObject<HTMLElement | null>, key: string): void {
  const before = useRef(key)
  useEffect(() => {
    if (before.current !== key) region.current?.scrollTo({ top: 0 })
    before.current = key
  }, [key, region])
}
