import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isSelected, type Selection } from '../../../kernel/selection.ts'
import { RowTable, type TableHandle } from '../../../ui/row-table.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import { tableColumns } from './columns.ts'
import { TableRow } from './customer-row.tsx'
import classes from './customer-table.module.css'
import type { ListSearch } from './list-search.ts'
import { SkeletonRow } from './skeleton-row.tsx'
import { TableHead } from './table-head.tsx'
import { boxWidth, type Layout, layOut, moreWidth, rowHeights } from './table-layout.ts'
import { type TableView, withoutWidth, withWidths } from './table-view.ts'
import type { CustomerPages } from './use-customer-pages.ts'

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

/** On paper no cell is short of room: it goes on in the next line. */
const allThatIsThere = Array<number>(200).fill(10_000)

export function CustomerTable(props: Props) {
  const { pages, view, attributes, selection, onSelect } = props
  const { t } = useTranslation()
  const columns = useMemo(() => tableColumns(view.columns), [view.columns])
  const { ref, width } = useElementSize<HTMLDivElement>()
  const layout = useMemo(() => layOut(columns, width, view.widths), [columns, width, view.widths])
  // A finger needs the height that it needs.
  const isTouch = useMediaQuery('(pointer: coarse)', undefined, { getInitialValueInEffect: false })
  return (
    <RowTable
      pages={pages}
      handle={props.handle}
      label={t('customerList.tableLabel')}
      name="customers"
      total={pages.total}
      rowHeight={rowHeights[isTouch ? 'comfortable' : view.density]}
      room={props.room}
      className={classes.table}
      fixed={{ left: boxWidth, right: moreWidth }}
      sizeRef={ref}
      columnCount={columns.length + 2}
      keyLabels={{
        next: t('customerList.keys.next'),
        previous: t('customerList.keys.previous'),
        select: t('customerList.keys.select'),
      }}
      onSelect={(index) => onSelect(index, false)}
      printedText={(rows) => t('customerList.printed', rows)}
      widthOf={(isPrinting) => (isPrinting ? '100%' : widthOf(layout))}
      columns={(isPrinting) => (
        <>
          <col style={{ width: boxWidth }} />
          {columns.map((column, n) => (
            <col key={column} style={isPrinting ? undefined : { width: layout.widths[n] }} />
          ))}
          <col style={{ width: layout.moreWidth }} />
        </>
      )}
      head={
        <TableHead
          {...props}
          columns={columns}
          widths={layout.widths}
          onWidths={(widths, id) =>
            props.onView(widths === null ? withoutWidth(view, id) : withWidths(view, widths))
          }
        />
      }
      row={(row, { index, isActive, onActive, isPrinting }) => (
        <TableRow
          row={row}
          index={index}
          columns={columns}
          widths={isPrinting ? allThatIsThere : layout.widths}
          attributes={attributes}
          hasPhoto={view.columns.includes('photo')}
          marksInactive={props.search.status === 'all' && !view.columns.includes('status')}
          isActive={isActive}
          isSelected={isSelected(selection, row.id)}
          onActive={onActive}
          onSelect={onSelect}
        />
      )}
      skeleton={(index) => <SkeletonRow index={index} columns={columns} />}
    />
  )
}

const widthOf = ({ widths, moreWidth }: Layout): number =>
  widths.reduce((sum, width) => sum + width, boxWidth + moreWidth)
