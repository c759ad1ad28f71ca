// All stored figures made again from the orders, of one moment, and compared.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/client.ts'
import { NO_STORE } from './figures.commands.ts'

export type FigureDifference = {
  readonly table: string
  readonly key: unknown
  readonly stored: unknown
  readonly computed: unknown
}

/** Answers how many orders there are. */
export function verifyFigures(
  db: Db,
  merchantId: string,
  report: (difference: FigureDifference) => void,
): Promise<number> {
  return db.snapshot(merchantId, async ({ reader }) => {
    for (const checkOf of [references, days, storeStats, stats, sales, census]) {
      const { rows } = await checkOf(merchantId).execute(reader)
      for (const row of rows) report(row)
    }
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from orders where merchant_id = ${merchantId}`.execute(reader)
    return rows[0]?.n ?? 0
  })
}

type Check = RawBuilder<FigureDifference>

const NIL = sql.lit(NO_STORE)

/** Of each counting order its day, and the day of each refund. */
const parts = (merchantId: string) => sql`(
  select o.customer_id, o.organization_id, coalesce(o.store_id, ${NIL}::uuid) as store_id, o.local_day as day, 1 as orders, o.net
    from orders o where o.merchant_id = ${merchantId} and o.counts
  union all
  select o.customer_id, o.organization_id, coalesce(o.store_id, ${NIL}::uuid), (r ->> 'localDay')::date, 0, -(r ->> 'netAmount')::bigint
    from orders o, jsonb_array_elements(o.refunds) r where o.merchant_id = ${merchantId} and o.counts)`

/** What orders name is held by triggers, not by foreign keys (docs/decisions/0016). */
const references = (merchantId: string): Check => sql`
  select 'orders' as "table", to_json(o.id) as key,
         json_build_object('store', o.store_id, 'customer', o.customer_id, 'organization', o.organization_id) as stored,
         json_build_object('store', s.id, 'customer', c.id, 'organization', g.id) as computed
    from orders o
    left join stores s on s.merchant_id = o.merchant_id and s.id = o.store_id
    left join customers c on c.merchant_id = o.merchant_id and c.id = o.customer_id
    left join customers g on g.merchant_id = o.merchant_id and g.id = o.organization_id
   where o.merchant_id = ${merchantId}
     and (o.store_id, o.customer_id, o.organization_id) is distinct from (s.id, c.id, g.id) limit 1000`

const days = (merchantId: string): Check => sql`
  with computed as (
    select x.party, p.day, p.store_id, sum(p.orders)::int as orders, sum(p.net)::bigint as net
      from ${parts(merchantId)} p cross join lateral (values (p.customer_id), (p.organization_id)) x(party)
     where x.party is not null group by 1, 2, 3 having sum(p.orders) <> 0 or sum(p.net) <> 0),
  stored as (select customer_id as party, day, store_id, orders, net from customer_days where merchant_id = ${merchantId})
  select 'customer_days' as "table", json_build_array(party, day, store_id) as key, to_json(s) as stored, to_json(c) as computed
    from stored s full join computed c using (party, day, store_id)
   where (s.orders, s.net) is distinct from (c.orders, c.net) limit 1000`

/** A thousand at a time, as `people`: each call has a cost of its own, of many times what one customer takes. */
const together = (customers: RawBuilder<unknown>) => sql`
  select array_agg(customer_id) as people
    from (select customer_id, (row_number() over () - 1) / 1000 as part from (${customers}) c) c group by part`

const stats = (merchantId: string): Check => sql`
  with stored as (select * from customer_stats where merchant_id = ${merchantId})
  select 'customer_stats' as "table", to_json(s.customer_id) as key, to_json(s) as stored, to_json(f) as computed
    from (${together(sql`select customer_id from customer_stats where merchant_id = ${merchantId}`)}) p
    cross join lateral figures_of(${merchantId}::uuid, p.people) f
    join stored s on s.customer_id = f.customer_id
   where (s.first_order_at, s.last_order_at, s.orders, s.orders_6m, s.orders_3m, s.orders_4w, s.visits, s.revenue_total, s.revenue_6m,
          s.revenue_3m, s.revenue_4w, s.first_day, s.last_day, s.recent_days, s.usual_gap, s.coming_on, s.at_risk_on, s.lost_on) is distinct from
         (f.first_order_at, f.last_order_at, f.orders, f.orders_6m, f.orders_3m, f.orders_4w, f.visits, f.revenue_total, f.revenue_6m,
          f.revenue_3m, f.revenue_4w, f.first_day, f.last_day, f.recent_days, f.usual_gap, f.coming_on, f.at_risk_on, f.lost_on)
  union all
  select 'customer_stats', to_json(d.customer_id), null, to_json('missing'::text)
    from (select distinct customer_id from customer_days where merchant_id = ${merchantId}) d
   where not exists (select from stored s where s.customer_id = d.customer_id) limit 1000`

const storeStats = (merchantId: string): Check => sql`
  with stored as (select * from customer_store_stats where merchant_id = ${merchantId}),
  computed as (
    select f.* from (${together(sql`select distinct customer_id from customer_days where merchant_id = ${merchantId}`)}) p
      cross join lateral store_figures_of(${merchantId}::uuid, p.people) f)
  select 'customer_store_stats' as "table", json_build_array(customer_id, store_id) as key, to_json(s) as stored, to_json(c) as computed
    from stored s full join computed c using (customer_id, store_id)
   where (s.orders, s.orders_6m, s.orders_3m, s.orders_4w, s.visits, s.revenue_total, s.revenue_6m, s.revenue_3m, s.revenue_4w,
          s.first_day, s.last_day) is distinct from
         (c.orders, c.orders_6m, c.orders_3m, c.orders_4w, c.visits, c.revenue_total, c.revenue_6m, c.revenue_3m, c.revenue_4w,
          c.first_day, c.last_day) limit 1000`

const sales = (merchantId: string): Check => sql`
  with computed as (
    select p.store_id, p.day, sum(p.orders)::int as orders, sum(p.net)::bigint as net,
           coalesce(sum(p.net) filter (where p.customer_id is null and p.organization_id is null), 0)::bigint as guest_net
      from ${parts(merchantId)} p group by 1, 2),
  stored as (
    select store_id, day, sum(orders)::int as orders, sum(net)::bigint as net, sum(guest_net)::bigint as guest_net
      from daily_sales where merchant_id = ${merchantId} group by 1, 2)
  select 'daily_sales' as "table", json_build_array(store_id, day) as key, to_json(s) as stored, to_json(c) as computed
    from stored s full join computed c using (store_id, day)
   where (coalesce(s.orders, 0), coalesce(s.net, 0), coalesce(s.guest_net, 0)) is distinct from
         (coalesce(c.orders, 0), coalesce(c.net, 0), coalesce(c.guest_net, 0)) limit 1000`

/** What nobody asks for day by day any more stands under its own day or under the first of all, after it was folded. */
const census = (merchantId: string): Check => sql`
  with m as (select (now() at time zone time_zone)::date as today from merchants where merchant_id = ${merchantId}),
  computed as (
    select s.store_id, w.what, w.day, count(*)::int as n
      from customers c
      left join customer_stats f on f.merchant_id = c.merchant_id and f.customer_id = c.id
      cross join lateral census_stores(c.merchant_id, c.id) s
      cross join lateral census_of(c.status, census_kind(c.type, is_contact(c.merchant_id, c.id)), nullif(c.customer_since, c.unknown_since), f.at_risk_on, f.lost_on) w
     where c.merchant_id = ${merchantId} group by 1, 2, 3),
  folded as (
    select t.source, t.store_id, t.what,
           case when t.what in ('atRisk', 'lost') and t.day <= m.today then date '0001-01-01' else census_day(t.what, t.day) end as day,
           sum(t.n)::int as n
      from (select 'stored' as source, store_id, what, day, n from customer_census where merchant_id = ${merchantId}
            union all select 'computed', store_id, what, day, n from computed) t cross join m
     group by 1, 2, 3, 4)
  select 'customer_census' as "table", json_build_array(store_id, what, day) as key, to_json(s.n) as stored, to_json(c.n) as computed
    from (select * from folded where source = 'stored') s full join (select * from folded where source = 'computed') c using (store_id, what, day)
   where coalesce(s.n, 0) <> coalesce(c.n, 0) limit 1000`
