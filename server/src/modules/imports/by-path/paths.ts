// What a column of orders, of their lines or of reviews can be, what its cells hold, and what it is called in files.
import { headerWords } from '../mapping/header-words.rules.ts'
import { lineAliases, lineCells, type OrderKind, orderAliases, orderCells } from '../orders/columns.ts'
import { reviewAliases, reviewCells } from '../reviews/columns.ts'

/** Kinds whose files are read by paths. */
export type RowKind = OrderKind | 'reviews'
export type CellKind =
  | 'amount'
  | 'decimal'
  | 'rate'
  | 'instant'
  | 'yesNo'
  | 'store'
  | 'kind'
  | 'channel'
  | 'status'
  | 'method'
  | 'score'
  | 'sentiment'
  /** A text of at most so many characters. */
  | number

const cells: Readonly<Record<RowKind, Readonly<Record<string, CellKind>>>> = {
  orders: orderCells,
  'order-lines': lineCells,
  reviews: reviewCells,
}

export const keyPath = (kind: RowKind) => (kind === 'order-lines' ? 'order.externalId' : 'externalId')
export const cellOf = (kind: RowKind, path: string): CellKind => cells[kind][path] ?? 'decimal'

export const pathsOf = (kind: RowKind): readonly string[] => Object.keys(cells[kind])

/** As it is here; null when there is no such path. */
export function pathFor(kind: RowKind, path: string): string | null {
  if (/^store\.(?:id|code|name)$/.test(path)) return pathFor(kind, 'store')
  if (cells[kind][path] !== undefined) return path
  // Of lines nothing else is in the file, so that their parts may go without "items".
  return kind === 'order-lines' && lineCells[`items.${path}`] !== undefined ? `items.${path}` : null
}

const aliases: Readonly<Record<RowKind, Readonly<Record<string, string>>>> = {
  reviews: reviewAliases,
  orders: orderAliases,
  'order-lines': lineAliases,
}

const known = new Map<RowKind, ReadonlyMap<string, string>>()

/** "order date" and "orderdate" are one. */
const bare = (words: string) => headerWords(words).replaceAll(' ', '')

/** What a header means by itself; null when it says nothing here. */
export function pathOfHeader(kind: RowKind, header: string): string | null {
  if (header.length > 200) return null
  let byWords = known.get(kind)
  if (byWords === undefined) {
    const all = Object.entries(aliases[kind])
    byWords = new Map(
      all.flatMap(([path, words]) => words.split('|').map((one) => [bare(one), path] as const)),
    )
    known.set(kind, byWords)
  }
  return pathFor(kind, header.trim()) ?? byWords.get(bare(header)) ?? null
}
