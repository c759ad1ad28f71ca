-- Most orders are new, and of these nothing has to be made again from the orders and days of a customer: what is stored grows by what
-- they bring. docs/decisions/0018. Orders that change or go, refunds and orders to come are still summed up anew.

-- The median of the last ten gaps between days with orders.
create function usual_gap_of(merchant uuid, person uuid) returns table (gap numeric)
language sql stable as $$
  select (percentile_cont(0.5) within group (order by g.gap))::numeric(7, 1)
    from (select x.day - lag(x.day) over (order by x.day) as gap
            from (select distinct d.day from customer_days d
                   where d.merchant_id = merchant and d.customer_id = person and d.orders > 0 order by d.day desc limit 11) x) g
   where g.gap is not null having count(*) >= 2
$$;
-- After how many days without an order a customer is at risk, and lost.
create function risk_limits(rule text, days int, gap numeric) returns table (at_risk numeric, lost numeric)
language sql immutable as $$
  select l.at_risk, case when l.lost > l.at_risk then l.lost else 2 * l.at_risk end
    from (select case when rule = 'rhythm' and gap is not null then greatest(1.5 * gap, 14) else days end as at_risk,
                 case when rule = 'rhythm' and gap is not null then least(3 * gap, 365) else 365 end as lost) l
$$;

create or replace function figures_of(merchant uuid, people uuid[])
returns table (customer_id uuid, first_order_at timestamptz, last_order_at timestamptz, orders int, visits int, revenue_total bigint,
               revenue_6m bigint, revenue_3m bigint, revenue_4w bigint, first_day date, last_day date, usual_gap numeric, coming_on date,
               at_risk_on date, lost_on date)
language sql stable set search_path = public, pg_temp as $$
  select p.id, placed.first_at, placed.last_at, sums.orders, sums.visits, sums.total, sums.six_months, sums.three_months, sums.four_weeks,
         sums.first_day, sums.last_day, rhythm.gap, coming.day,
         greatest(sums.last_day + floor(limits.at_risk)::int + 1, coming.day + 1, held.until + 1),
         greatest(sums.last_day + floor(limits.lost)::int + 1, coming.day + 1, held.until + 1)
    from merchants m
    cross join unnest(people) p(id)
    cross join lateral (
      select coalesce(sum(s.orders), 0)::int as orders, coalesce(sum(s.visits), 0)::int as visits,
             coalesce(sum(s.revenue_total), 0)::bigint as total, coalesce(sum(s.revenue_6m), 0)::bigint as six_months,
             coalesce(sum(s.revenue_3m), 0)::bigint as three_months, coalesce(sum(s.revenue_4w), 0)::bigint as four_weeks,
             min(s.first_day) as first_day, max(s.last_day) as last_day
        from customer_store_stats s where s.merchant_id = merchant and s.customer_id = p.id) sums
    cross join lateral (
      select least(
               (select o.placed_at from orders o where o.merchant_id = merchant and o.customer_id = p.id and o.counts order by o.placed_at limit 1),
               (select o.placed_at from orders o where o.merchant_id = merchant and o.organization_id = p.id and o.counts order by o.placed_at limit 1)
             ) as first_at,
             greatest(
               (select o.placed_at from orders o where o.merchant_id = merchant and o.customer_id = p.id and o.counts order by o.placed_at desc limit 1),
               (select o.placed_at from orders o where o.merchant_id = merchant and o.organization_id = p.id and o.counts order by o.placed_at desc limit 1)
             ) as last_at) placed
    left join lateral usual_gap_of(merchant, p.id) rhythm on true
    cross join lateral (
      select max((o.fulfil_at at time zone coalesce(s.time_zone, m.time_zone))::date) as day
        from (select c.store_id, c.fulfil_at from orders c
               where c.merchant_id = merchant and c.customer_id = p.id and c.status in ('open', 'confirmed') and c.fulfil_at is not null
              union all
              select c.store_id, c.fulfil_at from orders c
               where c.merchant_id = merchant and c.organization_id = p.id and c.status in ('open', 'confirmed') and c.fulfil_at is not null) o
        left join stores s on s.merchant_id = merchant and s.id = o.store_id) coming
    cross join lateral (
      select (select s.snoozed_until from customer_stats s where s.merchant_id = merchant and s.customer_id = p.id) as until) held
    cross join lateral risk_limits(m.at_risk_rule, m.at_risk_days, rhythm.gap) limits
   where m.merchant_id = merchant
$$;

