-- The figures of all windows stand with the others, of a customer in all and at each store: written once, without a table of windows.
-- No two lists of the same customers are joined: planned while tables are empty, each is compared with all others, of a batch of 500
-- orders most of the time. Rows are looked up one by one, and what a statement changes is added up with opposite signs.

-- Who is here already may do what their role may at businesses made from now on.
update roles set permissions = permissions || array['orders.read', 'orders.write']
 where key in ('owner', 'manager', 'staff') and not 'orders.read' = any(permissions);

-- What a contact has ordered for later is to come for their organization as well.
drop index orders__coming_idx;
create index orders__coming_idx on orders (merchant_id, customer_id) where status in ('open', 'confirmed') and fulfil_at is not null;
create index orders__coming_for_idx on orders (merchant_id, organization_id) where status in ('open', 'confirmed') and fulfil_at is not null;

lock table customers, customer_stats, customer_store_stats in share row exclusive mode;
drop function window_figures_of(uuid, uuid[]), store_figures_of(uuid, uuid[]), figures_of(uuid, uuid[]);
drop table customer_windows;
alter table customer_store_stats add column revenue_3m bigint not null default 0, add column revenue_4w bigint not null default 0;
alter table customer_stats add column revenue_3m bigint not null default 0, add column revenue_4w bigint not null default 0;
comment on table customer_store_stats is 'Windows of revenue as of merchants.figures_on';
comment on table customer_stats is 'Of customers who have, or had, orders or reviews, or are snoozed: the sum of their stores, and what follows from their days';

-- What is stored of customers at each store, made again from their days.
create function store_figures_of(merchant uuid, people uuid[])
returns table (customer_id uuid, store_id uuid, orders int, visits int, revenue_total bigint, revenue_6m bigint, revenue_3m bigint,
               revenue_4w bigint, first_day date, last_day date)
language sql stable set search_path = public, pg_temp as $$
  select p.id, d.store_id, d.orders, d.visits, d.total, d.six_months, d.three_months, d.four_weeks, d.first_day, d.last_day
    from merchants m
    cross join unnest(people) p(id)
    cross join lateral (
      select d.store_id, sum(d.orders)::int as orders, count(*) filter (where d.orders > 0)::int as visits, sum(d.net)::bigint as total,
             coalesce(sum(d.net) filter (where d.day >= (m.figures_on - interval '6 months')::date), 0)::bigint as six_months,
             coalesce(sum(d.net) filter (where d.day >= (m.figures_on - interval '3 months')::date), 0)::bigint as three_months,
             coalesce(sum(d.net) filter (where d.day > m.figures_on - 28), 0)::bigint as four_weeks,
             min(d.day) filter (where d.orders > 0) as first_day, max(d.day) filter (where d.orders > 0) as last_day
        from customer_days d where d.merchant_id = merchant and d.customer_id = p.id group by d.store_id) d
   where m.merchant_id = merchant
$$;

-- What is stored of customers in all, made again from their stores, their days and their orders. At risk past the given days, or past
-- the larger of 1.5 usual gaps and 14 days; lost past 365 days, or past 3 usual gaps if that is sooner, but never at once with at
-- risk; neither while an order is to come or a user says so.
create function figures_of(merchant uuid, people uuid[])
returns table (customer_id uuid, first_order_at timestamptz, last_order_at timestamptz, orders int, visits int, revenue_total bigint,
               revenue_6m bigint, revenue_3m bigint, revenue_4w bigint, first_day date, last_day date, usual_gap numeric, coming_on date,
               at_risk_on date, lost_on date)
language sql stable set search_path = public, pg_temp as $$
  select p.id, placed.first_at, placed.last_at, sums.orders, sums.visits, sums.total, sums.six_months, sums.three_months, sums.four_weeks,
         sums.first_day, sums.last_day, rhythm.gap, coming.day,
         greatest(sums.last_day + floor(limits.at_risk)::int + 1, coming.day + 1, held.until + 1),
         greatest(sums.last_day + floor(case when limits.lost > limits.at_risk then limits.lost else 2 * limits.at_risk end)::int + 1,
                  coming.day + 1, held.until + 1)
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
    left join lateral (
      select (percentile_cont(0.5) within group (order by g.gap))::numeric(7, 1) as gap
        from (select x.day - lag(x.day) over (order by x.day) as gap
                from (select distinct d.day from customer_days d
                       where d.merchant_id = merchant and d.customer_id = p.id and d.orders > 0 order by d.day desc limit 11) x) g
       where g.gap is not null having count(*) >= 2) rhythm on true
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
    cross join lateral (
      select case when m.at_risk_rule = 'rhythm' and rhythm.gap is not null then greatest(1.5 * rhythm.gap, 14) else m.at_risk_days end as at_risk,
             case when m.at_risk_rule = 'rhythm' and rhythm.gap is not null then least(3 * rhythm.gap, 365) else 365 end as lost) limits
   where m.merchant_id = merchant
