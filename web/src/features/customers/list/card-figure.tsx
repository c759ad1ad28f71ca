import { useTranslation } from 'react-i18next'
import { Cell } from './cells.tsx'
import { type BuiltInColumn, shapeOf } from './columns.ts'
import classes from './customer-cards.module.css'
import type { CustomerRow } from './list.api.ts'

/** What the list is sorted by; nothing of an order of who never ordered. */
export function CardFigure({ row, column }: Readonly<{ row: CustomerRow; column: BuiltInColumn }>) {
  const { t } = useTranslation()
  if (!row.lastOrderAt && shapeOf(column).fields.includes('lastOrderAt')) return null
  return (
    <span className={classes.figure}>
      {t(`customerList.columns.${column}`)}{' '}
      <Cell column={column} row={row} width={0} tabIndex={-1} attributes={[]} />
    </span>
  )
}
