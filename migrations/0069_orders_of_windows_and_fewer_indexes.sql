-- Orders of the windows stand beside their revenue, so that the card of the best customers counts nobody's days; and the last days on which
-- a customer ordered stand with the figures, so that a new order asks for none of them. And fewer indexes: each new order changes a page in
-- every one of them, and of each page the log keeps the whole after a checkpoint. docs/decisions/0021.

-- Whoever writes figures holds customers first and the tables below in one order or another: nobody is between them while we wait, and who
-- comes later begins with the functions as they are then.
lock table customers in exclusive mode;
lock table customer_stats, customer_store_stats, customer_days in access exclusive mode;
alter table customer_stats add column orders_6m int not null default 0, add column orders_3m int not null default 0,
  add column orders_4w int not null default 0, add column recent_days date[] not null default '{}';
alter table customer_store_stats add column orders_6m int not null default 0, add column orders_3m int not null default 0,
  add column orders_4w int not null default 0;
comment on table customer_store_stats is 'Orders and revenue of windows as of merchants.figures_on';
comment on column customer_stats.recent_days is 'The last eleven days with orders, the latest first: what the usual gap is made of';

drop index customer_stats__at_risk_idx, customer_stats__lost_idx, customer_stats__first_day_idx, customer_days__day_idx;

-- What lists show of customers stays as it is.
alter table customer_stats disable trigger user;
update customer_store_stats s set orders_6m = d.orders_6m, orders_3m = d.orders_3m, orders_4w = d.orders_4w
  from (select d.merchant_id, d.customer_id, d.store_id, sum(d.orders)::int as orders_6m,
               coalesce(sum(d.orders) filter (where d.day >= (m.figures_on - interval '3 months')::date), 0)::int as orders_3m,
               coalesce(sum(d.orders) filter (where d.day > m.figures_on - 28), 0)::int as orders_4w
          from customer_days d join merchants m using (merchant_id)
         where d.day >= (m.figures_on - interval '6 months')::date group by 1, 2, 3) d
 where (s.merchant_id, s.customer_id, s.store_id) = (d.merchant_id, d.customer_id, d.store_id);
update customer_stats s
   set orders_6m = coalesce(w.orders_6m, 0), orders_3m = coalesce(w.orders_3m, 0), orders_4w = coalesce(w.orders_4w, 0), recent_days = d.days
  from (select merchant_id, customer_id, array_agg(day order by day desc) as days
          from (select merchant_id, customer_id, day, row_number() over (partition by merchant_id, customer_id order by day desc) as n
                  from (select distinct merchant_id, customer_id, day from customer_days where orders > 0) x) x
         where n <= 11 group by 1, 2) d
  left join (select merchant_id, customer_id, sum(orders_6m)::int as orders_6m, sum(orders_3m)::int as orders_3m, sum(orders_4w)::int as orders_4w
               from customer_store_stats where orders_6m > 0 group by 1, 2) w using (merchant_id, customer_id)
 where (s.merchant_id, s.customer_id) = (d.merchant_id, d.customer_id);
alter table customer_stats enable trigger user;

-- All states but new are ranges of the day on which at risk begins: one index for them. Whoever is new has ordered within three months only:
-- the others have no place in its index. Whose days leave a window is asked for once a day, by a walk over the merchant's days.
create index customer_stats__at_risk_idx on customer_stats (merchant_id, at_risk_on, lost_on, first_day, customer_id)
  where last_order_at is not null;
create index customer_stats__first_day_idx on customer_stats (merchant_id, first_day, at_risk_on, customer_id)
  where orders_3m = orders and last_order_at is not null;
analyze customer_stats, customer_store_stats;

-- The median of the last ten gaps between days with orders, of which these are the last eleven, the latest first.
create function usual_gap_of(days date[]) returns table (gap numeric) language sql immutable as $$
  select (percentile_cont(0.5) within group (order by days[n] - days[n + 1]))::numeric(7, 1)
    from generate_series(1, cardinality(days) - 1) n having count(*) >= 2
