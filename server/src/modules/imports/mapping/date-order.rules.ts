import type { DateOrder, ReadContext } from './canonical.ts'
import type { ColumnSurvey } from './survey.ts'

export type DecidedOrder = {
  readonly order: DateOrder
  /** Somebody said so, or cells prove it and none speaks against it. */
  readonly sure: boolean
  /** Whether it makes a difference for any cell. */
  readonly matters: boolean
}

/** The column's own cells decide, else its header, else the other columns of the file, else the country. */
export function decideOrder(
  column: ColumnSurvey,
  asked: DateOrder | undefined,
  all: readonly ColumnSurvey[],
  { country }: Pick<ReadContext, 'country'>,
): DecidedOrder {
  const votes = Object.values(column.orders).reduce((sum, count) => sum + count, 0)
  const matters = column.ambiguous + votes > 0
  if (asked !== undefined) return { order: asked, sure: true, matters }
  const own = strongest(column.orders)
  if (own !== null) return { order: own, sure: column.orders[own] === votes, matters }
  const hinted = hintOf(column.header)
  if (hinted !== null) return { order: hinted, sure: true, matters }
  const others = all.reduce(
    (sum, { orders }) => ({
      ymd: sum.ymd + orders.ymd,
      dmy: sum.dmy + orders.dmy,
      mdy: sum.mdy + orders.mdy,
    }),
    { ymd: 0, dmy: 0, mdy: 0 },
  )
  return { order: strongest(others) ?? (MONTH_FIRST.has(country) ? 'mdy' : 'dmy'), sure: false, matters }
}

const MONTH_FIRST = new Set(['US', 'PR', 'PH', 'GU', 'VI', 'AS', 'MP', 'FM', 'MH', 'PW', 'BZ'])

function strongest(orders: Readonly<Record<DateOrder, number>>): DateOrder | null {
  const [[order, count] = ['dmy' as const, 0]] = (Object.entries(orders) as [DateOrder, number][]).sort(
    (a, b) => b[1] - a[1],
  )
  return count === 0 ? null : order
}

/** "Birthday (MM/DD/YYYY)", "Geburtsdatum (TT.MM.JJJJ)". */
function hintOf(header: string): DateOrder | null {
  const found =
    /(?:^|[^\p{L}])([dtjgm]{1,2}|[yaj]{2,4})[-/. ]?([dtjgm]{1,2})[-/. ]?(?:[yaj]{2,4}|[dtjg]{1,2})(?:$|[^\p{L}])/iu.exec(
      header,
    )
  if (!found) return null
  const first = found[1]?.charAt(0).toLowerCase()
  if (first === 'm') return 'mdy'
  return first === 'y' || first === 'a' || found[1]?.length === 4 ? 'ymd' : 'dmy'
}
