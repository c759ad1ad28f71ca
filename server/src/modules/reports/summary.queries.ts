/**
 * The summary cards, from figures that are kept anyway: the census of customers, the sales of days, and the windows of those
 * who bought lately. One store, or all, is a sum of few rows; several stores share customers, who are then counted one by one.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { namedStores } from '../stores/index.ts'
import type { Period, Summary, SummaryQuery } from './summary.schemas.ts'

type Asker = Pick<Ctx, 'scope' | 'merchant'>

export async function summarise(reader: Reader, asker: Asker, query: SummaryQuery): Promise<Summary> {
  const stores = await storesOf(reader, asker, query.store)
  const period = query.salesPeriod ?? '4w'
  const [census, sales, topCustomers] = await Promise.all([
    stores === null || stores.length === 1
      ? censusOf(reader, asker, stores?.[0] ?? null)
      : countedOf(reader, asker, stores),
    salesOf(reader, asker, stores, period),
    topOf(reader, asker, stores, period),
  ])
  const { organizations, contacts, individuals, atRisk, since } = census
  const people = organizations + contacts + individuals
  return {
    totalCustomers: {
      count: asker.merchant.setup === 'flat' ? people : organizations,
      organizations,
      contacts,
      individuals,
    },
    sales,
    topCustomers,
    atRisk: { count: atRisk },
    newCustomers: { count: since },
  }
}

/** Null: all there are. */
async function storesOf(
  reader: Reader,
  { scope }: Asker,
  named: readonly string[] | undefined,
): Promise<readonly string[] | null> {
  if (named === undefined) return scope.storeIds
  const { rows } = await sql<{ id: string }>`
    select n.id from (${namedStores(scope.merchantId, named)}) n
     where ${scope.storeIds === null ? sql`true` : sql`n.id = any(${[...scope.storeIds]}::uuid[])`}`.execute(
    reader,
  )
  return rows.map(({ id }) => id)
}

type Census = {
  readonly organizations: number
  readonly contacts: number
  readonly individuals: number
  readonly atRisk: number
  readonly since: number
}

/** Where it is today. */
const today = (zone: string) => sql`(now() at time zone ${zone})::date`

/** Of one store; null: of all. */
async function censusOf(reader: Reader, { scope, merchant }: Asker, store: string | null): Promise<Census> {
  const sum = (condition: RawBuilder<unknown>) => sql`coalesce(sum(n) filter (where ${condition}), 0)::int`
  const kind = (what: string) => sum(sql`what = ${what}`)
  const { rows } = await sql<Census>`
    select ${kind('organization')} as organizations, ${kind('contact')} as contacts, ${kind('individual')} as individuals,
           ${kind('atRisk')} - ${kind('lost')} as "atRisk", ${kind('since')} as since
      from customer_census
     where merchant_id = ${scope.merchantId} and store_id = coalesce(${store}::uuid, all_stores())
       and (what in ('organization', 'contact', 'individual')
            or what in ('atRisk', 'lost') and day <= ${today(merchant.timeZone)}
            or what = 'since' and day > ${today(merchant.timeZone)} - 30)`.execute(reader)
  return rows[0] as Census
}

/** Customers of several stores, each once. */
async function countedOf(
  reader: Reader,
  { scope, merchant }: Asker,
  stores: readonly string[],
): Promise<Census> {
  const now = today(merchant.timeZone)
  const { rows } = await sql<Census>`
    select count(*) filter (where c.type = 'business')::int as organizations,
           count(*) filter (where c.type = 'personal' and x.is_contact)::int as contacts,
           count(*) filter (where c.type = 'personal' and not x.is_contact)::int as individuals,
           count(*) filter (where f.at_risk_on <= ${now} and f.lost_on > ${now})::int as "atRisk",
           count(*) filter (where nullif(c.customer_since, c.unknown_since) > ${now} - 30)::int as since
      from (select distinct customer_id from customer_stores where merchant_id = ${scope.merchantId} and store_id = any(${[...stores]}::uuid[])) l
      join customers c on c.merchant_id = ${scope.merchantId} and c.id = l.customer_id and c.status = 'active'
      left join customer_stats f on f.merchant_id = ${scope.merchantId} and f.customer_id = c.id
      cross join lateral (select exists (select from affiliations a
        where a.merchant_id = ${scope.merchantId} and a.contact_id = c.id) as is_contact) x`.execute(reader)
  return rows[0] as Census
}

const startOf = (period: Exclude<Period, 'all'>, now: RawBuilder<unknown>) =>
  period === '4w'
    ? sql`${now} - 27`
    : sql`(${now} - ${period === '3m' ? '3 months' : '6 months'}::interval)::date`

type SalesRow = {
  readonly amount: number
  readonly guests: number
  readonly previous: number | null
  readonly series: Summary['sales']['series']
}

