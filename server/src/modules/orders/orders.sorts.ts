// The orders in which a list of orders can be read, and where its pages begin.
import { type RawBuilder, sql } from 'kysely'
import { encodeCursor } from '../../kernel/cursor.ts'
import { instantPlace } from '../../kernel/places.ts'
import { badRequest } from '../../kernel/problem.ts'
import type { OrderListQuery } from './lists.schemas.ts'

export type OrderSort = {
  readonly column: 'placed_at' | 'fulfil_at'
  readonly direction: RawBuilder<unknown>
  readonly beyond: RawBuilder<unknown>
  /** In every cursor: one of the other order is refused. */
  readonly tag: string
}

/** The last row of the page before. */
type Place = { readonly at: string; readonly id: string }

const newestFirst: OrderSort = {
  column: 'placed_at',
  direction: sql`desc`,
  beyond: sql`<`,
  tag: 'orders',
}
const wantedFirst: OrderSort = {
  column: 'fulfil_at',
  direction: sql`asc`,
  beyond: sql`>`,
  tag: 'orders fulfilAt',
}

/** Orders that are not wanted at any time have no place by it: it takes a day to begin with. */
export function sortOf({ sort, fulfilFrom }: OrderListQuery): OrderSort {
  if (sort === undefined) return newestFirst
  if (fulfilFrom === undefined) {
    const message = 'fulfilAt needs fulfilFrom'
    throw badRequest('query.invalid', `sort: ${message}`, [
      { path: 'sort', code: 'sort.needsFulfilFrom', message },
    ])
  }
  return wantedFirst
}

export const orderBy = ({ column, direction }: OrderSort, alias: string): RawBuilder<unknown> =>
  sql`${sql.ref(`${alias}.${column}`)} ${direction}, ${sql.ref(`${alias}.id`)} ${direction}`

/** Over `o`, a row of orders. */
export function after({ column, beyond, tag }: OrderSort, cursor: string): RawBuilder<unknown> {
  const { at, id } = instantPlace(cursor, tag)
  return sql`(${sql.ref(`o.${column}`)}, o.id) ${beyond} (${at}::timestamptz, ${id}::uuid)`
}

export const cursorOf = ({ tag }: OrderSort, { at, id }: Place): string => encodeCursor([at, id], tag)
