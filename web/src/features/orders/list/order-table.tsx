import { Skeleton } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import frame from '../../../ui/row-table.module.css'
import { RowTable, type TableHandle } from '../../../ui/row-table.tsx'
import { usePlacedText } from '../order-words.ts'
import { TableRow } from './order-row.tsx'
import classes from './order-table.module.css'
import type { OrderPages } from './use-order-pages.ts'

/** The one without a width has what is left. */
const columns = [
  ['number', 128],
  ['placed', 176],
  ['customer', null],
  ['organization', 136],
  ['store', 112],
  ['channel', 88],
  ['status', 116],
  ['items', 60],
  ['total', 104],
  ['due', 120],
] as const
const figures: readonly string[] = ['items', 'total', 'due']

export function OrderTable({ pages, handle }: Readonly<{ pages: OrderPages; handle: Ref<TableHandle> }>) {
  const { t } = useTranslation()
  const placed = usePlacedText()
  return (
    <RowTable
      pages={pages}
      handle={handle}
      label={t('orders.tableLabel')}
      name="orders"
      total={null}
      rowHeight={44}
      className={classes.table}
      fixed={{ left: 128, right: 0 }}
      keyLabels={{ next: t('orders.keys.next'), previous: t('orders.keys.previous') }}
      printedText={(rows) => t('orders.printed', rows)}
      columns={(isPrinting) =>
        columns.map(([name, width]) => (
          <col key={name} style={width === null || isPrinting ? undefined : { width }} />
        ))
      }
      head={columns.map(([name]) => (
        <th key={name} scope="col" data-figure={figures.includes(name) || undefined}>
          {t(`orders.columns.${name}`)}
        </th>
      ))}
      row={(order, { index, isActive, onActive }) => (
        <TableRow
          order={order}
          placed={placed(order)}
          index={index}
          isActive={isActive}
          onActive={onActive}
        />
      )}
      skeleton={(index) => <SkeletonRow index={index} />}
    />
  )
}

function SkeletonRow({ index }: Readonly<{ index: number }>) {
  return (
    <tr aria-hidden className={frame.row} data-loading>
      {columns.map(([name], n) => (
        <td key={name} className={n === 0 ? classes.number : undefined}>
          <Skeleton height={10} width={`${35 + ((index * 7 + n * 23) % 45)}%`} radius="sm" />
        </td>
      ))}
    </tr>
  )
}
