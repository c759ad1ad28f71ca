import { Skeleton } from '@mantine/core'
import {
  type CSSProperties,
  Fragment,
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useRowKeys } from '../../../ui/use-row-keys.ts'
import { type Scroller, useRowWindow } from '../../../ui/use-row-window.ts'
import { usePlacedText } from '../order-words.ts'
import { TableRow } from './order-row.tsx'
import classes from './order-table.module.css'
import type { OrderPages } from './use-order-pages.ts'

export type TableHandle = Readonly<{ focusFirstRow: () => void }>

const rowHeight = 44
const headHeight = 40
const firstRows = 20

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

/** Only the rows in view are in the document; spacers stand for the others, so that it stays a real table. */
export function OrderTable({ pages, handle }: Readonly<{ pages: OrderPages; handle: Ref<TableHandle> }>) {
  const { t } = useTranslation()
  const placed = usePlacedText()
  const count = pages.isFirst ? firstRows : pages.count
  const { region, rows, keys } = useTable(pages, count)
  const drawn = drawnIndexes(rows, keys.active, count)
  const bottom = (n: number) => rows.topOf((drawn[n] ?? -1) + 1)
  useImperativeHandle(handle, () => ({ focusFirstRow: () => keys.goTo(0) }))
  useTopOnNewSearch(rows.toTop, pages.key)
  return (
    <div
      ref={region}
      className={classes.region}
      data-old={pages.isOld || undefined}
      data-scroll-restoration-id="orders"
      style={{ '--row-height': `${rowHeight}px`, '--head-height': `${headHeight}px` } as CSSProperties}
    >
      <table
        className={classes.table}
        aria-label={t('orders.tableLabel')}
        aria-rowcount={pages.hasMore ? -1 : count + 1}
        aria-busy={pages.isOld}
      >
        {rows.isPrinting && (
          <caption className={classes.printed}>
            {t('orders.printed', { first: rows.first + 1, last: rows.last + 1 })}
          </caption>
        )}
        <colgroup>
          {columns.map(([name, width]) => (
            <col key={name} style={width === null || rows.isPrinting ? undefined : { width }} />
          ))}
        </colgroup>
        <thead className={classes.head}>
          <tr aria-rowindex={1}>
            {columns.map(([name]) => (
              <th key={name} scope="col" data-figure={figures.includes(name) || undefined}>
                {t(`orders.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={keys.onKeyDown} inert={pages.isOld && !pages.isFirst}>
          {drawn.map((index, n) => {
            const order = pages.isFirst ? undefined : pages.at(index)
            return (
              <Fragment key={keyOf(order?.id, index, pages)}>
                <Spacer height={rows.topOf(index) - (n === 0 ? 0 : bottom(n - 1))} />
                {order === undefined ? (
                  <SkeletonRow index={index} />
                ) : (
                  <TableRow
                    order={order}
                    placed={placed(order)}
                    index={index}
                    isActive={index === keys.active}
                    onActive={keys.setActive}
                  />
                )}
              </Fragment>
            )
          })}
          <Spacer height={rows.height - headHeight - (drawn.length === 0 ? 0 : bottom(drawn.length - 1))} />
        </tbody>
      </table>
    </div>
  )
}

function useTable(pages: OrderPages, count: number) {
  const { t } = useTranslation()
  const region = useRef<HTMLDivElement>(null)
  const [scroller] = useState(() => scrollerOf(region))
  const rows = useRowWindow({
    scroller,
    count,
    rowHeight,
    head: headHeight,
    room: 0,
    moved: 0,
    read: pages.read,
    onInView: pages.onInView,
  })
  const keys = useRowKeys({
    region,
    count: pages.isFirst ? 0 : pages.count,
    drawn: rows,
    isLoaded: (index) => pages.at(index) !== undefined,
    scrollTo: rows.toRow,
    labels: { next: t('orders.keys.next'), previous: t('orders.keys.previous') },
  })
  return { region, rows, keys }
}

const scrollerOf = (region: RefObject<HTMLElement | null>): Scroller => ({
  target: () => region.current,
  top: () => region.current?.scrollTop ?? 0,
  view: () => region.current?.clientHeight ?? 0,
  scrollTo: (top) => region.current?.scrollTo({ top }),
})

/** The row in use stays in the document where it can: what has the focus must not vanish under it. */
function drawnIndexes(rows: ReturnType<typeof useRowWindow>, active: number, count: number): number[] {
  if (count === 0) return []
  const drawn = Array.from({ length: rows.last - rows.first + 1 }, (_, n) => rows.first + n)
  const top = rows.topOf(active)
  const isOnTrack = top >= 0 && top < rows.height && active < count
  if (!isOnTrack || (active >= rows.first && active <= rows.last)) return drawn
  return active < rows.first ? [active, ...drawn] : [...drawn, active]
}

/** One that moved over the edge of a page may be in both until the next is read again. */
export const keyOf = (id: string | undefined, index: number, pages: OrderPages): string | number =>
  id === undefined ? index : pages.at(index - 1)?.id === id ? `${id} again` : id

function SkeletonRow({ index }: Readonly<{ index: number }>) {
  return (
    <tr aria-hidden className={classes.row} data-loading>
      {columns.map(([name], n) => (
        <td key={name} className={n === 0 ? classes.number : undefined}>
          <Skeleton height={10} width={`${35 + ((index * 7 + n * 23) % 45)}%`} radius="sm" />
        </td>
      ))}
    </tr>
  )
}

function Spacer({ height }: Readonly<{ height: number }>) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className={classes.spacer}>
      <td style={{ height }} />
    </tr>
  )
}

/** Other filters begin at the top; coming back to a list does not. */
function useTopOnNewSearch(toTop: () => void, key: string): void {
  const before = useRef(key)
  const onNewSearch = useEffectEvent(toTop)
  useEffect(() => {
    if (before.current !== key) onNewSearch()
    before.current = key
  }, [key])
}