$$;

-- Whoever writes figures begins with this: waits for whoever moves the windows, and locks customers, and so their figures, in the
-- order of ids, so that no two writers wait for each other in a circle.
create function lock_figures(merchant uuid, people uuid[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('figures ' || merchant, 0));
  perform from customers c where c.merchant_id = merchant and c.id = any(people) order by c.id for no key update;
end $$;

-- Writes what has changed of those who are locked, and makes the rows that are not there yet. What becomes of customers stands in an
-- object by their ids.
create or replace function write_figures(merchant uuid, people uuid[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare since jsonb;
begin
  insert into customer_store_stats as s (merchant_id, customer_id, store_id, orders, visits, revenue_total, revenue_6m, revenue_3m, revenue_4w,
                                         first_day, last_day)
    select merchant, f.customer_id, f.store_id, f.orders, f.visits, f.revenue_total, f.revenue_6m, f.revenue_3m, f.revenue_4w, f.first_day, f.last_day
      from store_figures_of(merchant, people) f
    on conflict (merchant_id, customer_id, store_id) do update
       set orders = excluded.orders, visits = excluded.visits, revenue_total = excluded.revenue_total, revenue_6m = excluded.revenue_6m,
           revenue_3m = excluded.revenue_3m, revenue_4w = excluded.revenue_4w, first_day = excluded.first_day, last_day = excluded.last_day
     where (s.orders, s.visits, s.revenue_total, s.revenue_6m, s.revenue_3m, s.revenue_4w, s.first_day, s.last_day) is distinct from
           (excluded.orders, excluded.visits, excluded.revenue_total, excluded.revenue_6m, excluded.revenue_3m, excluded.revenue_4w,
            excluded.first_day, excluded.last_day);
  with f as materialized (
    select f.*, (select s.first_order_at from customer_stats s where s.merchant_id = merchant and s.customer_id = f.customer_id) as stood
      from figures_of(merchant, people) f),
  written as (
    insert into customer_stats as s (merchant_id, customer_id, first_order_at, last_order_at, orders, visits, revenue_total, revenue_6m,
                                     revenue_3m, revenue_4w, first_day, last_day, usual_gap, coming_on, at_risk_on, lost_on)
      select merchant, f.customer_id, f.first_order_at, f.last_order_at, f.orders, f.visits, f.revenue_total, f.revenue_6m,
             f.revenue_3m, f.revenue_4w, f.first_day, f.last_day, f.usual_gap, f.coming_on, f.at_risk_on, f.lost_on
        from f
      on conflict (merchant_id, customer_id) do update
         set first_order_at = excluded.first_order_at, last_order_at = excluded.last_order_at, orders = excluded.orders,
             visits = excluded.visits, revenue_total = excluded.revenue_total, revenue_6m = excluded.revenue_6m,
             revenue_3m = excluded.revenue_3m, revenue_4w = excluded.revenue_4w, first_day = excluded.first_day,
             last_day = excluded.last_day, usual_gap = excluded.usual_gap, coming_on = excluded.coming_on,
             at_risk_on = excluded.at_risk_on, lost_on = excluded.lost_on
       where (s.first_order_at, s.last_order_at, s.orders, s.visits, s.revenue_total, s.revenue_6m, s.revenue_3m, s.revenue_4w, s.first_day,
              s.last_day, s.usual_gap, s.coming_on, s.at_risk_on, s.lost_on) is distinct from
             (excluded.first_order_at, excluded.last_order_at, excluded.orders, excluded.visits, excluded.revenue_total, excluded.revenue_6m,
              excluded.revenue_3m, excluded.revenue_4w, excluded.first_day, excluded.last_day, excluded.usual_gap, excluded.coming_on,
              excluded.at_risk_on, excluded.lost_on))
  select jsonb_object_agg(f.customer_id, customer_since_of(k.c, m.time_zone, f.first_order_at)) into since
    from f
    cross join merchants m
    cross join lateral (select c from customers c where c.merchant_id = merchant and c.id = f.customer_id offset 0) k
   where f.stood is distinct from f.first_order_at
     and m.merchant_id = merchant and (k.c).customer_since <> customer_since_of(k.c, m.time_zone, f.first_order_at);
  if since is not null then
    update customers c set customer_since = (since ->> c.id::text)::date
     where c.merchant_id = merchant and c.id = any(array(select jsonb_object_keys(since)::uuid));
  end if;
end $$;

-- Adds what orders changed to the figures; the day's sales are locked last. `days`: [{customer, day, store, orders, net}]; `sales`:
-- [{store, day, orders, net, guests}]; `people`: whose figures may have changed otherwise, by an open order for instance.
create or replace function add_to_figures(merchant uuid, people uuid[], days jsonb, sales jsonb) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare touched uuid[] := array(select (d.value ->> 'customer')::uuid from jsonb_array_elements(days) d union select unnest(people));
begin
  perform lock_figures(merchant, touched);
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
  insert into daily_sales as s (merchant_id, store_id, day, slot, orders, net, guest_net)
    select merchant, x.store, x.day, pg_backend_pid() % 16, x.orders, x.net, x.guests
      from jsonb_to_recordset(sales) as x(store uuid, day date, orders int, net bigint, guests bigint) order by x.store, x.day
    on conflict (merchant_id, store_id, day, slot)
    do update set orders = s.orders + excluded.orders, net = s.net + excluded.net, guest_net = s.guest_net + excluded.guest_net;
end $$;

-- Moves the end of the windows to this day; answers how many customers' figures may have changed by it. One merchant's writers wait
-- meanwhile.
create or replace function move_windows(merchant uuid, to_day date) returns int
language plpgsql set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off as $$
declare stood date; touched uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended('figures ' || merchant, 0));
  select figures_on into stood from merchants where merchant_id = merchant;
  if stood >= to_day then return 0; end if;
  update merchants set figures_on = to_day where merchant_id = merchant;
  touched := array(
    select distinct d.customer_id from customer_days d
     where d.merchant_id = merchant
       and (d.day >= (stood - interval '6 months')::date and d.day < (to_day - interval '6 months')::date
            or d.day >= (stood - interval '3 months')::date and d.day < (to_day - interval '3 months')::date
            or d.day > stood - 28 and d.day <= to_day - 28)
     order by 1);
  perform lock_figures(merchant, touched);
  for part in 0 .. (cardinality(touched) - 1) / 1000 loop
    perform write_figures(merchant, touched[part * 1000 + 1 : part * 1000 + 1000]);
  end loop;
  return cardinality(touched);
end $$;

-- Where a customer counts: at each of their stores, and in all.
create function census_stores(merchant uuid, customer uuid) returns table (store_id uuid)
language sql stable as $$
  select all_stores() union all
  select l.store_id from customer_stores l where l.merchant_id = merchant and l.customer_id = customer
$$;
create function is_contact(merchant uuid, customer uuid) returns boolean
language sql stable as $$
  select exists (select from affiliations a where a.merchant_id = merchant and a.contact_id = customer)
$$;

-- Called by triggers alone: whoever else calls it as its owner could count for other merchants.
alter function add_to_census(uuid[], uuid[], text[], date[], int[]) security invoker;
revoke execute on function add_to_census(uuid[], uuid[], text[], date[], int[]) from clientele_app;
create or replace function customers_census_updated() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(x.sign))
    from (select k.merchant_id, s.store_id, w.what, w.day, k.sign
            from (select r.merchant_id, r.id, r.status, r.type, r.customer_since, sum(r.sign)::int as sign
                    from (select merchant_id, id, status, type, customer_since, 1 as sign from new_rows
                          union all
                          select merchant_id, id, status, type, customer_since, -1 from old_rows) r
                   group by 1, 2, 3, 4, 5 having sum(r.sign) <> 0) k
            left join lateral (select f.at_risk_on, f.lost_on from customer_stats f
                                where f.merchant_id = k.merchant_id and f.customer_id = k.id offset 0) f on true
            cross join lateral is_contact(k.merchant_id, k.id) is_contact
            cross join lateral census_stores(k.merchant_id, k.id) s
            cross join lateral census_of(k.status, census_kind(k.type, is_contact), k.customer_since, f.at_risk_on, f.lost_on) w) x
  having count(*) > 0;
  return null;
end $$;

-- Whoever writes figures has locked the customers: their status and stores stay as they are meanwhile.
create function stats_census_updated() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(x.sign))
    from (select k.merchant_id, s.store_id, k.what, k.day, k.sign
            from (select r.merchant_id, r.customer_id, w.what, w.day, sum(r.sign)::int as sign
                    from (select merchant_id, customer_id, at_risk_on, lost_on, 1 as sign from new_rows
                          union all
                          select merchant_id, customer_id, at_risk_on, lost_on, -1 from old_rows) r
                    cross join lateral (values ('atRisk', r.at_risk_on), ('lost', r.lost_on)) w(what, day)
                   where w.day is not null
                   group by 1, 2, 3, 4 having sum(r.sign) <> 0) k
            cross join lateral (select from customers c
                                 where c.merchant_id = k.merchant_id and c.id = k.customer_id and c.status = 'active' offset 0) c
            cross join lateral census_stores(k.merchant_id, k.customer_id) s) x
  having count(*) > 0;
  return null;
