// Orders as they are read: JSON that PostgreSQL writes: one statement a page, after one that says whose where they are somebody's.
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx, Scope } from '../../http/context.ts'
import { notFound } from '../../kernel/problem.ts'
import { visibleTo } from '../customers/index.ts'
import type { CustomerOrdersQuery, OrderListQuery } from './lists.schemas.ts'
import { conditionsOf } from './orders.filter.ts'
import { after, cursorOf, orderBy, sortOf } from './orders.sorts.ts'

export const instant = (column: string) =>
  `to_char(o.${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const party = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.display_name, 'number', ${alias}.number) end`

const headColumns = `o.id, o.source, o.external_id as "externalId", o.number, o.receipt_number as "receiptNumber", o.kind, o.channel, o.status,
  case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as store, ${party('c')} as customer,
  o.customer_reference as "customerReference", o.customer_pinned as "customerPinned", ${party('g')} as organization,
  ${instant('placed_at')} as "placedAt", o.local_day as "localDay", ${instant('fulfil_at')} as "fulfilAt", o.currency, o.recurrence,
  o.shipments, o.version`
/** Five coffees are five; 0.45 kg of cheese is one piece of cheese. What comes back is taken off. */
const piecesOf = `(select coalesce(sum(case when q = trunc(q) then q else sign(q) end), 0)::bigint
  from (select (i ->> 'quantity')::numeric as q from jsonb_array_elements(o.items) i) lines)`
const listColumns = `${headColumns}, jsonb_array_length(o.items) as "itemCount", ${piecesOf} as pieces, o.total, o.due`
export const totalsJson = `json_build_object('gross', o.gross, 'discount', o.discount, 'net', o.net, 'tax', o.tax, 'serviceCharge', o.service_charge,
  'shipping', o.shipping, 'tip', o.tip, 'total', o.total, 'paid', o.paid, 'refunded', o.refunded, 'due', o.due,
  'rounding', o.rounding)`
const wholeColumns = `${headColumns}, ${instant('source_updated_at')} as "sourceUpdatedAt", o.purchase_order as "purchaseOrder", o.note, o.staff,
  o.items, o.discounts, o.taxes, o.payments, o.refunds,
  ${totalsJson} as totals,
  ${instant('created_at')} as "createdAt", ${instant('updated_at')} as "updatedAt"`

/** Who is out of the caller's sight is not named. */
export const joined = (
  scope: Scope,
) => sql`left join stores s on s.merchant_id = o.merchant_id and s.id = o.store_id
  left join customers c on c.merchant_id = o.merchant_id and c.id = o.customer_id and ${visibleTo(scope, 'c.id')}
  left join customers g on g.merchant_id = o.merchant_id and g.id = o.organization_id and ${visibleTo(scope, 'g.id')}`

/** Over `o`, a row of orders. */
export const inSight = ({ storeIds }: Scope): RawBuilder<unknown> =>
  storeIds === null ? sql`true` : sql`o.store_id = any(${[...storeIds]}::uuid[])`

export type OrderText = { readonly text: string; readonly version: number }

export async function readOrderText(reader: Reader, scope: Scope, id: string): Promise<OrderText> {
  const order = (await readOrderTexts(reader, scope, [id])).get(id)
  if (order === undefined) throw notFound('order')
  return order
}

/** By their ids; who is out of sight is left out. */
export async function readOrderTexts(
  reader: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrderText>> {
  const { rows } = await sql<OrderText & { readonly id: string }>`
    select x.id, row_to_json(x)::text as text, x.version from (
      select ${sql.raw(wholeColumns)} from orders o ${joined(scope)}
       where o.merchant_id = ${scope.merchantId} and o.id = any(${[...ids]}::uuid[]) and ${inSight(scope)}) x`.execute(
    reader,
  )
  return new Map(rows.map(({ id, text, version }) => [id, { text, version }]))
}

export const getOrder = (ctx: Ctx, id: string): Promise<OrderText> =>
  ctx.db.read(ctx.scope.merchantId, (reader) => readOrderText(reader, ctx.scope, id))

type Row = { readonly text: string; readonly at: string; readonly id: string }

const NOBODYS = '{"items":[],"nextCursor":null}'

/** A page as JSON text. */
export const listOrders = (ctx: Ctx, { customer, ...query }: OrderListQuery): Promise<string> =>
  ctx.db.read(ctx.scope.merchantId, async (reader) => {
    if (customer === undefined) return page(reader, ctx.scope, query, [sql`true`])
    const walks = await walksOf(reader, ctx.scope, customer)
    return walks === null ? NOBODYS : page(reader, ctx.scope, query, walks)
  })

export const listCustomerOrders = (ctx: Ctx, id: string, query: CustomerOrdersQuery): Promise<string> =>
  ctx.db.read(ctx.scope.merchantId, async (reader) => {
    const walks = await walksOf(reader, ctx.scope, id)
    if (walks === null) throw notFound('customer')
    return page(reader, ctx.scope, query, walks)
  })

/** A customer's own; of an organization also those that its contacts placed for it. Null: there is no such customer in sight. */
async function walksOf(reader: Reader, scope: Scope, id: string): Promise<RawBuilder<unknown>[] | null> {
  const { rows } = await sql<{ type: string }>`
    select c.type from customers c where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(
    reader,
  )
  if (rows[0] === undefined) return null
  return [
    sql`o.customer_id = ${id}`,
    ...(rows[0].type === 'business' ? [sql`o.organization_id = ${id}`] : []),
  ]
}

/** Each walk follows an index of its own, in the order asked for; together they are one list. */
async function page(
  reader: Reader,
  scope: Scope,
  query: OrderListQuery,
  walks: readonly RawBuilder<unknown>[],
): Promise<string> {
  const limit = query.limit ?? 50
  const sort = sortOf(query)
  const at = sql.ref(sort.column)
  const where = [
    sql`o.merchant_id = ${scope.merchantId}`,
    inSight(scope),
    ...conditionsOf(scope, query),
    ...(query.cursor === undefined ? [] : [after(sort, query.cursor)]),
  ]
  const found = walks.map((walk) => {
    const matching = sql`select o.id, o.${at} from orders o where ${sql.join([...where, walk], sql` and `)}`
    return sql`(select * from (${matching} ${areFoundFirst(query) ? sql`offset 0` : sql``}) o
      order by ${orderBy(sort, 'o')} limit ${limit + 1})`
  })
  const { rows } = await sql<Row>`
    select row_to_json(x)::text as text, p.${at}::text as at, p.id
      from (select * from (${sql.join(found, sql` union all `)}) f order by ${orderBy(sort, 'f')} limit ${limit + 1}) p
      cross join lateral (select ${sql.raw(listColumns)} from orders o ${joined(scope)}
        where o.merchant_id = ${scope.merchantId} and o.id = p.id offset 0) x
     order by ${orderBy(sort, 'p')}`.execute(reader)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const next = last === undefined ? null : cursorOf(sort, last)
  return `{"items":[${shown.map(({ text }) => text).join(',')}],"nextCursor":${JSON.stringify(next)}}`
}

/**
 * Of a day few are wanted, wherever they stand among those placed, and few are still to be done, wherever among those
 * wanted: these are found first, and sorted then.
 */
const areFoundFirst = ({ fulfilFrom, state, sort }: OrderListQuery): boolean =>
  fulfilFrom !== undefined && (sort === undefined ? state !== 'current' : state === 'current')