$$;

-- As before, with the orders of the windows and the last days.
drop function figures_of(uuid, uuid[]);
drop function store_figures_of(uuid, uuid[]);
drop function usual_gap_of(uuid, uuid);
create function store_figures_of(merchant uuid, people uuid[])
returns table (customer_id uuid, store_id uuid, orders int, orders_6m int, orders_3m int, orders_4w int, visits int,
               revenue_total bigint, revenue_6m bigint, revenue_3m bigint, revenue_4w bigint, first_day date, last_day date)
language sql stable set search_path = public, pg_temp as $$
  select p.id, d.store_id, d.orders, d.orders_6m, d.orders_3m, d.orders_4w, d.visits, d.total, d.revenue_6m, d.revenue_3m, d.revenue_4w,
         d.first_day, d.last_day
    from merchants m
    cross join unnest(people) p(id)
    cross join lateral (
      select d.store_id, sum(d.orders)::int as orders, count(*) filter (where d.orders > 0)::int as visits, sum(d.net)::bigint as total,
             coalesce(sum(d.orders) filter (where d.day >= (m.figures_on - interval '6 months')::date), 0)::int as orders_6m,
             coalesce(sum(d.orders) filter (where d.day >= (m.figures_on - interval '3 months')::date), 0)::int as orders_3m,
             coalesce(sum(d.orders) filter (where d.day > m.figures_on - 28), 0)::int as orders_4w,
             coalesce(sum(d.net) filter (where d.day >= (m.figures_on - interval '6 months')::date), 0)::bigint as revenue_6m,
             coalesce(sum(d.net) filter (where d.day >= (m.figures_on - interval '3 months')::date), 0)::bigint as revenue_3m,
             coalesce(sum(d.net) filter (where d.day > m.figures_on - 28), 0)::bigint as revenue_4w,
             min(d.day) filter (where d.orders > 0) as first_day, max(d.day) filter (where d.orders > 0) as last_day
        from customer_days d where d.merchant_id = merchant and d.customer_id = p.id group by d.store_id) d
   where m.merchant_id = merchant
$$;
create function figures_of(merchant uuid, people uuid[])
returns table (customer_id uuid, first_order_at timestamptz, last_order_at timestamptz, orders int, orders_6m int, orders_3m int,
               orders_4w int, visits int, revenue_total bigint, revenue_6m bigint, revenue_3m bigint, revenue_4w bigint, first_day date, last_day date,
               recent_days date[], usual_gap numeric, coming_on date, at_risk_on date, lost_on date)
