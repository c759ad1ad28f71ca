-- The figures that follow from orders, kept in the transaction that changes an order: what was bought on which day, what that comes
-- to for each customer at each store and in all, and the sales of each day.

-- What each customer's and organization's orders came to, by day and store. All figures of a customer are sums of these few
-- rows, and an organization has no more of them than the calendar has days, however many contacts order for it.
create table customer_days (
  merchant_id uuid not null,
  customer_id uuid not null,
  day date not null,
  store_id uuid not null,
  orders int not null,
  net bigint not null,
  primary key (merchant_id, customer_id, day, store_id),
  constraint customer_days__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
comment on column customer_days.store_id is 'The nil id for orders of no store';
comment on column customer_days.net is 'Of the orders placed on this day, less what was refunded on it';
create index customer_days__day_idx on customer_days (merchant_id, day, customer_id);
select secure_merchant_table('customer_days', 'select, insert, update, delete');

create table customer_store_stats (
  merchant_id uuid not null,
  customer_id uuid not null,
  store_id uuid not null,
  orders int not null,
  visits int not null,
  revenue_total bigint not null,
  revenue_6m bigint not null,
  revenue_3m bigint not null,
  revenue_4w bigint not null,
  first_day date,
  last_day date,
  primary key (merchant_id, customer_id, store_id),
  constraint customer_store_stats__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
comment on table customer_store_stats is 'Windows of revenue as of merchants.figures_on';
create index customer_store_stats__revenue_total_idx on customer_store_stats (merchant_id, store_id, revenue_total, customer_id) where revenue_total > 0;
create index customer_store_stats__revenue_6m_idx on customer_store_stats (merchant_id, store_id, revenue_6m, customer_id) where revenue_6m > 0;
create index customer_store_stats__revenue_3m_idx on customer_store_stats (merchant_id, store_id, revenue_3m, customer_id) where revenue_3m > 0;
create index customer_store_stats__revenue_4w_idx on customer_store_stats (merchant_id, store_id, revenue_4w, customer_id) where revenue_4w > 0;
select secure_merchant_table('customer_store_stats', 'select, insert, update, delete');

create table customer_stats (
  merchant_id uuid not null,
  customer_id uuid not null,
  first_order_at timestamptz,
  last_order_at timestamptz,
  orders int not null default 0,
  visits int not null default 0,
  revenue_total bigint not null default 0,
  revenue_6m bigint not null default 0,
  revenue_3m bigint not null default 0,
  revenue_4w bigint not null default 0,
  first_day date,
  last_day date,
  usual_gap numeric(7, 1),
  coming_on date,
  snoozed_until date,
  at_risk_on date,
  lost_on date,
  primary key (merchant_id, customer_id),
  constraint customer_stats__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
comment on table customer_stats is 'Of customers who have, or had, orders: the sum of their stores, and what follows from their days';
comment on column customer_stats.usual_gap is 'The median of the last ten gaps between days with orders; null with fewer than three such days';
comment on column customer_stats.coming_on is 'The last day for which an order is open';
comment on column customer_stats.at_risk_on is 'The first day on which the customer is at risk, if nothing is ordered until then';
create index customer_stats__last_order_idx on customer_stats (merchant_id, last_order_at, customer_id) where last_order_at is not null;
create index customer_stats__revenue_total_idx on customer_stats (merchant_id, revenue_total, customer_id);
create index customer_stats__revenue_6m_idx on customer_stats (merchant_id, revenue_6m, customer_id);
create index customer_stats__revenue_3m_idx on customer_stats (merchant_id, revenue_3m, customer_id) where revenue_3m > 0;
create index customer_stats__revenue_4w_idx on customer_stats (merchant_id, revenue_4w, customer_id) where revenue_4w > 0;
-- States are ranges of days: lost until today; at risk until today and not lost; new since a month and not at risk.
create index customer_stats__at_risk_idx on customer_stats (merchant_id, at_risk_on, customer_id) where at_risk_on is not null;
create index customer_stats__lost_idx on customer_stats (merchant_id, lost_on, at_risk_on, customer_id) where last_order_at is not null;
create index customer_stats__first_day_idx on customer_stats (merchant_id, first_day, at_risk_on, customer_id) where last_order_at is not null;
select secure_merchant_table('customer_stats', 'select, insert, update');

-- Slots spread the writers of one day: a single row took 2,535 writes a second, sixteen 8,779. Readers sum them.
create table daily_sales (
  merchant_id uuid not null references merchants on delete cascade,
  store_id uuid not null,
  day date not null,
  slot smallint not null,
  orders int not null,
  net bigint not null,
  guest_net bigint not null,
  primary key (merchant_id, store_id, day, slot)
);
comment on column daily_sales.guest_net is 'The part of net that is of nobody''s orders';
create index daily_sales__day_idx on daily_sales (merchant_id, day);
select secure_merchant_table('daily_sales', 'select, insert, update');

alter table merchants
  add column at_risk_rule text not null default 'days' check (at_risk_rule in ('days', 'rhythm')),
  add column at_risk_days int not null default 90 check (at_risk_days between 1 and 3650),
  add column figures_on date not null default (now() at time zone 'utc')::date;
comment on column merchants.at_risk_rule is 'days: the same number for everybody; rhythm: by the customer''s own';
comment on column merchants.figures_on is 'The day that the windows of stored figures end with; moved by a job';

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
    left join lateral (
      select s.snoozed_until as until from customer_stats s where s.merchant_id = merchant and s.customer_id = p.id) held on true
    cross join lateral (
      select case when m.at_risk_rule = 'rhythm' and rhythm.gap is not null then greatest(1.5 * rhythm.gap, 14) else m.at_risk_days end as at_risk,
             case when m.at_risk_rule = 'rhythm' and rhythm.gap is not null then least(3 * rhythm.gap, 365) else 365 end as lost) limits
   where m.merchant_id = merchant
$$;

-- Whoever writes figures begins with this: waits for whoever moves the windows, and locks customers before their figures, each in
-- the order of ids, so that no two writers wait for each other in a circle. Makes the rows that are not there yet.
create function lock_figures(merchant uuid, people uuid[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('figures ' || merchant, 0));
  perform from customers c where c.merchant_id = merchant and c.id = any(people) order by c.id for no key update;
  insert into customer_stats (merchant_id, customer_id)
    select merchant, p.id from (select distinct unnest(people) as id) p order by p.id on conflict do nothing;
  perform from customer_stats s where s.merchant_id = merchant and s.customer_id = any(people) order by s.customer_id for no key update;
end $$;

-- The earliest of what is known (contract §3 customerSince; server/src/modules/customers/write/write.rules.ts says the same).
create function customer_since_of(c customers, zone text, first_order timestamptz) returns date
language sql stable set search_path = public, pg_temp as $$
  select least((c.registered_at at time zone zone)::date, c.anniversary, c.recorded_on, (c.created_at at time zone zone)::date,
               (first_order at time zone zone)::date)
$$;

-- Writes what has changed of those who are locked. What stood before is read together with what is new: two lists of the same
-- customers compared with each other would take as many steps as the square of their number.
create function write_figures(merchant uuid, people uuid[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
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
  delete from customer_store_stats s
   where s.merchant_id = merchant and s.customer_id = any(people)
     and not exists (select from customer_days d where d.merchant_id = merchant and d.customer_id = s.customer_id and d.store_id = s.store_id);
  with f as materialized (
    select f.*, s.first_order_at as stood
      from figures_of(merchant, people) f join customer_stats s on s.merchant_id = merchant and s.customer_id = f.customer_id),
  written as (
    update customer_stats s
       set first_order_at = f.first_order_at, last_order_at = f.last_order_at, orders = f.orders, visits = f.visits,
           revenue_total = f.revenue_total, revenue_6m = f.revenue_6m, revenue_3m = f.revenue_3m, revenue_4w = f.revenue_4w,
           first_day = f.first_day, last_day = f.last_day, usual_gap = f.usual_gap, coming_on = f.coming_on,
           at_risk_on = f.at_risk_on, lost_on = f.lost_on
      from f
     where s.merchant_id = merchant and s.customer_id = f.customer_id
       and (s.first_order_at, s.last_order_at, s.orders, s.visits, s.revenue_total, s.revenue_6m, s.revenue_3m, s.revenue_4w, s.first_day,
            s.last_day, s.usual_gap, s.coming_on, s.at_risk_on, s.lost_on) is distinct from
           (f.first_order_at, f.last_order_at, f.orders, f.visits, f.revenue_total, f.revenue_6m, f.revenue_3m, f.revenue_4w, f.first_day,
            f.last_day, f.usual_gap, f.coming_on, f.at_risk_on, f.lost_on))
  update customers c
     set customer_since = customer_since_of(c, m.time_zone, f.first_order_at)
    from f cross join merchants m
   where f.stood is distinct from f.first_order_at
     and m.merchant_id = merchant and c.merchant_id = merchant and c.id = f.customer_id
     and c.customer_since <> customer_since_of(c, m.time_zone, f.first_order_at);
end $$;

-- Adds what orders changed to the figures; the day's sales are locked last. `days`: [{customer, day, store, orders, net}]; `sales`:
-- [{store, day, orders, net, guests}]; `people`: whose figures may have changed otherwise, by an open order for instance.
create function add_to_figures(merchant uuid, people uuid[], days jsonb, sales jsonb) returns void
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
    delete from customer_days d using jsonb_to_recordset(days) as x(customer uuid, day date, store uuid, orders int, net bigint)
     where d.merchant_id = merchant and d.customer_id = x.customer and d.day = x.day and d.store_id = x.store and d.orders = 0 and d.net = 0;
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
create function move_windows(merchant uuid, to_day date) returns int
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

-- The state of a customer on a day, as it is on the wire: what it is, since when and why, as a code with its numbers and in
-- English. At risk comes before new: who ordered three times in a week and then stopped is not new. An expression that is put into
-- the statement that asks: called, it took most of a page's time. It has no search path of its own, which would keep it from that;
-- whatever it names is of this schema by name.
create function days_ago(days int) returns text language sql immutable parallel safe as $$
  select case when days <= 0 then 'today' when days = 1 then '1 day ago' else days || ' days ago' end
$$;
create function activity_text(f customer_stats, today date) returns text language sql stable parallel safe as $$
  select case
    when f.last_day is null then '{"state":"none","since":null,"reason":null,"text":null}'
    when f.lost_on > today and f.at_risk_on > today and f.first_day > today - 30 then
      '{"state":"new","since":"' || f.first_day || '","reason":{"code":"activity.firstOrder","params":{"days":' || (today - f.first_day)
        || '}},"text":"first order ' || public.days_ago(today - f.first_day) || '"}'
    else
      case when f.lost_on <= today then '{"state":"lost","since":"' || f.lost_on
           when f.at_risk_on <= today then '{"state":"atRisk","since":"' || f.at_risk_on
           else '{"state":"active","since":"' || (f.first_day + 30) end
      || '","reason":{"code":"activity.'
      || case when f.usual_gap is not null then 'rhythm' else 'lastOrder' end
      || '","params":{"days":' || (today - f.last_day) || ',"usual":' || coalesce(f.usual_gap::text, 'null') || '}},"text":"'
      || case when f.usual_gap is not null
              then 'usually every ' || trim_scale(f.usual_gap) || ' days, now ' || (today - f.last_day)
              else 'last order ' || public.days_ago(today - f.last_day) end
      || '"}'
  end
$$;
create function activity_of(f customer_stats, today date) returns json language sql stable parallel safe as $$
  select public.activity_text(f, today)::json
$$;

revoke execute on function store_figures_of(uuid, uuid[]), figures_of(uuid, uuid[]), lock_figures(uuid, uuid[]),
  customer_since_of(customers, text, timestamptz), write_figures(uuid, uuid[]), add_to_figures(uuid, uuid[], jsonb, jsonb),
  move_windows(uuid, date), days_ago(int), activity_text(customer_stats, date), activity_of(customer_stats, date) from public;
grant execute on function store_figures_of(uuid, uuid[]), figures_of(uuid, uuid[]), lock_figures(uuid, uuid[]),
  customer_since_of(customers, text, timestamptz), write_figures(uuid, uuid[]), add_to_figures(uuid, uuid[], jsonb, jsonb),
  move_windows(uuid, date), days_ago(int), activity_text(customer_stats, date), activity_of(customer_stats, date) to clientele_app;
