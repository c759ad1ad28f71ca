// The orders a list can have. Absent values stand last both ways, and ties are told apart by id, so that a page always
// begins where the last one ended.
import { type CursorValue, decodeCursor, encodeCursor } from '../../../kernel/cursor.ts'
import { isId } from '../../../kernel/ids.ts'
import { badRequest } from '../../../kernel/problem.ts'
import { hasOrdered, hasRevenue, hasReviews } from './list.activity.rules.ts'
import type { SortKey } from './list.schemas.ts'
import type { Params } from './params.ts'

export type Sort = {
  readonly key: SortKey
  readonly descending: boolean
  /** The table whose index is walked. */
  readonly over: 's' | 'c' | 'f'
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  /** Over `f`: whose figures have a value here; all others are absent. */
  readonly has?: string
}

/** After the last row of the page before: its value (null among the absent) and id. */
export type Position = { readonly key: string | null; readonly id: string }

const columns: Readonly<Record<SortKey, Omit<Sort, 'key' | 'descending'>>> = {
  name: { over: 's', column: 's.sort_name', type: 'text', nullable: false },
  createdAt: { over: 'c', column: 'c.created_at', type: 'timestamptz', nullable: false },
  customerSince: { over: 'c', column: 'c.customer_since', type: 'date', nullable: false },
  // Who never ordered has none of these, whatever a row of figures without orders may hold.
  lastOrderAt: {
    over: 'f',
    column: 'f.last_order_at',
    type: 'timestamptz',
    nullable: true,
    has: hasOrdered,
  },
  // Of a short window most have nothing: who bought in it stands in its index, the others have no place in it.
  revenue4w: {
    over: 'f',
    column: 'f.revenue_4w',
    type: 'bigint',
    nullable: true,
    has: hasRevenue('revenue_4w'),
  },
  revenue3m: {
    over: 'f',
    column: 'f.revenue_3m',
    type: 'bigint',
    nullable: true,
    has: hasRevenue('revenue_3m'),
  },
  revenue6m: { over: 'f', column: 'f.revenue_6m', type: 'bigint', nullable: true, has: hasOrdered },
  revenueTotal: { over: 'f', column: 'f.revenue_total', type: 'bigint', nullable: true, has: hasOrdered },
  number: { over: 'c', column: 'c.number', type: 'text', nullable: true },
  type: { over: 'c', column: 'c.type', type: 'text', nullable: false },
  email: { over: 'c', column: 'c.email', type: 'text', nullable: true },
  reviews: { over: 'f', column: 'f.reviews', type: 'int', nullable: true, has: hasReviews },
}

export function sortOf(text: string): Sort {
  const descending = text.startsWith('-')
  const key = (descending ? text.slice(1) : text) as SortKey
  return { key, descending, ...columns[key] }
}

const tagOf = (sort: Sort) => `customers ${sort.descending ? '-' : ''}${sort.key}`

export const badCursor = () =>
  badRequest('cursor.invalid', 'cursor is not of this list and order', [
    { path: 'cursor', code: 'cursor.invalid', message: 'is not of this list and order' },
  ])

export function positionOf(cursor: string, sort: Sort): Position {
  const values = decodeCursor(cursor, tagOf(sort))
  const [key, id] = values ?? []
  if (!isKey(key, sort) || typeof id !== 'string' || !isId(id)) throw badCursor()
  return { key, id }
}

export const cursorOf = ({ key, id }: Position, sort: Sort): string => encodeCursor([key, id], tagOf(sort))

export const reversed = (sort: Sort): Sort => ({ ...sort, descending: !sort.descending })

/** Between this row and the one before it: read after, the page begins with this row; read before, it ends above it. */
export function justBefore({ key, id }: Position, sort: Sort): Position {
  const number = BigInt(`0x${id.replaceAll('-', '')}`)
  const next = BigInt.asUintN(128, sort.descending ? number + 1n : number - 1n)
  const hex = next.toString(16).padStart(32, '0')
  return { key, id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }
}

/** A forged value must not reach a cast that fails. */
function isKey(key: CursorValue | undefined, sort: Sort): key is string | null {
  if (key === null) return sort.nullable
  if (typeof key !== 'string') return false
  if (sort.type === 'int') return /^\d{1,9}$/.test(key)
  if (sort.type === 'bigint') return /^-?\d{1,18}$/.test(key)
  return (
    sort.type === 'text' ||
    (/^\d{4,6}-\d\d-\d\d( [\d:.]+\+00)?$/.test(key) && !Number.isNaN(Date.parse(key.slice(0, 10))))
  )
}

/** In the words of the index: without nulls in sight, this is its order backwards too. */
export function orderBy(sort: Sort, key: string, id: string): string {
  return sort.descending ? `${key} desc, ${id} desc` : `${key}, ${id}`
}

/** The columns of a row's place in the order. */
export type Place = { readonly key: string; readonly id: string }

export function after(sort: Sort, position: Position, at: Place, p: Params): string {
  const sign = sort.descending ? '<' : '>'
  if (position.key === null) return `${at.id} ${sign} ${p(position.id, 'uuid')}`
  return `(${at.key}, ${at.id}) ${sign} (${p(position.key, sort.type)}, ${p(position.id, 'uuid')})`
}
