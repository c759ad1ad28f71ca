-- Whoever brings the orders of years leaves up to sixteen rows for each day and store: of five million orders 90,000 instead of 13,000, and
-- the card of sales reads all of them. Once a day, and soon after so many, they are made one again, as the census is.

-- So many rows at once, so that writers of the same days wait for a moment only; answers how many there were.
create function fold_sales(merchant uuid, most int) returns int
language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from daily_sales d using (
      select store_id, day, slot from daily_sales
       where merchant_id = merchant and slot <> 1000
         and merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid)
       order by store_id, day, slot limit most for update skip locked) g
     where d.merchant_id = merchant and (d.store_id, d.day, d.slot) = (g.store_id, g.day, g.slot)
    returning d.store_id, d.day, d.orders, d.net, d.guest_net),
  folded as (
    insert into daily_sales as t (merchant_id, store_id, day, slot, orders, net, guest_net)
      select merchant, g.store_id, g.day, 1000, sum(g.orders)::int, sum(g.net)::bigint, sum(g.guest_net)::bigint from gone g
       group by 2, 3 having sum(g.orders) <> 0 or sum(g.net) <> 0 or sum(g.guest_net) <> 0 order by 2, 3
      on conflict (merchant_id, store_id, day, slot)
      do update set orders = t.orders + excluded.orders, net = t.net + excluded.net, guest_net = t.guest_net + excluded.guest_net)
  select count(*)::int from gone
$$;
revoke execute on function fold_sales(uuid, int) from public;
grant execute on function fold_sales(uuid, int) to clientele_app;
comment on column daily_sales.slot is 'Of whom wrote it, 0 to 15; 1000: what has been folded. Sums over slots count';
