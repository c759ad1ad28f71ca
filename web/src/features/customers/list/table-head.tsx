import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { headBox, type Selection } from '../../../kernel/selection.ts'
import { HeadBox } from '../../../ui/row-box.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import { ColumnEdge } from './column-edge.tsx'
import { useColumnLabel } from './column-label.ts'
import { type ColumnId, shapeOf } from './columns.ts'
import classes from './customer-table.module.css'
import { type ListSearch, nextSort, type SortField, sortInForce } from './list-search.ts'
import type { Widths } from './table-view.ts'
import type { CustomerPages } from './use-customer-pages.ts'

type Props = Readonly<{
  pages: CustomerPages
  search: ListSearch
  columns: readonly ColumnId[]
  attributes: readonly CustomAttribute[]
  widths: readonly number[]
  selection: Selection
  onSort: (search: ListSearch) => void
  onSelectLoaded: () => void
  /** Null takes a column back to its own width. */
  onWidths: (widths: Widths | null, id: ColumnId) => void
}>

export function TableHead(props: Props) {
  const { pages, search, columns, attributes, selection, onSort, onSelectLoaded } = props
  const { t } = useTranslation()
  const label = useColumnLabel(attributes)
  const loaded = pages.rows.loaded.map(({ id }) => id)
  return (
    <>
      <th scope="col" className={classes.boxCell}>
        <HeadBox
          label={t('customerList.row.selectLoaded')}
          state={headBox(selection, loaded)}
          disabled={pages.isFirst || loaded.length === 0}
          onToggle={onSelectLoaded}
        />
      </th>
      {columns.map((column, n) => (
        <Heading
          key={column}
          label={label(column)}
          field={shapeOf(column).sort}
          search={search}
          isName={n === 0}
          isEnd={shapeOf(column).end === true}
          onSort={onSort}
        >
          <ColumnEdge
            label={label(column)}
            at={n}
            columns={columns}
            widths={props.widths}
            onWidths={props.onWidths}
          />
        </Heading>
      ))}
      <th scope="col" className={classes.moreCell}>
        <VisuallyHidden>{t('customerList.columns.actions')}</VisuallyHidden>
      </th>
    </>
  )
}

type HeadingProps = Readonly<{
  label: string
  field: SortField | undefined
  search: ListSearch
  isName: boolean
  isEnd: boolean
  onSort: (search: ListSearch) => void
  children: ReactNode
}>

function Heading({ label, field, search, isName, isEnd, onSort, children }: HeadingProps) {
  const now = sortInForce(search)
  const order = now === field ? 'ascending' : now === `-${field}` ? 'descending' : 'none'
  const className = isName ? classes.nameCell : classes.cell
  if (field === undefined) {
    return (
      <th scope="col" className={className} data-end={isEnd || undefined}>
        <span className={classes.heading} title={label}>
          {label}
        </span>
        {children}
      </th>
    )
  }
  const Arrow = order === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th
      scope="col"
      className={className}
      data-end={isEnd || undefined}
      aria-sort={order === 'none' ? undefined : order}
    >
      <button
        type="button"
        className={classes.sort}
        data-sorted={order === 'none' ? undefined : order}
        onClick={() => onSort({ ...search, sort: nextSort(search, field) })}
      >
        <span className={classes.heading}>{label}</span>
        <Arrow size={14} aria-hidden className={classes.arrow} />
      </button>
      {children}
    </th>
  )
}
