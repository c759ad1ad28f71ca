// What is still to be done, apart from what is wanted today. Pure.
import type { OrderRow } from '../orders.api.ts'

/**
 * By when they are wanted: what is overdue, what is wanted later, then what is wanted at no time. The first two are sorted
 * by that already; the last are found among the newest ones.
 */
export const otherOpen = (
  overdue: readonly OrderRow[],
  later: readonly OrderRow[],
  newest: readonly OrderRow[],
): readonly OrderRow[] => [...overdue, ...later, ...newest.filter(({ fulfilAt }) => fulfilAt === null)]