end $$;
create trigger customer_stats__census_updated after update on customer_stats
  referencing old table as old_rows new table as new_rows for each statement execute function stats_census_updated();
create function stats_census_inserted() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(1))
    from (select n.merchant_id, s.store_id, w.what, w.day
            from new_rows n
            cross join lateral (select from customers c
                                 where c.merchant_id = n.merchant_id and c.id = n.customer_id and c.status = 'active' offset 0) c
            cross join lateral census_stores(n.merchant_id, n.customer_id) s
            cross join lateral (values ('atRisk', n.at_risk_on), ('lost', n.lost_on)) w(what, day)
           where w.day is not null) x
  having count(*) > 0;
  return null;
end $$;
create trigger customer_stats__census_inserted after insert on customer_stats
  referencing new table as new_rows for each statement execute function stats_census_inserted();
revoke execute on function store_figures_of(uuid, uuid[]), figures_of(uuid, uuid[]), lock_figures(uuid, uuid[]), census_stores(uuid, uuid),
  is_contact(uuid, uuid), stats_census_updated(), stats_census_inserted() from public;
-- For verify, which counts again, as for those who write.
grant execute on function store_figures_of(uuid, uuid[]), figures_of(uuid, uuid[]), lock_figures(uuid, uuid[]), census_stores(uuid, uuid),
  is_contact(uuid, uuid) to clientele_app;