language sql stable set search_path = public, pg_temp as $$
  select p.id, placed.first_at, placed.last_at, sums.orders, sums.orders_6m, sums.orders_3m, sums.orders_4w, sums.visits, sums.total,
         sums.revenue_6m, sums.revenue_3m, sums.revenue_4w,
         sums.first_day, sums.last_day, recent.days, rhythm.gap, coming.day,
         greatest(sums.last_day + floor(limits.at_risk)::int + 1, coming.day + 1, held.until + 1),
         greatest(sums.last_day + floor(limits.lost)::int + 1, coming.day + 1, held.until + 1)
    from merchants m
    cross join unnest(people) p(id)
    cross join lateral (
      select coalesce(sum(s.orders), 0)::int as orders, coalesce(sum(s.orders_6m), 0)::int as orders_6m,
             coalesce(sum(s.orders_3m), 0)::int as orders_3m, coalesce(sum(s.orders_4w), 0)::int as orders_4w,
             coalesce(sum(s.visits), 0)::int as visits, coalesce(sum(s.revenue_total), 0)::bigint as total,
             coalesce(sum(s.revenue_6m), 0)::bigint as revenue_6m, coalesce(sum(s.revenue_3m), 0)::bigint as revenue_3m,
             coalesce(sum(s.revenue_4w), 0)::bigint as revenue_4w,
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
    cross join lateral (
      select array(select distinct d.day from customer_days d
                    where d.merchant_id = merchant and d.customer_id = p.id and d.orders > 0 order by d.day desc limit 11) as days) recent
    left join lateral usual_gap_of(recent.days) rhythm on true
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
create or replace function write_figures(merchant uuid, people uuid[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare since jsonb;
begin
  insert into customer_store_stats as s (merchant_id, customer_id, store_id, orders, orders_6m, orders_3m, orders_4w, visits, revenue_total,
                                         revenue_6m, revenue_3m, revenue_4w, first_day, last_day)
    select merchant, f.customer_id, f.store_id, f.orders, f.orders_6m, f.orders_3m, f.orders_4w, f.visits, f.revenue_total,
           f.revenue_6m, f.revenue_3m, f.revenue_4w, f.first_day, f.last_day
      from store_figures_of(merchant, people) f
    on conflict (merchant_id, customer_id, store_id) do update
       set orders = excluded.orders, orders_6m = excluded.orders_6m, orders_3m = excluded.orders_3m, orders_4w = excluded.orders_4w,
           visits = excluded.visits, revenue_total = excluded.revenue_total, revenue_6m = excluded.revenue_6m,
           revenue_3m = excluded.revenue_3m, revenue_4w = excluded.revenue_4w, first_day = excluded.first_day, last_day = excluded.last_day
     where (s.orders, s.orders_6m, s.orders_3m, s.orders_4w, s.visits, s.revenue_total, s.revenue_6m, s.revenue_3m, s.revenue_4w,
            s.first_day, s.last_day) is distinct from
           (excluded.orders, excluded.orders_6m, excluded.orders_3m, excluded.orders_4w, excluded.visits, excluded.revenue_total,
            excluded.revenue_6m, excluded.revenue_3m, excluded.revenue_4w, excluded.first_day, excluded.last_day);
  with f as materialized (
    select f.*, (select s.first_order_at from customer_stats s where s.merchant_id = merchant and s.customer_id = f.customer_id) as stood
      from figures_of(merchant, people) f),
  written as (
    insert into customer_stats as s (merchant_id, customer_id, first_order_at, last_order_at, orders, orders_6m, orders_3m, orders_4w, visits,
                                     revenue_total, revenue_6m, revenue_3m, revenue_4w, first_day, last_day, recent_days, usual_gap,
                                     coming_on, at_risk_on, lost_on)
      select merchant, f.customer_id, f.first_order_at, f.last_order_at, f.orders, f.orders_6m, f.orders_3m, f.orders_4w, f.visits,
             f.revenue_total, f.revenue_6m, f.revenue_3m, f.revenue_4w, f.first_day, f.last_day, f.recent_days, f.usual_gap,
             f.coming_on, f.at_risk_on, f.lost_on
        from f
      on conflict (merchant_id, customer_id) do update
         set first_order_at = excluded.first_order_at, last_order_at = excluded.last_order_at, orders = excluded.orders,
             orders_6m = excluded.orders_6m, orders_3m = excluded.orders_3m, orders_4w = excluded.orders_4w,
             visits = excluded.visits, revenue_total = excluded.revenue_total, revenue_6m = excluded.revenue_6m,
             revenue_3m = excluded.revenue_3m, revenue_4w = excluded.revenue_4w, first_day = excluded.first_day,
             last_day = excluded.last_day, recent_days = excluded.recent_days, usual_gap = excluded.usual_gap, coming_on = excluded.coming_on,
             at_risk_on = excluded.at_risk_on, lost_on = excluded.lost_on
       where (s.first_order_at, s.last_order_at, s.orders, s.orders_6m, s.orders_3m, s.orders_4w, s.visits, s.revenue_total, s.revenue_6m,
              s.revenue_3m, s.revenue_4w, s.first_day, s.last_day, s.recent_days, s.usual_gap, s.coming_on, s.at_risk_on,
              s.lost_on) is distinct from
             (excluded.first_order_at, excluded.last_order_at, excluded.orders, excluded.orders_6m, excluded.orders_3m, excluded.orders_4w,
              excluded.visits, excluded.revenue_total, excluded.revenue_6m, excluded.revenue_3m, excluded.revenue_4w, excluded.first_day,
              excluded.last_day, excluded.recent_days, excluded.usual_gap, excluded.coming_on, excluded.at_risk_on, excluded.lost_on))
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
-- Adds new orders that count, and their refunds, to the figures of customers whose locks are held. In step: each customer, day and store
-- once, with how many orders it brings, what they come to, and the instants of the first and the last of them; a day of refunds
-- alone brings no order and has no instants. The last eleven days are among those that stand and those that come; two gaps need three.
create or replace function grow_figures(merchant uuid, customers uuid[], days date[], stores uuid[], orders int[], nets bigint[],
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
           coalesce(sum(g.orders) filter (where g.day >= m.six_months), 0) as orders_6m,
           coalesce(sum(g.orders) filter (where g.day >= m.three_months), 0) as orders_3m,
           coalesce(sum(g.orders) filter (where g.day >= m.four_weeks), 0) as orders_4w,
           coalesce(sum(g.net) filter (where g.day >= m.six_months), 0) as revenue_6m,
           coalesce(sum(g.net) filter (where g.day >= m.three_months), 0) as revenue_3m,
           coalesce(sum(g.net) filter (where g.day >= m.four_weeks), 0) as revenue_4w,
           min(g.day) filter (where g.orders > 0) as first_day, max(g.day) filter (where g.orders > 0) as last_day
      from unnest(customers, stores, days, orders, visited, nets) g(customer, store, day, orders, visits, net) group by g.customer, g.store),
  f as materialized (
    select x.*, s.at
      from x left join lateral (select c.ctid as at from customer_store_stats c
                                 where c.merchant_id = merchant and c.customer_id = x.customer and c.store_id = x.store offset 0) s on true),
  begun as (
    insert into customer_store_stats (merchant_id, customer_id, store_id, orders, orders_6m, orders_3m, orders_4w, visits, revenue_total,
                                      revenue_6m, revenue_3m, revenue_4w, first_day, last_day)
      select merchant, f.customer, f.store, f.orders, f.orders_6m, f.orders_3m, f.orders_4w, f.visits, f.net,
             f.revenue_6m, f.revenue_3m, f.revenue_4w, f.first_day, f.last_day
        from f where f.at is null)
  update customer_store_stats s
     set orders = s.orders + f.orders, orders_6m = s.orders_6m + f.orders_6m, orders_3m = s.orders_3m + f.orders_3m,
         orders_4w = s.orders_4w + f.orders_4w, visits = s.visits + f.visits, revenue_total = s.revenue_total + f.net,
         revenue_6m = s.revenue_6m + f.revenue_6m, revenue_3m = s.revenue_3m + f.revenue_3m, revenue_4w = s.revenue_4w + f.revenue_4w,
         first_day = least(s.first_day, f.first_day), last_day = greatest(s.last_day, f.last_day)
    from f where s.ctid = f.at;
  with x as materialized (
    select g.customer, sum(g.orders)::int as orders, sum(g.visits)::int as visits, sum(g.net)::bigint as net,
           coalesce(sum(g.orders) filter (where g.day >= m.six_months), 0)::int as orders_6m,
           coalesce(sum(g.orders) filter (where g.day >= m.three_months), 0)::int as orders_3m,
           coalesce(sum(g.orders) filter (where g.day >= m.four_weeks), 0)::int as orders_4w,
           coalesce(sum(g.net) filter (where g.day >= m.six_months), 0)::bigint as revenue_6m,
           coalesce(sum(g.net) filter (where g.day >= m.three_months), 0)::bigint as revenue_3m,
           coalesce(sum(g.net) filter (where g.day >= m.four_weeks), 0)::bigint as revenue_4w,
           min(g.day) filter (where g.orders > 0) as first_day, max(g.day) filter (where g.orders > 0) as last_day,
           min(g.first) as first_at, max(g.last) as last_at, array_agg(g.day) filter (where g.visits > 0) as days
      from unnest(customers, days, orders, visited, nets, firsts, lasts) g(customer, day, orders, visits, net, first, last) group by g.customer),
  f as materialized (
    select x.*, stood.at, stood.first_order_at as stood, sums.first_order_at, sums.visits as all_visits, sums.days as recent_days, rhythm.gap,
           greatest(sums.last_day + floor(limits.at_risk)::int + 1, stood.coming_on + 1, stood.snoozed_until + 1) as at_risk_on,
           greatest(sums.last_day + floor(limits.lost)::int + 1, stood.coming_on + 1, stood.snoozed_until + 1) as lost_on
      from x
      left join lateral (select s.ctid as at, s.first_order_at, s.visits, s.last_day, s.recent_days, s.usual_gap, s.coming_on, s.snoozed_until
                           from customer_stats s
                          where s.merchant_id = merchant and s.customer_id = x.customer offset 0) stood on true
      cross join lateral (select least(stood.first_order_at, x.first_at) as first_order_at, coalesce(stood.visits, 0) + x.visits as visits,
                                 greatest(stood.last_day, x.last_day) as last_day,
                                 case when x.days is null then coalesce(stood.recent_days, '{}')
                                      else array(select distinct d from unnest(stood.recent_days || x.days) d order by d desc limit 11)
                                 end as days offset 0) sums
      cross join lateral (select case when sums.days = stood.recent_days then stood.usual_gap
                                      when cardinality(sums.days) > 2 then (select r.gap from usual_gap_of(sums.days) r) end as gap offset 0) rhythm
      cross join lateral risk_limits(m.at_risk_rule, m.at_risk_days, rhythm.gap) limits),
  begun as (
    insert into customer_stats (merchant_id, customer_id, first_order_at, last_order_at, orders, orders_6m, orders_3m, orders_4w, visits,
                                revenue_total, revenue_6m, revenue_3m, revenue_4w, first_day, last_day, recent_days, usual_gap,
                                at_risk_on, lost_on)
      select merchant, f.customer, f.first_order_at, f.last_at, f.orders, f.orders_6m, f.orders_3m, f.orders_4w, f.all_visits,
             f.net, f.revenue_6m, f.revenue_3m, f.revenue_4w, f.first_day, f.last_day, f.recent_days, f.gap,
             f.at_risk_on, f.lost_on
        from f where f.at is null),
  grown as (
    update customer_stats s
       set first_order_at = f.first_order_at, last_order_at = greatest(s.last_order_at, f.last_at), orders = s.orders + f.orders,
           orders_6m = s.orders_6m + f.orders_6m, orders_3m = s.orders_3m + f.orders_3m, orders_4w = s.orders_4w + f.orders_4w,
           visits = f.all_visits, revenue_total = s.revenue_total + f.net, revenue_6m = s.revenue_6m + f.revenue_6m,
           revenue_3m = s.revenue_3m + f.revenue_3m, revenue_4w = s.revenue_4w + f.revenue_4w,
           first_day = least(s.first_day, f.first_day), last_day = greatest(s.last_day, f.last_day),
           recent_days = f.recent_days, usual_gap = f.gap,
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
revoke execute on function figures_of(uuid, uuid[]), store_figures_of(uuid, uuid[]), usual_gap_of(date[]) from public;
grant execute on function figures_of(uuid, uuid[]), store_figures_of(uuid, uuid[]), usual_gap_of(date[]) to clientele_app;
