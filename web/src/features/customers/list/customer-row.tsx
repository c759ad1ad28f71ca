import { VisuallyHidden } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ComponentType, type FocusEvent, type MouseEvent, memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangedElsewhere } from '../../../api/elsewhere.ts'
import { useName } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { RowBox } from '../../../ui/row-box.tsx'
import frame from '../../../ui/row-table.module.css'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import type { CustomAttribute } from '../customers.api.ts'
import type { CaretProps } from './caret.tsx'
import { Cell, StatusCell } from './cells.tsx'
import { type ColumnId, shapeOf } from './columns.ts'
import classes from './customer-table.module.css'
import type { CustomerRow } from './list.api.ts'
import { useMenuButton } from './row-actions.ts'
import { QuickActions } from './row-quick.tsx'

type Props = Readonly<{
  row: CustomerRow
  /** Its place among the rows on screen. */
  index: number
  /** Its place in the list, which selecting goes by. */
  at: number
  columns: readonly ColumnId[]
  widths: readonly number[]
  attributes: readonly CustomAttribute[]
  hasPhoto: boolean
  /** Where active and inactive ones stand side by side and no column says which is which. */
  marksInactive: boolean
  isActive: boolean
  isSelected: boolean
  /** Opens the row; null where there is nobody under it to show. */
  Caret: ComponentType<CaretProps> | null
  isOpen: boolean
  onActive: (index: number) => void
  onSelect: (index: number, isRange: boolean) => void
  onOpen: (id: string) => void
}>

export const TableRow = memo(function TableRow(props: Props) {
  const { row, index, isActive, isSelected } = props
  const target = useRowTarget({ to: '/customers/$customerId', params: { customerId: row.id } })
  const near = useNear(target)
  const tabIndex = isActive ? 0 : -1
  return (
    <tr
      aria-rowindex={index + 2}
      data-row={index}
      data-selected={isSelected || undefined}
      data-changed={useChangedElsewhere(row.id) || undefined}
      className={frame.row}
      {...target}
      {...near.handlers}
      onFocus={() => {
        near.come()
        props.onActive(index)
      }}
    >
      <SelectCell {...props} tabIndex={tabIndex} />
      <NameCell {...props} tabIndex={tabIndex} />
      <DataCells {...props} tabIndex={tabIndex} isNear={near.isNear} />
    </tr>
  )
})

type Target = ReturnType<typeof useRowTarget>

/** The mouse is over the row, or the focus is in it. */
export function useNear({ onMouseEnter, onMouseLeave }: Target) {
  const [isNear, setNear] = useState(false)
  const leave = (row: HTMLElement, to: EventTarget | null) => {
    if (!(to instanceof Node && row.contains(to))) setNear(false)
  }
  return {
    isNear,
    come: () => setNear(true),
    handlers: {
      onMouseEnter: () => {
        setNear(true)
        onMouseEnter()
      },
      onMouseLeave: ({ currentTarget }: MouseEvent<HTMLElement>) => {
        leave(currentTarget, document.activeElement)
        onMouseLeave()
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) =>
        leave(currentTarget, relatedTarget),
    },
  }
}

function SelectCell({ row, at, isSelected, onSelect, tabIndex }: Props & Readonly<{ tabIndex: number }>) {
  const { t } = useTranslation()
  const name = useName(row.displayName)
  return (
    <td className={classes.boxCell}>
      <RowBox
        label={t('customerList.row.select', { name })}
        isSelected={isSelected}
        tabIndex={tabIndex}
        onSelect={(isRange) => onSelect(at, isRange)}
      />
    </td>
  )
}

function NameCell(props: Props & Readonly<{ tabIndex: number }>) {
  const { row, hasPhoto, tabIndex, marksInactive, Caret, isOpen, onOpen } = props
  const { displayName, type, photoUrl, status } = row
  return (
    <th scope="row" className={classes.nameCell}>
      <span className={classes.name}>
        {Caret !== null && (
          <Caret
            className={classes.caret}
            tabIndex={tabIndex}
            name={displayName}
            isOpen={isOpen}
            onClick={() => onOpen(row.id)}
          />
        )}
        {hasPhoto && <Initials name={displayName} photoUrl={photoUrl} type={type} size={28} />}
        <NameLink row={row} tabIndex={tabIndex} />
        {marksInactive && status === 'inactive' && (
          <span className={classes.aside}>
            <StatusCell status="inactive" />
          </span>
        )}
      </span>
    </th>
  )
}

type CellsProps = MoreProps & Pick<Props, 'columns' | 'widths' | 'attributes'>

/** All behind the name. */
export function DataCells({ row, columns, widths, attributes, tabIndex, isNear }: CellsProps) {
  return (
    <>
      {columns.slice(1).map((column, n) => (
        <td key={column} className={classes.cell} data-end={shapeOf(column).end}>
          <Cell
            column={column}
            row={row}
            width={widths[n + 1] ?? 0}
            tabIndex={tabIndex}
            attributes={attributes}
          />
        </td>
      ))}
      <MoreCell row={row} tabIndex={tabIndex} isNear={isNear} />
    </>
  )
}

export function NameLink({ row, tabIndex }: Pick<MoreProps, 'row' | 'tabIndex'>) {
  const name = useName(row.displayName)
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: row.id }}
      className={classes.nameLink}
      tabIndex={tabIndex}
      title={name}
      preload={false}
      data-name
    >
      <bdi>{name}</bdi>
    </Link>
  )
}

type MoreProps = Readonly<{ row: CustomerRow; tabIndex: number; isNear: boolean }>

function MoreCell({ row, tabIndex, isNear }: MoreProps) {
  const { t } = useTranslation()
  const button = useMenuButton('more', row)
  return (
    <td className={classes.moreCell}>
      <span className={classes.actions}>
        {isNear && <QuickActions row={row} tabIndex={tabIndex} />}
        <button type="button" className={classes.moreButton} tabIndex={tabIndex} {...button}>
          <IconDots size={18} aria-hidden />
          <VisuallyHidden>{t('common.moreFor', { name: row.displayName })}</VisuallyHidden>
        </button>
      </span>
    </td>
  )
}