-- Those who are here already.
do $$ declare part record; begin
  for part in
    select merchant_id, array_agg(customer_id order by customer_id) as people
      from (select merchant_id, customer_id, row_number() over (partition by merchant_id order by customer_id) / 1000 as n from customer_stats) s
     group by merchant_id, n
  loop
    perform write_figures(part.merchant_id, part.people);
  end loop;
end $$;
-- Quicker made at the end.
drop index customer_store_stats__revenue_idx;
create index customer_store_stats__revenue_total_idx on customer_store_stats (merchant_id, store_id, revenue_total, customer_id) where revenue_total > 0;
create index customer_store_stats__revenue_6m_idx on customer_store_stats (merchant_id, store_id, revenue_6m, customer_id) where revenue_6m > 0;
create index customer_store_stats__revenue_3m_idx on customer_store_stats (merchant_id, store_id, revenue_3m, customer_id) where revenue_3m > 0;
create index customer_store_stats__revenue_4w_idx on customer_store_stats (merchant_id, store_id, revenue_4w, customer_id) where revenue_4w > 0;
create index customer_stats__revenue_3m_idx on customer_stats (merchant_id, revenue_3m, customer_id) where revenue_3m > 0;
create index customer_stats__revenue_4w_idx on customer_stats (merchant_id, revenue_4w, customer_id) where revenue_4w > 0;
