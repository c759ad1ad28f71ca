// What is still to be done, apart from what is wanted today. Pure.
import { today } from '../../../kernel/calendar.ts'
import type { OrderRow } from '../orders.api.ts'

/**
 * By when they are wanted: what is overdue, what is wanted later, then what is wanted at no time. `later` is sorted by that
 * already; among the newest ones are those of the other two kinds.
 */
export function otherOpen(
  newest: readonly OrderRow[],
  later: readonly OrderRow[],
  day: string,
  zoneOf: (store: OrderRow['store']) => string,
): readonly OrderRow[] {
  const overdue = newest.filter(
    ({ fulfilAt, store }) => fulfilAt !== null && today(zoneOf(store), new Date(fulfilAt)) < day,
  )
  const atNoTime = newest.filter(({ fulfilAt }) => fulfilAt === null)
  return [
    ...overdue.toSorted((a, b) => Date.parse(a.fulfilAt ?? '') - Date.parse(b.fulfilAt ?? '')),
    ...later,
    ...atNoTime,
  ]
}
