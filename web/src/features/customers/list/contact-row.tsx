// Rows of the table that stand under one that is open: its contacts, and what follows them.
import { VisuallyHidden } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangedElsewhere } from '../../../api/elsewhere.ts'
import { Initials } from '../../../ui/initials.tsx'
import frame from '../../../ui/row-table.module.css'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import type { CustomAttribute } from '../customers.api.ts'
import { StatusCell } from './cells.tsx'
import type { ColumnId } from './columns.ts'
import { ContactsTail } from './contacts-tail.tsx'
import { DataCells, NameLink, useNear } from './customer-row.tsx'
import classes from './customer-table.module.css'
import type { CustomerRow } from './list.api.ts'
import type { InsertedRow } from './list-row.ts'

type Place = Readonly<{
  index: number
  columns: readonly ColumnId[]
  widths: readonly number[]
  attributes: readonly CustomAttribute[]
  hasPhoto: boolean
  marksInactive: boolean
  isActive: boolean
  onActive: (index: number) => void
}>

export type RowProps = Place &
  Readonly<{ row: InsertedRow; onMore: (id: string) => void; onRetry: (id: string) => void }>

export function InsertedTableRow({ row, onMore, onRetry, ...place }: RowProps) {
  if (row.kind === 'contact') return <ContactRow contact={row.contact} {...place} />
  const { index, columns, isActive, onActive } = place
  return (
    <tr
      aria-rowindex={index + 2}
      data-row={index}
      data-inserted
      data-loading
      className={frame.row}
      onFocus={() => onActive(index)}
    >
      <td className={classes.boxCell} />
      <td className={classes.tailCell} colSpan={columns.length + 1}>
        <span className={classes.tail}>
          <ContactsTail row={row} tabIndex={isActive ? 0 : -1} onMore={onMore} onRetry={onRetry} />
        </span>
      </td>
    </tr>
  )
}

const ContactRow = memo(function ContactRow(props: Place & Readonly<{ contact: CustomerRow }>) {
  const { contact, index, isActive } = props
  const target = useRowTarget({ to: '/customers/$customerId', params: { customerId: contact.id } })
  const near = useNear(target)
  const tabIndex = isActive ? 0 : -1
  return (
    <tr
      aria-rowindex={index + 2}
      data-row={index}
      data-inserted
      data-changed={useChangedElsewhere(contact.id) || undefined}
      className={frame.row}
      {...target}
      {...near.handlers}
      onFocus={() => {
        near.come()
        props.onActive(index)
      }}
    >
      <td className={classes.boxCell} />
      <NameCell {...props} tabIndex={tabIndex} />
      <DataCells {...props} row={contact} tabIndex={tabIndex} isNear={near.isNear} />
    </tr>
  )
})

type NameProps = Place & Readonly<{ contact: CustomerRow; tabIndex: number }>

function NameCell({ contact, hasPhoto, marksInactive, tabIndex }: NameProps) {
  const { t } = useTranslation()
  const { displayName, type, photoUrl, status } = contact
  return (
    <th scope="row" className={classes.nameCell}>
      <span className={classes.name}>
        {hasPhoto && <Initials name={displayName} photoUrl={photoUrl} type={type} size={24} />}
        <NameLink row={contact} tabIndex={tabIndex} />
        <VisuallyHidden>{t('contacts.ofRowAbove')}</VisuallyHidden>
        {marksInactive && status === 'inactive' && (
          <span className={classes.aside}>
            <StatusCell status="inactive" />
          </span>
        )}
      </span>
    </th>
  )
}