-- Adds new orders, each counting and without a refund, to the figures of customers whose locks are held: `grown` is [{customer, day,
-- store, orders, net, first, last}], each customer, day and store once, with the instants of the first and the last of them.
create function grow_figures(merchant uuid, grown jsonb) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare since jsonb; a record;
begin
  -- A day at a store on which nothing was ordered before is one more visit.
  with g as materialized (
    select g.*,
           case when (select d.orders from customer_days d
                       where d.merchant_id = merchant and d.customer_id = g.customer and d.day = g.day and d.store_id = g.store) > 0
                then 0 else 1 end as visits
      from jsonb_to_recordset(grown)
             as g(customer uuid, day date, store uuid, orders int, net bigint, first timestamptz, last timestamptz)),
  written as (
    insert into customer_days as d (merchant_id, customer_id, day, store_id, orders, net)
      select merchant, g.customer, g.day, g.store, g.orders, g.net from g
      on conflict (merchant_id, customer_id, day, store_id) do update set orders = d.orders + excluded.orders, net = d.net + excluded.net)
  select array_agg(g.customer) as customers, array_agg(g.store) as stores, array_agg(g.day) as days, array_agg(g.orders) as orders,
         array_agg(g.visits) as visits, array_agg(g.net) as nets, array_agg(g.first) as firsts, array_agg(g.last) as lasts into a from g;
  insert into customer_store_stats as s (merchant_id, customer_id, store_id, orders, visits, revenue_total, revenue_6m, revenue_3m, revenue_4w,
                                         first_day, last_day)
    select merchant, g.customer, g.store, sum(g.orders), sum(g.visits), sum(g.net),
           coalesce(sum(g.net) filter (where g.day >= (m.figures_on - interval '6 months')::date), 0),
           coalesce(sum(g.net) filter (where g.day >= (m.figures_on - interval '3 months')::date), 0),
           coalesce(sum(g.net) filter (where g.day > m.figures_on - 28), 0), min(g.day), max(g.day)
      from merchants m
      cross join unnest(a.customers, a.stores, a.days, a.orders, a.visits, a.nets) g(customer, store, day, orders, visits, net)
     where m.merchant_id = merchant group by g.customer, g.store
    on conflict (merchant_id, customer_id, store_id) do update
       set orders = s.orders + excluded.orders, visits = s.visits + excluded.visits, revenue_total = s.revenue_total + excluded.revenue_total,
           revenue_6m = s.revenue_6m + excluded.revenue_6m, revenue_3m = s.revenue_3m + excluded.revenue_3m,
           revenue_4w = s.revenue_4w + excluded.revenue_4w, first_day = least(s.first_day, excluded.first_day),
           last_day = greatest(s.last_day, excluded.last_day);
  with x as materialized (
    select g.customer, sum(g.orders)::int as orders, sum(g.visits)::int as visits, sum(g.net)::bigint as net,
           coalesce(sum(g.net) filter (where g.day >= (m.figures_on - interval '6 months')::date), 0)::bigint as six_months,
           coalesce(sum(g.net) filter (where g.day >= (m.figures_on - interval '3 months')::date), 0)::bigint as three_months,
           coalesce(sum(g.net) filter (where g.day > m.figures_on - 28), 0)::bigint as four_weeks,
           min(g.day) as first_day, max(g.day) as last_day, min(g.first) as first_at, max(g.last) as last_at
      from merchants m
      cross join unnest(a.customers, a.days, a.orders, a.visits, a.nets, a.firsts, a.lasts) g(customer, day, orders, visits, net, first, last)
     where m.merchant_id = merchant group by g.customer),
  f as materialized (
    select x.*, stood.first_order_at as stood, sums.first_order_at, sums.visits as all_visits, rhythm.gap,
           greatest(sums.last_day + floor(limits.at_risk)::int + 1, stood.coming_on + 1, stood.snoozed_until + 1) as at_risk_on,
           greatest(sums.last_day + floor(limits.lost)::int + 1, stood.coming_on + 1, stood.snoozed_until + 1) as lost_on
      from merchants m
      cross join x
      left join lateral (select s.first_order_at, s.visits, s.last_day, s.coming_on, s.snoozed_until from customer_stats s
                          where s.merchant_id = merchant and s.customer_id = x.customer offset 0) stood on true
      cross join lateral (select least(stood.first_order_at, x.first_at) as first_order_at, coalesce(stood.visits, 0) + x.visits as visits,
                                 greatest(stood.last_day, x.last_day) as last_day) sums
      -- Two gaps need three days; a join would ask for everybody's.
      cross join lateral (select case when sums.visits > 2 then (select r.gap from usual_gap_of(merchant, x.customer) r) end as gap offset 0) rhythm
      cross join lateral risk_limits(m.at_risk_rule, m.at_risk_days, rhythm.gap) limits
     where m.merchant_id = merchant),
  written as (
    insert into customer_stats as s (merchant_id, customer_id, first_order_at, last_order_at, orders, visits, revenue_total, revenue_6m,
                                     revenue_3m, revenue_4w, first_day, last_day, usual_gap, at_risk_on, lost_on)
      select merchant, f.customer, f.first_order_at, f.last_at, f.orders, f.all_visits, f.net, f.six_months, f.three_months, f.four_weeks,
             f.first_day, f.last_day, f.gap, f.at_risk_on, f.lost_on
        from f
      on conflict (merchant_id, customer_id) do update
         set first_order_at = excluded.first_order_at, last_order_at = greatest(s.last_order_at, excluded.last_order_at),
             orders = s.orders + excluded.orders, visits = excluded.visits, revenue_total = s.revenue_total + excluded.revenue_total,
             revenue_6m = s.revenue_6m + excluded.revenue_6m, revenue_3m = s.revenue_3m + excluded.revenue_3m,
             revenue_4w = s.revenue_4w + excluded.revenue_4w, first_day = least(s.first_day, excluded.first_day),
             last_day = greatest(s.last_day, excluded.last_day), usual_gap = excluded.usual_gap, at_risk_on = excluded.at_risk_on,
             lost_on = excluded.lost_on)
  select jsonb_object_agg(f.customer, customer_since_of(k.c, m.time_zone, f.first_order_at)) into since
    from f
    cross join merchants m
    cross join lateral (select c from customers c where c.merchant_id = merchant and c.id = f.customer offset 0) k
   where f.stood is distinct from f.first_order_at
     and m.merchant_id = merchant and (k.c).customer_since <> customer_since_of(k.c, m.time_zone, f.first_order_at);
  if since is not null then
    update customers c set customer_since = (since ->> c.id::text)::date
     where c.merchant_id = merchant and c.id = any(array(select jsonb_object_keys(since)::uuid));
  end if;