async function salesOf(
  reader: Reader,
  { scope, merchant }: Asker,
  stores: readonly string[] | null,
  period: Period,
): Promise<Summary['sales']> {
  const now = today(merchant.timeZone)
  const here = stores === null ? sql`true` : sql`d.store_id = any(${[...stores]}::uuid[])`
  const { rows } =
    period === 'all'
      ? await sql<SalesRow>`
        with days as (
          select d.day, sum(d.net) as amount, sum(d.guest_net) as guests
            from daily_sales d where d.merchant_id = ${scope.merchantId} and ${here} group by 1),
        months as (
          select date_trunc('month', day)::date as day, sum(amount)::bigint as amount, sum(guests)::bigint as guests from days group by 1)
        select coalesce(sum(amount), 0)::bigint as amount, coalesce(sum(guests), 0)::bigint as guests, null::bigint as previous,
               coalesce(json_agg(json_build_object('day', day, 'amount', amount) order by day), '[]') as series from months`.execute(
          reader,
        )
      : await sql<SalesRow>`
        with bounds as (select b.first, b.last, b.first - (b.last - b.first + 1) as before from (select ${startOf(period, now)} as first, ${now} as last) b),
        days as (
          select d.day, sum(d.net)::bigint as amount, sum(d.guest_net)::bigint as guests from daily_sales d, bounds b
           where d.merchant_id = ${scope.merchantId} and d.day >= b.before and d.day <= b.last and ${here} group by 1)
        select coalesce(sum(d.amount) filter (where d.day >= b.first), 0)::bigint as amount,
               coalesce(sum(d.guests) filter (where d.day >= b.first), 0)::bigint as guests,
               coalesce(sum(d.amount) filter (where d.day < b.first), 0)::bigint as previous,
               (select json_agg(json_build_object('day', g.day::date, 'amount', coalesce(x.amount, 0)) order by g.day)
                  from generate_series(b.first, b.last, interval '1 day') g(day) left join days x on x.day = g.day::date) as series
          from bounds b left join days d on true group by b.first, b.last`.execute(reader)
  const { amount, guests, previous, series } = rows[0] as SalesRow
  const money = (minor: number) => ({ amount: minor, currency: merchant.currency })
  return {
    amount: money(amount),
    previous: previous === null ? null : money(previous),
    change:
      previous === null || previous === 0
        ? null
        : Math.round(((amount - previous) / Math.abs(previous)) * 10_000) / 10_000,
    series,
    guests: money(guests),
  }
}

const MOST = 10

/** Where organizations are told apart from people, whoever belongs to one is in its revenue already. */
async function topOf(
  reader: Reader,
  { scope, merchant }: Asker,
  stores: readonly string[] | null,
  period: Period,
): Promise<Summary['topCustomers']> {
  const alone =
    merchant.setup === 'flat'
      ? sql`true`
      : sql`not exists (select from affiliations a where a.merchant_id = ${scope.merchantId} and a.contact_id = c.id)`
  const { rows } = await sql<{ id: string; displayName: string; revenue: number; orders: number }>`
    select t.customer_id as id, t.display_name as "displayName", t.revenue, o.orders
      from (select r.customer_id, c.display_name, r.revenue
              from (${ranked(scope.merchantId, stores, period)}) r
              join customers c on c.merchant_id = ${scope.merchantId} and c.id = r.customer_id and c.status = 'active' and ${alone}
             order by r.revenue desc, r.customer_id desc limit ${MOST}) t
      cross join lateral (${ordersIn(scope.merchantId, stores, period)}) o
     order by t.revenue desc, t.customer_id desc`.execute(reader)
  return rows.map(({ id, displayName, revenue, orders }) => ({
    id,
    displayName,
    revenue: { amount: revenue, currency: merchant.currency },
    orders,
  }))
}

/** (customer_id, revenue), along an index where there is one store or all of them. */
function ranked(merchantId: string, stores: readonly string[] | null, period: Period): RawBuilder<unknown> {
  const column = sql.ref(period === 'all' ? 'w.revenue_total' : `w.revenue_${period}`)
  const bought = sql`w.merchant_id = ${merchantId} and ${column} > 0`
  const best = sql`order by ${column} desc, w.customer_id desc`
  if (stores === null)
    return sql`select w.customer_id, ${column} as revenue from customer_stats w where ${bought} and w.last_order_at is not null ${best}`
  const [only] = stores
  if (stores.length === 1 && only !== undefined)
    return sql`select w.customer_id, ${column} as revenue from customer_store_stats w where ${bought} and w.store_id = ${only} ${best}`
  return sql`select w.customer_id, sum(${column})::bigint as revenue from customer_store_stats w
    where ${bought} and w.store_id = any(${[...stores]}::uuid[]) group by 1 order by 2 desc, 1 desc`
}

/** Over `t`, one of the few. */
function ordersIn(merchantId: string, stores: readonly string[] | null, period: Period): RawBuilder<unknown> {
  const column = sql.ref(period === 'all' ? 'w.orders' : `w.orders_${period}`)
  return sql`select coalesce(sum(${column}), 0)::int as orders
     from ${sql.table(stores === null ? 'customer_stats' : 'customer_store_stats')} w
    where w.merchant_id = ${merchantId} and w.customer_id = t.customer_id
      ${stores === null ? sql`` : sql`and w.store_id = any(${[...stores]}::uuid[])`}`
}
