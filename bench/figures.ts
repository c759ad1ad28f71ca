// Figures of most customers, without the orders behind them: what a list reads. Ninety in a hundred have ordered, most of
// them long ago; the same for the same customers.
import type pg from 'pg'

export async function fillFigures(client: Pick<pg.Client, 'query'>): Promise<void> {
  await client.query(
    `insert into customer_stats (merchant_id, customer_id, first_order_at, last_order_at, orders, orders_3m, visits, revenue_total,
                                 revenue_6m, first_day, last_day, usual_gap, at_risk_on, lost_on)
     select merchant_id, id, now() - (n + more) * interval '1 day', now() - n * interval '1 day', 1 + more / 40,
            case when n + more < 80 then 1 + more / 40 else 0 end, 1 + more / 40,
            (n + 7) * 173 % 90001, case when n < 180 then (n + 7) * 173 % 90001 else 0 end, current_date - n - more, current_date - n,
            case when more > 80 then more / 7.0 end, current_date - n + 91, current_date - n + 366
       from (select merchant_id, id, get_byte(h, 0) * get_byte(h, 1) / 60 as n, get_byte(h, 2) as more
               from (select merchant_id, id, sha256(uuid_send(id)) as h from customers) x
              where get_byte(h, 3) < 230) c
      where not exists (select from customer_stats)`,
  )
}
