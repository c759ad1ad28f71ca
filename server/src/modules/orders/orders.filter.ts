// What a list of orders is narrowed by, as conditions over `o`, a row of orders.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../http/context.ts'
import { prefixEnd } from '../../kernel/search-text.ts'
import { namedStores } from '../stores/index.ts'
import { sinceOrUntil } from './days.filter.ts'
import type { OrderFilter } from './lists.schemas.ts'
import { numberKey } from './orders.rows.ts'
import { customerInSight } from './sight.ts'

const stateConditions = {
  past: sql`o.recurrence is null and o.status in ('fulfilled', 'completed', 'cancelled', 'refunded')`,
  current: sql`o.recurrence is null and o.status in ('draft', 'open', 'confirmed')`,
  recurring: sql`o.recurrence is not null`,
} as const

export function conditionsOf(scope: Scope, query: OrderFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  const { q, state, status, channel, store, customer, organization, guests, from, to } = query
  if (q !== undefined && numberKey(q) !== '') conditions.push(numbered(q))
  if (state !== undefined) conditions.push(stateConditions[state])
  if (status !== undefined) conditions.push(sql`o.status = any(${[...status]}::text[])`)
  if (channel !== undefined) conditions.push(sql`o.channel = any(${[...channel]}::text[])`)
  if (store !== undefined) conditions.push(sql`o.store_id in (${namedStores(scope.merchantId, store)})`)
  if (customer !== undefined)
    conditions.push(
      sql`(o.customer_id = ${customer} or o.organization_id = ${customer})`,
      customerInSight(scope, customer),
    )
  if (organization !== undefined)
    conditions.push(sql`o.organization_id = ${organization}`, customerInSight(scope, organization))
  if (query.import !== undefined) conditions.push(sql`o.import_id = ${query.import}`)
  if (guests === true) conditions.push(sql`o.customer_id is null`)
  for (const [name, day, side, dated] of [
    ['from', from, 'from', placed],
    ['to', to, 'to', placed],
    ['fulfilFrom', query.fulfilFrom, 'from', wanted],
    ['fulfilTo', query.fulfilTo, 'to', wanted],
  ] as const)
    if (day !== undefined) conditions.push(sinceOrUntil(name, day, side, dated))
  return conditions
}

const placed = { instant: sql`o.placed_at`, local: sql`o.local_day` }
/** Where its store is, else where the business is, as of the day on which it was placed. */
const wanted = {
  instant: sql`o.fulfil_at`,
  local: sql`(o.fulfil_at at time zone coalesce(
    (select z.time_zone from stores z where z.merchant_id = o.merchant_id and z.id = o.store_id),
    (select m.time_zone from merchants m where m.merchant_id = o.merchant_id)))::date`,
}

function numbered(q: string): RawBuilder<unknown> {
  const key = numberKey(q)
  const end = prefixEnd(key)
  const begins = (column: string) =>
    sql`(${sql.ref(`o.${column}`)} >= ${key} ${end === null ? sql`` : sql`and ${sql.ref(`o.${column}`)} < ${end}`})`
  return sql`(${begins('number_key')} or ${begins('receipt_key')} or o.external_id = ${q.trim()})`
}
