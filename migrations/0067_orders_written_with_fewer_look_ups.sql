-- Of what an order writes, a third was looked up twice: once to see what stands, once more to change it. Whoever writes figures holds the
-- customers (lock_figures), so that what was seen is still where it was, and is changed there. docs/decisions/0018.

-- As before; the merchant first, as whoever removes one begins with it, and orders ask for it later.
create or replace function lock_figures(merchant uuid, people uuid[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  perform from merchants m where m.merchant_id = merchant for key share;
  perform pg_advisory_xact_lock_shared(hashtextextended('figures ' || merchant, 0));
  perform from customers c where c.merchant_id = merchant and c.id = any(people) order by c.id for no key update;
end $$;

-- Adds new orders that count, and their refunds, to the figures of customers whose locks are held. In step: each customer, day and store
-- once, with how many orders it brings, what they come to, and the instants of the first and the last of them; a day of refunds
-- alone brings no order and has no instants.
create function grow_figures(merchant uuid, customers uuid[], days date[], stores uuid[], orders int[], nets bigint[],
                             firsts timestamptz[], lasts timestamptz[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare m record; visited int[]; since jsonb;
begin
  select x.at_risk_rule, x.at_risk_days, x.time_zone, (x.figures_on - interval '6 months')::date as six_months,
         (x.figures_on - interval '3 months')::date as three_months, x.figures_on - 27 as four_weeks into m
    from merchants x where x.merchant_id = merchant;
  -- A day at a store on which nothing was ordered before is one more visit.
  with g as materialized (
    select x.*, d.at, case when x.orders > 0 and coalesce(d.orders, 0) = 0 then 1 else 0 end as visits
      from unnest(customers, days, stores, orders, nets) with ordinality x(customer, day, store, orders, net, n)
      left join lateral (select c.ctid as at, c.orders from customer_days c
                          where c.merchant_id = merchant and c.customer_id = x.customer and c.day = x.day and c.store_id = x.store offset 0) d on true),
  begun as (
    insert into customer_days (merchant_id, customer_id, day, store_id, orders, net)
      select merchant, g.customer, g.day, g.store, g.orders, g.net from g where g.at is null),
  grown as (update customer_days d set orders = d.orders + g.orders, net = d.net + g.net from g where d.ctid = g.at)
  select array_agg(g.visits order by g.n) into visited from g;
  if 0 = any(orders) then
    delete from customer_days d using unnest(customers, days, stores) x(customer, day, store)
     where d.merchant_id = merchant and d.customer_id = x.customer and d.day = x.day and d.store_id = x.store and d.orders = 0 and d.net = 0;
  end if;
  with x as materialized (
    select g.customer, g.store, sum(g.orders) as orders, sum(g.visits) as visits, sum(g.net) as net,
           coalesce(sum(g.net) filter (where g.day >= m.six_months), 0) as six_months,
           coalesce(sum(g.net) filter (where g.day >= m.three_months), 0) as three_months,
           coalesce(sum(g.net) filter (where g.day >= m.four_weeks), 0) as four_weeks,
           min(g.day) filter (where g.orders > 0) as first_day, max(g.day) filter (where g.orders > 0) as last_day
      from unnest(customers, stores, days, orders, visited, nets) g(customer, store, day, orders, visits, net) group by g.customer, g.store),
  f as materialized (
    select x.*, s.at
      from x left join lateral (select c.ctid as at from customer_store_stats c
                                 where c.merchant_id = merchant and c.customer_id = x.customer and c.store_id = x.store offset 0) s on true),
  begun as (
    insert into customer_store_stats (merchant_id, customer_id, store_id, orders, visits, revenue_total, revenue_6m, revenue_3m, revenue_4w,
                                      first_day, last_day)
      select merchant, f.customer, f.store, f.orders, f.visits, f.net, f.six_months, f.three_months, f.four_weeks, f.first_day, f.last_day
        from f where f.at is null)
  update customer_store_stats s
     set orders = s.orders + f.orders, visits = s.visits + f.visits, revenue_total = s.revenue_total + f.net,
         revenue_6m = s.revenue_6m + f.six_months, revenue_3m = s.revenue_3m + f.three_months, revenue_4w = s.revenue_4w + f.four_weeks,
         first_day = least(s.first_day, f.first_day), last_day = greatest(s.last_day, f.last_day)
    from f where s.ctid = f.at;
  with x as materialized (
    select g.customer, sum(g.orders)::int as orders, sum(g.visits)::int as visits, sum(g.net)::bigint as net,
           coalesce(sum(g.net) filter (where g.day >= m.six_months), 0)::bigint as six_months,
           coalesce(sum(g.net) filter (where g.day >= m.three_months), 0)::bigint as three_months,
           coalesce(sum(g.net) filter (where g.day >= m.four_weeks), 0)::bigint as four_weeks,
           min(g.day) filter (where g.orders > 0) as first_day, max(g.day) filter (where g.orders > 0) as last_day,
           min(g.first) as first_at, max(g.last) as last_at
      from unnest(customers, days, orders, visited, nets, firsts, lasts) g(customer, day, orders, visits, net, first, last) group by g.customer),
  f as materialized (
    select x.*, stood.at, stood.first_order_at as stood, sums.first_order_at, sums.visits as all_visits, rhythm.gap,
           greatest(sums.last_day + floor(limits.at_risk)::int + 1, stood.coming_on + 1, stood.snoozed_until + 1) as at_risk_on,
           greatest(sums.last_day + floor(limits.lost)::int + 1, stood.coming_on + 1, stood.snoozed_until + 1) as lost_on
      from x
      left join lateral (select s.ctid as at, s.first_order_at, s.visits, s.last_day, s.coming_on, s.snoozed_until from customer_stats s
                          where s.merchant_id = merchant and s.customer_id = x.customer offset 0) stood on true
      cross join lateral (select least(stood.first_order_at, x.first_at) as first_order_at, coalesce(stood.visits, 0) + x.visits as visits,
                                 greatest(stood.last_day, x.last_day) as last_day) sums
      -- Two gaps need three days; a join would ask for everybody's.
      cross join lateral (select case when sums.visits > 2 then (select r.gap from usual_gap_of(merchant, x.customer) r) end as gap offset 0) rhythm
      cross join lateral risk_limits(m.at_risk_rule, m.at_risk_days, rhythm.gap) limits),
  begun as (
    insert into customer_stats (merchant_id, customer_id, first_order_at, last_order_at, orders, visits, revenue_total, revenue_6m,
                                revenue_3m, revenue_4w, first_day, last_day, usual_gap, at_risk_on, lost_on)
      select merchant, f.customer, f.first_order_at, f.last_at, f.orders, f.all_visits, f.net, f.six_months, f.three_months, f.four_weeks,
             f.first_day, f.last_day, f.gap, f.at_risk_on, f.lost_on
        from f where f.at is null),
  grown as (
    update customer_stats s
       set first_order_at = f.first_order_at, last_order_at = greatest(s.last_order_at, f.last_at), orders = s.orders + f.orders,
           visits = f.all_visits, revenue_total = s.revenue_total + f.net, revenue_6m = s.revenue_6m + f.six_months,
           revenue_3m = s.revenue_3m + f.three_months, revenue_4w = s.revenue_4w + f.four_weeks,
           first_day = least(s.first_day, f.first_day), last_day = greatest(s.last_day, f.last_day), usual_gap = f.gap,
           at_risk_on = f.at_risk_on, lost_on = f.lost_on
      from f where s.ctid = f.at)
  select jsonb_object_agg(f.customer, customer_since_of(k.c, m.time_zone, f.first_order_at)) into since
    from f
    cross join lateral (select c from customers c where c.merchant_id = merchant and c.id = f.customer offset 0) k
   where f.stood is distinct from f.first_order_at and (k.c).customer_since <> customer_since_of(k.c, m.time_zone, f.first_order_at);
  if since is not null then
    update customers c set customer_since = (since ->> c.id::text)::date
     where c.merchant_id = merchant and c.id = any(array(select jsonb_object_keys(since)::uuid));
  end if;
end $$;

-- As before, with what grows as lists in step (grow_figures): whoever is in them is in none of the others. Whoever calls it has locked
-- all of them with lock_figures, before it wrote an order of theirs: a customer's row is then locked once.
create function add_to_figures(merchant uuid, people uuid[], summed jsonb, customers uuid[], days date[], stores uuid[], orders int[],
                               nets bigint[], firsts timestamptz[], lasts timestamptz[], sales jsonb) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare touched uuid[] := array(select (d.value ->> 'customer')::uuid from jsonb_array_elements(summed) d union select unnest(people));
begin
  if cardinality(touched) > 0 then
    insert into customer_days as d (merchant_id, customer_id, day, store_id, orders, net)
      select merchant, x.customer, x.day, x.store, x.orders, x.net
        from jsonb_to_recordset(summed) as x(customer uuid, day date, store uuid, orders int, net bigint)
      on conflict (merchant_id, customer_id, day, store_id) do update set orders = d.orders + excluded.orders, net = d.net + excluded.net;
    -- A day of nothing goes, and with its last day the store. A refund's day has no orders: taken back, it adds to the net.
    if summed @? '$[*] ? (@.orders <= 0)' then
      delete from customer_days d using jsonb_to_recordset(summed) as x(customer uuid, day date, store uuid, orders int, net bigint)
       where d.merchant_id = merchant and d.customer_id = x.customer and d.day = x.day and d.store_id = x.store and d.orders = 0 and d.net = 0;
      delete from customer_store_stats s
       where s.merchant_id = merchant and s.customer_id = any(touched)
         and not exists (select from customer_days d where d.merchant_id = merchant and d.customer_id = s.customer_id and d.store_id = s.store_id);
    end if;
    perform write_figures(merchant, touched);
  end if;
  if cardinality(customers) > 0 then
    perform grow_figures(merchant, customers, days, stores, orders, nets, firsts, lasts);
  end if;
  insert into daily_sales as s (merchant_id, store_id, day, slot, orders, net, guest_net)
    select merchant, x.store, x.day, pg_backend_pid() % 16, x.orders, x.net, x.guests
      from jsonb_to_recordset(sales) as x(store uuid, day date, orders int, net bigint, guests bigint) order by x.store, x.day
    on conflict (merchant_id, store_id, day, slot)
    do update set orders = s.orders + excluded.orders, net = s.net + excluded.net, guest_net = s.guest_net + excluded.guest_net;
end $$;

-- Without anything that grows; it locks whom it is about.
create or replace function add_to_figures(merchant uuid, people uuid[], days jsonb, sales jsonb) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  perform lock_figures(merchant, people || array(select (d.value ->> 'customer')::uuid from jsonb_array_elements(days) d));
  perform add_to_figures(merchant, people, days, '{}', '{}', '{}', '{}', '{}', '{}', '{}', sales);
end $$;
-- For the release before, until the next one.
create or replace function add_to_figures(merchant uuid, people uuid[], days jsonb, grown jsonb, sales jsonb) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  perform lock_figures(merchant, people || array(select (d.value ->> 'customer')::uuid from jsonb_array_elements(days || grown) d));
  perform add_to_figures(merchant, people, days, coalesce(array_agg(g.customer), '{}'), array_agg(g.day), array_agg(g.store),
                         array_agg(g.orders), array_agg(g.net), array_agg(g.first), array_agg(g.last), sales)
    from jsonb_to_recordset(grown) g(customer uuid, day date, store uuid, orders int, net bigint, first timestamptz, last timestamptz);
end $$;
drop function grow_figures(uuid, jsonb);

-- Without a statement that locks them first: the rows are found by their key, and so in the order of ids. Where PostgreSQL finds them
-- otherwise, two writers may wait for each other in a circle, and one of them begins again.
create or replace function customer_stats_written() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare changed record;
begin
  for changed in
    select merchant_id, array_agg(customer_id) as people, jsonb_object_agg(customer_id, list_figures(n)) as figures
      from new_rows n group by merchant_id
  loop
    update customer_search s set figures = changed.figures ->> s.customer_id::text
     where s.merchant_id = changed.merchant_id and s.customer_id = any(changed.people)
       and s.figures is distinct from changed.figures ->> s.customer_id::text;
  end loop;
  return null;
end $$;

-- Four foreign keys asked with every order, each with a query of its own: a sixth of what the database did for it. A statement asks
-- once for all that its orders name, and holds it as the keys did: docs/decisions/0016.
lock table merchants, stores, customers, orders in access exclusive mode;
alter table orders drop constraint orders_merchant_id_fkey, drop constraint orders__store_fk, drop constraint orders__customer_fk,
  drop constraint orders__organization_fk;

create function orders_may_name(merchant uuid, stores uuid[], people uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare held int;
begin
  perform from merchants m where m.merchant_id = merchant for key share;
  if not found then
    raise foreign_key_violation using message = 'there is no such merchant', table = 'orders';
  end if;
  perform from stores s where s.merchant_id = merchant and s.id = any(stores) order by s.id for key share;
  get diagnostics held = row_count;
  if held < cardinality(stores) then
    raise foreign_key_violation using message = 'there is no such store', table = 'orders', constraint = 'orders__store_fk';
  end if;
  perform from customers c where c.merchant_id = merchant and c.id = any(people) order by c.id for key share;
  get diagnostics held = row_count;
  if held < cardinality(people) then
    raise foreign_key_violation using message = 'there is no such customer', table = 'orders', constraint = 'orders__customer_fk';
  end if;
end $$;
create function orders_inserted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform orders_may_name(x.merchant_id, array_agg(distinct x.store) filter (where x.store is not null),
                          array_agg(distinct x.party) filter (where x.party is not null))
    from (select n.merchant_id, n.store_id as store, n.customer_id as party from new_rows n
          union all select n.merchant_id, null, n.organization_id from new_rows n) x
   group by x.merchant_id;
  return null;
end $$;
-- An order may still name somebody who is being deleted. Asked for them again, no change of it would be possible: only what it did
-- not name before is asked for.
create function orders_updated() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform orders_may_name(x.merchant_id, array_agg(distinct x.named) filter (where x.what = 'store'),
                          array_agg(distinct x.named) filter (where x.what <> 'store'))
    from ((select n.merchant_id, n.id, v.* from new_rows n
             cross join lateral (values ('store', n.store_id), ('customer', n.customer_id), ('organization', n.organization_id)) v(what, named))
          except
          (select o.merchant_id, o.id, v.* from old_rows o
             cross join lateral (values ('store', o.store_id), ('customer', o.customer_id), ('organization', o.organization_id)) v(what, named))) x
   where x.named is not null group by x.merchant_id;
  return null;
end $$;
create trigger orders__inserted after insert on orders
  referencing new table as new_rows for each statement execute function orders_inserted();
create trigger orders__updated after update on orders
  referencing old table as old_rows new table as new_rows for each statement execute function orders_updated();

create or replace function merchant_goes() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from merchants m where m.merchant_id = old.merchant_id for update;
  delete from orders o where o.merchant_id = old.merchant_id;
  delete from customers c where c.merchant_id = old.merchant_id;
  delete from activities a where a.merchant_id = old.merchant_id;
  return old;
end $$;

-- An order outlives its customer and its store.
create or replace function customers_deleted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  derived text;
begin
  foreach derived in array array['customer_search', 'customer_keys', 'customer_days', 'customer_stats', 'customer_store_stats',
                                 'review_days'] loop
    execute format('delete from %I d using old_rows o where d.merchant_id = o.merchant_id and d.customer_id = o.id', derived);
  end loop;
  update orders o set customer_id = null from old_rows d where o.merchant_id = d.merchant_id and o.customer_id = d.id;
  update orders o set organization_id = null from old_rows d where o.merchant_id = d.merchant_id and o.organization_id = d.id;
  return null;
end $$;
create function stores_deleted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update orders o set store_id = null from old_rows d where o.merchant_id = d.merchant_id and o.store_id = d.id;
  return null;
end $$;
create trigger stores__deleted after delete on stores
  referencing old table as old_rows for each statement execute function stores_deleted();

revoke execute on function orders_may_name(uuid, uuid[], uuid[]), orders_inserted(), orders_updated(), stores_deleted() from public;
revoke execute on function grow_figures(uuid, uuid[], date[], uuid[], int[], bigint[], timestamptz[], timestamptz[]),
  add_to_figures(uuid, uuid[], jsonb, uuid[], date[], uuid[], int[], bigint[], timestamptz[], timestamptz[], jsonb) from public;
grant execute on function grow_figures(uuid, uuid[], date[], uuid[], int[], bigint[], timestamptz[], timestamptz[]),
  add_to_figures(uuid, uuid[], jsonb, uuid[], date[], uuid[], int[], bigint[], timestamptz[], timestamptz[], jsonb) to clientele_app;
