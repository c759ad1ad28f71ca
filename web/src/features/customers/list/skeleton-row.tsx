import { Skeleton } from '@mantine/core'
import frame from '../../../ui/row-table.module.css'
import type { ColumnId } from './columns.ts'
import classes from './customer-table.module.css'

/** A row that is still to come. */
export function SkeletonRow({ index, columns }: Readonly<{ index: number; columns: readonly ColumnId[] }>) {
  return (
    <tr aria-hidden className={frame.row} data-loading>
      <td className={classes.boxCell} />
      {columns.map((column, n) => (
        <td key={column} className={n === 0 ? classes.nameCell : classes.cell}>
          <Skeleton height={10} width={`${35 + ((index * 7 + n * 23) % 45)}%`} radius="sm" />
        </td>
      ))}
      <td className={classes.moreCell} />
    </tr>
  )
}
