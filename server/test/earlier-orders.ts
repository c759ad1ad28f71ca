// A business with orders as the release before the windows kept orders has left it (migrations before 0069).
import type pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import { NO_STORE } from '../src/modules/orders/index.ts'
import { databaseBefore } from './earlier.ts'

/**
 * Forty customers with up to thirty orders each: on days long ago, in each window and to come, several stores on one day and none,
 * refunds on days of their own. The windows were moved last yesterday.
 */
export async function ordersBeforeWindows(): Promise<{ url: string; pool: pg.Pool; merchantId: string }> {
  const { url, pool } = await databaseBefore('0069')
  const [merchantId, north, south] = [newId(), newId(), newId()]
  await pool.query(
    `insert into merchants (merchant_id, name, currency, country, time_zone, locale, normaliser_version, figures_on, at_risk_rule)
     values ($1, 'Deli', 'USD', 'US', 'UTC', 'en', 1, current_date - 1, 'rhythm')`,
    [merchantId],
  )
  await pool.query(
    `insert into stores (merchant_id, id, name, name_key, store_no)
     select $1, id, id::text, id::text, n from unnest($2::uuid[]) with ordinality s(id, n)`,
    [merchantId, [north, south]],
  )
  const customers = Array.from({ length: 40 }, newId)
  await pool.query(
    `insert into customers (merchant_id, id, type, display_name, customer_since)
     select $1, id, 'personal', 'Somebody', current_date - 5 from unnest($2::uuid[]) id`,
    [merchantId, customers],
  )
  await pool.query(
    `insert into orders (merchant_id, id, source, external_id, kind, channel, status, customer_id, store_id, placed_at, local_day, currency,
                         gross, discount, net, tax, service_charge, shipping, tip, total, paid, refunded, due, rounding, digest, refunds)
     select $1, gen_random_uuid(), 'till', c.n || '-' || k, 'order', 'pos', 'completed', c.id,
            case k % 3 when 0 then null when 1 then $3::uuid else $4::uuid end, d.day + interval '12 hours', d.day, 'USD',
            900, 0, 900, 0, 0, 0, 0, 900, 0, 0, 900, 0, '',
            case when k % 5 = 0 then jsonb_build_array(jsonb_build_object('localDay', d.day + k % 40, 'netAmount', k * 7)) else '[]' end
       from unnest($2::uuid[]) with ordinality c(id, n)
      cross join lateral generate_series(1, (c.n * 7 % 31)::int) k
      cross join lateral (
        select current_date - (k * c.n * 13 % 400)::int / 2 * (1 + k % 2) + case when k % 11 = 0 then 100 else 0 end as day) d`,
    [merchantId, customers, north, south],
  )
  const parts = `
    select customer_id, local_day as day, coalesce(store_id, '${NO_STORE}') as store, 1 as orders, net from orders
    union all
    select customer_id, (r ->> 'localDay')::date, coalesce(store_id, '${NO_STORE}'), 0, -(r ->> 'netAmount')::bigint
      from orders, jsonb_array_elements(refunds) r`
  await pool.query(
    `with parts as (${parts}),
     days as (select customer_id as customer, day, store, sum(orders) as orders, sum(net) as net from parts group by 1, 2, 3),
     sales as (select store, day, sum(orders) as orders, sum(net) as net, 0 as guests from parts group by 1, 2)
     select add_to_figures($1, '{}', (select jsonb_agg(to_jsonb(d)) from days d), (select jsonb_agg(to_jsonb(s)) from sales s))`,
    [merchantId],
  )
  return { url, pool, merchantId }
}
