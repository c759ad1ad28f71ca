// Orders that count for another organization from now on, because those who placed them have moved there.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { NO_STORE } from './figures/figures.commands.ts'

type Move = { readonly from: string; readonly to: string; readonly customers: readonly string[] }

/** Of the orders these customers placed for one organization; answers how many. What they came to moves along, day by day. */
export async function moveOrders(
  tx: Writer,
  merchantId: string,
  { from, to, customers }: Move,
): Promise<number> {
  const { rows } = await sql<{ orders: number; days: string }>`
    with moved as (
      update orders o set organization_id = ${to}::uuid, version = o.version + 1, updated_at = now()
       where o.merchant_id = ${merchantId} and o.organization_id = ${from} and o.customer_id = any(${[...customers]}::uuid[])
      returning o.store_id, o.local_day, o.net, o.refunds, o.counts),
    parts as (
      select m.store_id, m.local_day as day, 1 as orders, m.net from moved m where m.counts
      union all
      select m.store_id, (r ->> 'localDay')::date, 0, -(r ->> 'netAmount')::bigint
        from moved m, jsonb_array_elements(m.refunds) r where m.counts),
    sums as (
      select coalesce(p.store_id, ${NO_STORE}::uuid) as store, p.day, sum(p.orders)::int as orders, sum(p.net)::bigint as net
        from parts p group by 1, 2 having sum(p.orders) <> 0 or sum(p.net) <> 0)
    select (select count(*)::int from moved) as orders,
           (select coalesce(json_agg(json_build_object('customer', x.customer, 'day', s.day, 'store', s.store,
                     'orders', x.sign * s.orders, 'net', x.sign * s.net)), '[]')::text
              from sums s cross join (values (${from}::uuid, -1), (${to}::uuid, 1)) x(customer, sign)) as days`.execute(
    tx,
  )
  const { orders, days } = rows[0] as { orders: number; days: string }
  if (orders > 0)
    await sql`select add_to_figures(${merchantId}::uuid, ${[from, to]}::uuid[], ${days}::jsonb, '[]'::jsonb)`.execute(
      tx,
    )
  return orders
}