end $$;

-- As before, and besides `grown` for grow_figures: whoever is in it is in none of the others.
create function add_to_figures(merchant uuid, people uuid[], days jsonb, grown jsonb, sales jsonb) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare touched uuid[] := array(select (d.value ->> 'customer')::uuid from jsonb_array_elements(days) d union select unnest(people));
begin
  perform lock_figures(merchant, touched || array(select (g.value ->> 'customer')::uuid from jsonb_array_elements(grown) g));
  if cardinality(touched) > 0 then
    insert into customer_days as d (merchant_id, customer_id, day, store_id, orders, net)
      select merchant, x.customer, x.day, x.store, x.orders, x.net
        from jsonb_to_recordset(days) as x(customer uuid, day date, store uuid, orders int, net bigint)
      on conflict (merchant_id, customer_id, day, store_id) do update set orders = d.orders + excluded.orders, net = d.net + excluded.net;
    -- A day of nothing goes, and with its last day the store. A refund's day has no orders: taken back, it adds to the net.
    if days @? '$[*] ? (@.orders <= 0)' then
      delete from customer_days d using jsonb_to_recordset(days) as x(customer uuid, day date, store uuid, orders int, net bigint)
       where d.merchant_id = merchant and d.customer_id = x.customer and d.day = x.day and d.store_id = x.store and d.orders = 0 and d.net = 0;
      delete from customer_store_stats s
       where s.merchant_id = merchant and s.customer_id = any(touched)
         and not exists (select from customer_days d where d.merchant_id = merchant and d.customer_id = s.customer_id and d.store_id = s.store_id);
    end if;
    perform write_figures(merchant, touched);
  end if;
  if jsonb_array_length(grown) > 0 then
    perform grow_figures(merchant, grown);
  end if;
  insert into daily_sales as s (merchant_id, store_id, day, slot, orders, net, guest_net)
    select merchant, x.store, x.day, pg_backend_pid() % 16, x.orders, x.net, x.guests
      from jsonb_to_recordset(sales) as x(store uuid, day date, orders int, net bigint, guests bigint) order by x.store, x.day
    on conflict (merchant_id, store_id, day, slot)
    do update set orders = s.orders + excluded.orders, net = s.net + excluded.net, guest_net = s.guest_net + excluded.guest_net;
end $$;
create or replace function add_to_figures(merchant uuid, people uuid[], days jsonb, sales jsonb) returns void
language sql set search_path = public, pg_temp as $$
  select add_to_figures(merchant, people, days, '[]'::jsonb, sales)
$$;

revoke execute on function usual_gap_of(uuid, uuid), risk_limits(text, int, numeric), grow_figures(uuid, jsonb),
  add_to_figures(uuid, uuid[], jsonb, jsonb, jsonb) from public;
grant execute on function usual_gap_of(uuid, uuid), risk_limits(text, int, numeric), grow_figures(uuid, jsonb),
  add_to_figures(uuid, uuid[], jsonb, jsonb, jsonb) to clientele_app;
