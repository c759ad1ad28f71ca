/**
 * How many orders a list finds, and what they come to. Bounded: of millions so many are walked at most, and what lies beyond is
 * “at least”. The sales of days and stores are kept (daily_sales), and so exact however many orders made them.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx, Scope } from '../../http/context.ts'
import { namedStores } from '../stores/index.ts'
import type { OrderFilter } from './lists.schemas.ts'
import type { OrderCount } from './order.schemas.ts'
import { counts, isCounting } from './order.shapes.ts'
import { conditionsOf } from './orders.filter.ts'
import { inSight } from './orders.queries.ts'

/** Of those that an index finds: where these are all, what passes the other tests is counted and summed exactly. */
const MOST_WALKED = 20_000

export const countOrders = (ctx: Ctx, query: OrderFilter): Promise<OrderCount> =>
  ctx.db.read(ctx.scope.merchantId, async (reader) => ({
    ...(await countWalked(reader, ctx.scope, query)),
    sales: isOfDays(query) ? await salesOf(reader, ctx, query) : null,
  }))

type Found = {
  readonly currency: string
  readonly count: number
  readonly summed: number
  readonly amount: number
}
export async function countWalked(
  reader: Reader,
  scope: Scope,
  query: OrderFilter,
  mostWalked = MOST_WALKED,
): Promise<Omit<OrderCount, 'sales'>> {
  const { led, tested } = split(query)
  const walk = [sql`o.merchant_id = ${scope.merchantId}`, ...conditionsOf(scope, led)]
  const tests = [inSight(scope), ...conditionsOf(scope, tested)]
  // What was called off is no money; who looks at just that is told what it came to.
  const { status } = query
  const summed = status?.every((one) => !counts(one)) ? sql`true` : sql`o.counts`
  const { rows } = await sql<{ walked: number; found: readonly Found[] }>`
    with walked as materialized (
      select o.merchant_id, o.store_id, o.status, o.channel, o.counts, o.recurrence, o.currency, o.total
        from orders o
       where ${sql.join(walk, sql` and `)} ${inOrder(led)} limit ${sql.lit(mostWalked + 1)})
    select (select count(*)::int from walked) as walked,
           (select coalesce(json_agg(g), '[]') from (
              select o.currency, count(*)::int as count, count(*) filter (where ${summed})::int as summed,
                     coalesce(sum(o.total) filter (where ${summed}), 0)::bigint as amount from walked o
               where ${sql.join(tests, sql` and `)} group by 1 order by 1) g) as found`.execute(reader)
  const { walked, found } = rows[0] as (typeof rows)[number]
  const count = found.reduce((sum, one) => sum + one.count, 0)
  const left = found.reduce((sum, one) => sum + one.count - one.summed, 0)
  const capped = walked > mostWalked
  return {
    count: Math.min(count, mostWalked),
    capped,
    totals: capped
      ? null
      : found.filter((one) => one.summed > 0).map(({ amount, currency }) => ({ amount, currency })),
    uncounted: capped ? 0 : left,
  }
}

/** What an index leads to, and what is tested on the way. */
function split({ status, channel, store, state, ...led }: OrderFilter) {
  const [byState, rest] = state === 'current' ? [{ state }, {}] : [{}, state === undefined ? {} : { state }]
  return {
    led: { ...led, ...byState } as OrderFilter,
    tested: {
      ...rest,
      ...(status && { status }),
      ...(channel && { channel }),
      ...(store && { store }),
    } as OrderFilter,
  }
}

/** By the day on which they were placed, as the list is, unless something rarer leads. */
function inOrder({
  q,
  customer,
  organization,
  fulfilFrom,
  fulfilTo,
  ...query
}: OrderFilter): RawBuilder<unknown> {
  const rarer = [q, customer, organization, query.import, fulfilFrom, fulfilTo]
  return rarer.every((one) => one === undefined) ? sql`order by o.placed_at desc, o.id desc` : sql``
}

/** Sales are kept by days and stores; whatever else narrows a list cannot be told of them. */
function isOfDays({ from: _from, to: _to, store: _store, status, ...others }: OrderFilter): boolean {
  return (
    Object.values(others).every((value) => value === undefined) &&
    (status === undefined || (status.every(counts) && isCounting(status)))
  )
}

async function salesOf(
  reader: Reader,
  { scope, merchant }: Ctx,
  { from, to, store }: OrderFilter,
): Promise<OrderCount['sales']> {
  const conditions = [
    sql`d.merchant_id = ${scope.merchantId}`,
    ...(from === undefined ? [] : [sql`d.day >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`d.day <= ${to}::date`]),
    ...(store === undefined ? [] : [sql`d.store_id in (${namedStores(scope.merchantId, store)})`]),
    ...(scope.storeIds === null ? [] : [sql`d.store_id = any(${[...scope.storeIds]}::uuid[])`]),
  ]
  const { rows } = await sql<{ orders: number; net: number }>`
    select coalesce(sum(d.orders), 0)::int as orders, coalesce(sum(d.net), 0)::bigint as net
      from daily_sales d where ${sql.join(conditions, sql` and `)}`.execute(reader)
  const { orders, net } = rows[0] as (typeof rows)[number]
  return { orders, net: { amount: net, currency: merchant.currency } }
}
