import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isSelected, type Selection } from '../../../kernel/selection.ts'
import { RowTable, type TableHandle } from '../../../ui/row-table.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import { type ColumnId, tableColumns } from './columns.ts'
import { TableRow } from './customer-row.tsx'
import classes from './customer-table.module.css'
import { isInserted, type ListRow } from './list-row.ts'
import type { ListSearch } from './list-search.ts'
import type { Opened } from './opened-rows.tsx'
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
  /** Where rows open. */
  opened: Opened | null
  /** Room under the last row for what floats over it. */
  room: number
  /** The view's, and what the list is sorted by. */
  columns: readonly ColumnId[]
  handle: Ref<TableHandle>
}>

/** On paper no cell is short of room: it goes on in the next line. */
const allThatIsThere = Array<number>(200).fill(10_000)

export function CustomerTable(props: Props) {
  const { pages, view, attributes, selection, onSelect, opened } = props
  const { t } = useTranslation()
  const columns = useMemo(() => tableColumns(props.columns), [props.columns])
  const { ref, width } = useElementSize<HTMLDivElement>()
  const hasCarets = opened !== null
  const layout = useMemo(
    () => layOut(columns, width, view.widths, hasCarets),
    [columns, width, view.widths, hasCarets],
  )
  // A finger needs the height that it needs.
  const isTouch = useMediaQuery('(pointer: coarse)', undefined, { getInitialValueInEffect: false })
  return (
    <RowTable<ListRow>
      pages={opened?.pages ?? pages}
      handle={props.handle}
      label={t('customerList.tableLabel')}
      name="customers"
      total={opened === null ? pages.total : opened.total}
      rowHeight={rowHeights[isTouch ? 'comfortable' : view.density]}
      room={props.room}
      className={hasCarets ? `${classes.table} ${classes.opening}` : classes.table}
      fixed={{ left: boxWidth, right: moreWidth }}
      sizeRef={ref}
      columnCount={columns.length + 2}
      keyLabels={{
        next: t('customerList.keys.next'),
        previous: t('customerList.keys.previous'),
        select: t('customerList.keys.select'),
      }}
      onSelect={(place) => {
        const index = opened === null ? place : opened.indexOf(place)
        if (index !== null) onSelect(index, false)
      }}
      onSide={opened?.side}
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
      row={(row, { index, isActive, onActive, isPrinting }) => {
        const shared = {
          index,
          columns,
          widths: isPrinting ? allThatIsThere : layout.widths,
          attributes,
          hasPhoto: view.columns.includes('photo'),
          marksInactive: props.search.status === 'all' && !view.columns.includes('status'),
          isActive,
          onActive,
        }
        if (isInserted(row))
          return opened === null ? null : <opened.Row row={row} {...shared} {...opened.actions} />
        return (
          <TableRow
            row={row}
            at={opened?.indexOf(index) ?? index}
            isSelected={isSelected(selection, row.id)}
            Caret={row.type === 'business' ? (opened?.Caret ?? null) : null}
            isOpen={opened?.isOpen(row.id) ?? false}
            onSelect={onSelect}
            onOpen={opened?.actions.onOpen ?? nothing}
            {...shared}
          />
        )
      }}
      skeleton={(index) => <SkeletonRow index={index} columns={columns} />}
    />
  )
}

const nothing = () => undefined

const widthOf = ({ widths, moreWidth }: Layout): number =>
  widths.reduce((sum, width) => sum + width, boxWidth + moreWidth)
