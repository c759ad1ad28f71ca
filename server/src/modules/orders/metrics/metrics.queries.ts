// What a customer, or an organization with its contacts, came to in a period: one statement over customer_days and review_days, of which
// there are no more than the calendar has days, however many orders there were.
import { sql } from 'kysely'
import type { Ctx } from '../../../http/context.ts'
import { localDay } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/problem.ts'
import { visibleTo } from '../../customers/index.ts'
import type { MetricsQuery } from './metrics.schemas.ts'
import { periodOf } from './period.rules.ts'

/** As JSON text: it goes out as PostgreSQL wrote it. */
export async function getMetrics(
  { db, scope, merchant }: Ctx,
  id: string,
  asked: MetricsQuery,
): Promise<string> {
  const { merchantId, storeIds } = scope
  const { from, to } = periodOf(asked, localDay(new Date(), merchant.timeZone))
  const atStores = storeIds === null ? sql`true` : sql`d.store_id = any(${[...storeIds]}::uuid[])`
  const money = (amount: string) =>
    sql`json_build_object('amount', ${sql.raw(amount)}, 'currency', ${merchant.currency}::text)`
  // Points are zero until there is a part of the product that keeps them.
  const { rows } = await db.read(merchantId, (reader) =>
    sql<{ text: string }>`
    with days as materialized (
      select d.day, sum(d.orders)::int as orders, sum(d.net)::bigint as net, count(*) filter (where d.orders > 0)::int as visits
        from customer_days d
       where d.merchant_id = ${merchantId} and d.customer_id = ${id} and d.day between ${from}::date and ${to}::date and ${atStores}
       group by d.day),
    months as (
      select m.first, coalesce(sum(d.net), 0)::bigint as net
        from generate_series(date_trunc('month', ${from}::timestamp), ${to}::timestamp, interval '1 month') m(first)
        left join days d on date_trunc('month', d.day::timestamp) = m.first
       group by m.first),
    weekdays as (
      select w.number, coalesce(sum(d.net), 0)::bigint as net, count(*) filter (where d.orders > 0)::int as days
        from generate_series(1, 7) w(number) left join days d on extract(isodow from d.day) = w.number
       group by w.number),
    said as (
      select coalesce(sum(d.positive), 0)::int as positive, coalesce(sum(d.negative), 0)::int as negative
        from review_days d
       where d.merchant_id = ${merchantId} and d.customer_id = ${id} and d.day between ${from}::date and ${to}::date and ${atStores})
    select json_build_object(
        'from', ${from}::text, 'to', ${to}::text,
        'visits', coalesce(t.visits, 0), 'orders', coalesce(t.orders, 0), 'sales', ${money('coalesce(t.net, 0)')},
        'loyaltyPoints', 0, 'loyaltyValue', ${money('0')}, 'feedback', (select row_to_json(said) from said),
        'byMonth', (select json_agg(json_build_object('month', to_char(m.first, 'YYYY-MM'), 'net', ${money('m.net')}) order by m.first)
                      from months m),
        'byWeekday', (select json_agg(json_build_object('weekday', w.number, 'net', ${money('w.net')}, 'days', w.days,
                               'average', ${money('coalesce(round(w.net::numeric / nullif(w.days, 0)), 0)')}) order by w.number)
                        from weekdays w))::text as text
      from customers c cross join (select sum(visits) as visits, sum(orders) as orders, sum(net) as net from days) t
     where c.merchant_id = ${merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(reader),
  )
  const [row] = rows
  if (row === undefined) throw notFound('customer')
  return row.text
}
