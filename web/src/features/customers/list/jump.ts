// Whether what is in view is too far from what was read to go on from there, and where to open the list instead. Pure.
import { type Chain, endOf, pageSize } from '../../../kernel/page-chain.ts'

export type Jump = Readonly<{
  /** The row that is aimed at. */
  start: number
  /** The part of the list above it. */
  at: number
}>

/** So many rows of what is asked for stand above what is in view. */
const above = 30

export function jumpTo<T>(
  chain: Chain<T>,
  { first, last }: Readonly<{ first: number; last: number }>,
  total: number,
): Jump | null {
  const isNear = last >= chain.start - pageSize && first <= endOf(chain) + pageSize
  if (isNear) return null
  const start = first - above
  if (start <= pageSize / 2) return { start: 0, at: 0 }
  if (last + above >= total) return { start: Math.max(0, total - pageSize), at: 1 }
  return { start, at: start / total }
}
