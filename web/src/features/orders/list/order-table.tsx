import { Skeleton } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { isSelected } from '../../../kernel/selection.ts'
import frame from '../../../ui/row-table.module.css'
import { RowTable, type TableHandle } from '../../../ui/row-table.tsx'
import { usePlacedText } from '../order-words.ts'
import { GuestsBox, isGuests, type Selecting } from './guest-box.tsx'
import { TableRow } from './order-row.tsx'
import classes from './order-table.module.css'
import type { OrderPages } from './use-order-pages.ts'

const boxWidth = 44
/** What the box takes comes off its room at the edge. */
const numberWidth = { alone: 112, besideBox: 92 } as const
/** Walk-ins have none as a rule; whom their source named needs the room. */
const organizationWidth = 104

/** The one without a width has what is left. */
const columns = [
  ['number', numberWidth.alone],
  ['placed', 188],
  ['customer', null],
  ['organization', 134],
  ['store', 126],
  ['channel', 84],
  ['status', 120],
  ['pieces', 68],
  ['total', 108],
  ['due', 120],
] as const
const figures: readonly string[] = ['pieces', 'total', 'due']

type Props = Readonly<{
  pages: OrderPages
  /** Null for whoever may not give orders to somebody. */
  selecting: Selecting | null
  room: number
  handle: Ref<TableHandle>
}>

export function OrderTable({ pages, selecting, room, handle }: Props) {
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
      room={room}
      className={selecting === null ? classes.table : `${classes.table} ${classes.boxed}`}
      fixed={{ left: selecting === null ? numberWidth.alone : boxWidth + numberWidth.besideBox, right: 0 }}
      {...(selecting && { onSelect: (index: number) => selecting.onSelect(index, false) })}
      keyLabels={{
        next: t('orders.keys.next'),
        previous: t('orders.keys.previous'),
        select: t('orders.keys.select'),
      }}
      printedText={(rows) => t('orders.printed', rows)}
      columns={(isPrinting) => (
        <>
          {selecting !== null && <col style={{ width: boxWidth }} />}
          {columns.map(([name, width]) => (
            <col key={name} style={isPrinting ? undefined : widthOf(name, selecting !== null, width)} />
          ))}
        </>
      )}
      head={
        <>
          {selecting !== null && (
            <th scope="col" className={classes.boxCell}>
              <GuestsBox pages={pages} selecting={selecting} />
            </th>
          )}
          {columns.map(([name]) => (
            <th
              key={name}
              scope="col"
              className={name === 'number' ? classes.number : undefined}
              data-figure={figures.includes(name) || undefined}
            >
              {t(`orders.columns.${name}`)}
            </th>
          ))}
        </>
      }
      row={(order, { index, isActive, onActive }) => (
        <TableRow
          order={order}
          placed={placed(order)}
          index={index}
          isActive={isActive}
          isSelected={selecting !== null && isGuests(order) && isSelected(selecting.selection, order.id)}
          onSelect={selecting?.onSelect ?? null}
          onActive={onActive}
        />
      )}
      skeleton={(index) => <SkeletonRow index={index} hasBox={selecting !== null} />}
    />
  )
}

function widthOf(name: string, hasBox: boolean, width: number | null) {
  if (width === null) return undefined
  if (!hasBox) return { width }
  return {
    width: name === 'number' ? numberWidth.besideBox : name === 'organization' ? organizationWidth : width,
  }
}

function SkeletonRow({ index, hasBox }: Readonly<{ index: number; hasBox: boolean }>) {
  return (
    <tr aria-hidden className={frame.row} data-loading>
      {hasBox && <td className={classes.boxCell} />}
      {columns.map(([name], n) => (
        <td key={name} className={n === 0 ? classes.number : undefined}>
          <Skeleton height={10} width={`${35 + ((index * 7 + n * 23) % 45)}%`} radius="sm" />
        </td>
      ))}
    </tr>
  )
}
