// Reviews as they are read: JSON that PostgreSQL writes, newest first: one statement a page, after one that says whose where they are somebody's.
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx, Scope } from '../../http/context.ts'
import { encodeCursor } from '../../kernel/cursor.ts'
import { instantPlace } from '../../kernel/places.ts'
import { notFound } from '../../kernel/problem.ts'
import { visibleTo } from '../customers/index.ts'
import { customerInSight, sinceOrUntil } from '../orders/index.ts'
import { namedStores } from '../stores/index.ts'
import type { CustomerReviewsQuery, ReviewListQuery } from './reviews.schemas.ts'

const instant = (column: string) => `to_char(r.${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const party = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.display_name, 'number', ${alias}.number) end`

const columns =
  sql.raw(`r.id, r.source, r.external_id as "externalId", trim_scale(r.score) as score, r.sentiment, r.text, r.author,
  ${instant('at')} as at, r.local_day as "localDay",
  case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as store, ${party('c')} as customer,
  r.customer_reference as "customerReference", r.customer_pinned as "customerPinned", ${party('g')} as organization,
  case when o.id is not null then json_build_object('id', o.id, 'number', coalesce(o.number, o.receipt_number)) end as "order",
  case when r.response is not null then json_build_object('text', r.response, 'at', ${instant('responded_at')}) end as response,
  ${instant('source_updated_at')} as "sourceUpdatedAt", ${instant('created_at')} as "createdAt",
  ${instant('updated_at')} as "updatedAt", r.version`)

const atStores = ({ storeIds }: Scope, alias: 'r' | 'o'): RawBuilder<unknown> =>
  storeIds === null ? sql`true` : sql`${sql.ref(`${alias}.store_id`)} = any(${[...storeIds]}::uuid[])`

/** Who or what is out of the caller's sight is not named. */
const joined = (scope: Scope) => sql`left join stores s on s.merchant_id = r.merchant_id and s.id = r.store_id
  left join customers c on c.merchant_id = r.merchant_id and c.id = r.customer_id and ${visibleTo(scope, 'c.id')}
  left join customers g on g.merchant_id = r.merchant_id and g.id = r.organization_id and ${visibleTo(scope, 'g.id')}
  left join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id and ${atStores(scope, 'o')}`

export type ReviewText = { readonly text: string; readonly version: number }

export async function readReviewText(reader: Reader, scope: Scope, id: string): Promise<ReviewText> {
  const { rows } = await sql<ReviewText>`
    select row_to_json(x)::text as text, x.version from (
      select ${columns} from reviews r ${joined(scope)}
       where r.merchant_id = ${scope.merchantId} and r.id = ${id} and ${atStores(scope, 'r')}) x`.execute(
    reader,
  )
  const [row] = rows
  if (row === undefined) throw notFound('review')
  return row
}

export const getReview = (ctx: Ctx, id: string): Promise<ReviewText> =>
  ctx.db.read(ctx.scope.merchantId, (reader) => readReviewText(reader, ctx.scope, id))

/** A page as JSON text. */
export const listReviews = (ctx: Ctx, query: ReviewListQuery): Promise<string> =>
  ctx.db.read(ctx.scope.merchantId, (reader) => page(reader, ctx.scope, query, [sql`true`]))

/** A customer's own; of an organization also those that its contacts left. */
export const listCustomerReviews = (ctx: Ctx, id: string, query: CustomerReviewsQuery): Promise<string> =>
  ctx.db.read(ctx.scope.merchantId, async (reader) => {
    const { rows } = await sql<{ type: string }>`
      select c.type from customers c where c.merchant_id = ${ctx.scope.merchantId} and c.id = ${id} and ${visibleTo(ctx.scope)}`.execute(
      reader,
    )
    if (rows[0] === undefined) throw notFound('customer')
    const walks = [
      sql`r.customer_id = ${id}`,
      ...(rows[0].type === 'business' ? [sql`r.organization_id = ${id}`] : []),
    ]
    return page(reader, ctx.scope, query, walks)
  })

const TAG = 'reviews'
type Row = { readonly json: string; readonly place: string; readonly id: string }

/** Each walk follows an index of its own, newest first; together they are one list. */
async function page(
  reader: Reader,
  scope: Scope,
  query: ReviewListQuery,
  walks: readonly RawBuilder<unknown>[],
): Promise<string> {
  const limit = query.limit ?? 50
  const place = query.cursor === undefined ? null : instantPlace(query.cursor, TAG)
  const where = [
    sql`r.merchant_id = ${scope.merchantId}`,
    atStores(scope, 'r'),
    ...conditionsOf(scope, query),
    ...(place === null ? [] : [sql`(r.at, r.id) < (${place.at}::timestamptz, ${place.id}::uuid)`]),
  ]
  const found = walks.map(
    (walk) => sql`(select r.id, r.at from reviews r where ${sql.join([...where, walk], sql` and `)}
      order by r.at desc, r.id desc limit ${limit + 1})`,
  )
  const { rows } = await sql<Row>`
    select row_to_json(x)::text as json, p.at::text as place, p.id
      from (select * from (${sql.join(found, sql` union all `)}) f order by at desc, id desc limit ${limit + 1}) p
      cross join lateral (select ${columns} from reviews r ${joined(scope)}
        where r.merchant_id = ${scope.merchantId} and r.id = p.id offset 0) x
     order by p.at desc, p.id desc`.execute(reader)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const next = last === undefined ? null : encodeCursor([last.place, last.id], TAG)
  return `{"items":[${shown.map(({ json }) => json).join(',')}],"nextCursor":${JSON.stringify(next)}}`
}

const left = { instant: sql`r.at`, local: sql`r.local_day` }

function conditionsOf(scope: Scope, query: ReviewListQuery): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  const { sentiment, store, customer, organization, order, guests, from, to } = query
  if (sentiment !== undefined) conditions.push(sql`r.sentiment = ${sentiment}`)
  if (store !== undefined) conditions.push(sql`r.store_id in (${namedStores(scope.merchantId, store)})`)
  if (customer !== undefined)
    conditions.push(sql`r.customer_id = ${customer}`, customerInSight(scope, customer))
  if (organization !== undefined)
    conditions.push(sql`r.organization_id = ${organization}`, customerInSight(scope, organization))
  if (order !== undefined) conditions.push(sql`r.order_id = ${order}`)
  if (guests === true) conditions.push(sql`r.customer_id is null and r.organization_id is null`)
  for (const [name, day] of [['from', from] as const, ['to', to] as const])
    if (day !== undefined) conditions.push(sinceOrUntil(name, day, name, left))
  return conditions
}
