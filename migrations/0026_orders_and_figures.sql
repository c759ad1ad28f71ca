-- Orders, and the figures that follow from them. An order is one row: it is read, written and counted as a whole, and its
-- parts are JSON documents (docs/decisions/0014-an-order-is-one-row.md). Amounts are minor units of the merchant's currency.

create table orders (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  source text collate "C" not null check (length(source) between 1 and 60),
  external_id text collate "C" not null check (length(external_id) between 1 and 200),
  number text, number_key text collate "C",
  receipt_number text, receipt_key text collate "C",
  kind text not null check (kind in ('sale', 'order', 'subscription')),
  channel text not null check (channel in ('pos', 'web', 'phone', 'catering', 'other')),
  status text not null check (status in ('draft', 'open', 'confirmed', 'fulfilled', 'completed', 'cancelled', 'refunded')),
  counts boolean not null generated always as (status in ('open', 'confirmed', 'fulfilled', 'completed', 'refunded')) stored,
  source_updated_at timestamptz,
  store_id uuid,
  customer_id uuid,
  organization_id uuid,
  customer_pinned boolean not null default false,
  customer_reference jsonb,
  placed_at timestamptz not null,
  local_day date not null,
  fulfil_at timestamptz,
  currency char(3) not null,
  purchase_order text, note text, staff text,
  items jsonb not null default '[]',
  discounts jsonb not null default '[]',
  taxes jsonb not null default '[]',
  payments jsonb not null default '[]',
  refunds jsonb not null default '[]',
  shipments jsonb not null default '[]',
  recurrence jsonb,
  gross bigint not null, discount bigint not null, net bigint not null, tax bigint not null,
  service_charge bigint not null, shipping bigint not null, tip bigint not null, total bigint not null,
  paid bigint not null, refunded bigint not null, due bigint not null, rounding bigint not null,
  digest bytea not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (merchant_id, id),
  constraint orders__external_key unique (merchant_id, external_id, source),
  constraint orders__store_fk foreign key (merchant_id, store_id) references stores on delete set null (store_id),
  constraint orders__customer_fk foreign key (merchant_id, customer_id) references customers on delete set null (customer_id),
  constraint orders__organization_fk foreign key (merchant_id, organization_id) references customers on delete set null (organization_id)
);
comment on column orders.local_day is 'The day of placed_at in the store''s zone (else the merchant''s) when it was written';
comment on column orders.organization_id is 'Given, else the customer''s primary organization when it was written; null when the customer is that organization';
comment on column orders.customer_pinned is 'Set by a user: what the source sends later keeps it';
comment on column orders.digest is 'SHA-256 of what the source said, read and reckoned: the same again changes nothing';
comment on column orders.customer_reference is 'What the source names and nobody, or more than one, is known by';
create index orders__placed_idx on orders (merchant_id, placed_at, id);
create index orders__customer_idx on orders (merchant_id, customer_id, placed_at, id) where customer_id is not null;
create index orders__organization_idx on orders (merchant_id, organization_id, placed_at, id) where organization_id is not null;
create index orders__number_idx on orders (merchant_id, number_key) where number_key is not null;
create index orders__receipt_idx on orders (merchant_id, receipt_key) where receipt_key is not null;
create index orders__coming_idx on orders (merchant_id, customer_id, fulfil_at) where status in ('open', 'confirmed') and fulfil_at is not null;
select secure_merchant_table('orders', 'select, insert, update');

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

create table customer_stats (
  merchant_id uuid not null,
  customer_id uuid not null,
  first_order_at timestamptz,
  last_order_at timestamptz,
  orders int not null default 0,
  visits int not null default 0,
  revenue_total bigint not null default 0,
  revenue_6m bigint not null default 0,
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
comment on table customer_stats is 'Of customers who have, or had, orders; revenue_6m as of merchants.figures_on';
comment on column customer_stats.usual_gap is 'The median of the last ten gaps between days with orders; null with fewer than three such days';
comment on column customer_stats.coming_on is 'The last day for which an order is open';
comment on column customer_stats.at_risk_on is 'The first day on which the customer is at risk, if nothing is ordered until then';
create index customer_stats__last_order_idx on customer_stats (merchant_id, last_order_at, customer_id) where last_order_at is not null;
create index customer_stats__revenue_6m_idx on customer_stats (merchant_id, revenue_6m, customer_id);
create index customer_stats__revenue_total_idx on customer_stats (merchant_id, revenue_total, customer_id);
create index customer_stats__at_risk_idx on customer_stats (merchant_id, at_risk_on, customer_id) where at_risk_on is not null;
select secure_merchant_table('customer_stats', 'select, insert, update');

create table customer_store_stats (
  merchant_id uuid not null,
  customer_id uuid not null,
  store_id uuid not null,
  orders int not null,
  visits int not null,
  revenue_total bigint not null,
  revenue_6m bigint not null,
  first_day date,
  last_day date,
  primary key (merchant_id, customer_id, store_id),
  constraint customer_store_stats__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
select secure_merchant_table('customer_store_stats', 'select, insert, update, delete');

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
select secure_merchant_table('daily_sales', 'select, insert, update');

alter table merchants
  add column at_risk_rule text not null default 'days' check (at_risk_rule in ('days', 'rhythm')),
  add column at_risk_days int not null default 90 check (at_risk_days between 1 and 3650),
  add column figures_on date not null default (now() at time zone 'utc')::date;
comment on column merchants.at_risk_rule is 'days: the same number for everybody; rhythm: by the customer''s own';
comment on column merchants.figures_on is 'The day that the windows of stored figures end with; moved by a job';

-- All figures of these customers, from their days: what is stored, and what verify compares it with. Days without an order
-- have only refunds. At risk past the given days, or past the larger of 1.5 usual gaps and 14 days; lost past 365 days, or
-- past 3 usual gaps if that is sooner, but never at once with at risk; neither while an order is to come or a user says so.
create function figures_of(merchant uuid, people uuid[])
returns table (customer_id uuid, first_order_at timestamptz, last_order_at timestamptz, orders int, visits int, revenue_total bigint,
               revenue_6m bigint, first_day date, last_day date, usual_gap numeric, coming_on date, at_risk_on date, lost_on date)
language sql stable set search_path = public, pg_temp as $$
  select p.id, placed.first_at, placed.last_at, coalesce(sums.orders, 0), coalesce(sums.visits, 0),
         coalesce(sums.total, 0)::bigint, coalesce(sums.six_months, 0)::bigint, sums.first_day, sums.last_day, rhythm.gap, coming.day,
         greatest(sums.last_day + floor(limits.at_risk)::int + 1, coming.day + 1, held.until + 1),
         greatest(sums.last_day + floor(case when limits.lost > limits.at_risk then limits.lost else 2 * limits.at_risk end)::int + 1,
                  coming.day + 1, held.until + 1)
    from merchants m
    cross join unnest(people) p(id)
    left join lateral (
      select sum(d.orders)::int as orders, count(*) filter (where d.orders > 0)::int as visits, sum(d.net) as total,
             sum(d.net) filter (where d.day >= (m.figures_on - interval '6 months')::date) as six_months,
             min(d.day) filter (where d.orders > 0) as first_day, max(d.day) filter (where d.orders > 0) as last_day
        from customer_days d where d.merchant_id = merchant and d.customer_id = p.id offset 0) sums on true
    left join lateral (
      select least(
               (select o.placed_at from orders o where o.merchant_id = merchant and o.customer_id = p.id and o.counts order by o.placed_at limit 1),
               (select o.placed_at from orders o where o.merchant_id = merchant and o.organization_id = p.id and o.counts order by o.placed_at limit 1)
             ) as first_at,
             greatest(
               (select o.placed_at from orders o where o.merchant_id = merchant and o.customer_id = p.id and o.counts order by o.placed_at desc limit 1),
               (select o.placed_at from orders o where o.merchant_id = merchant and o.organization_id = p.id and o.counts order by o.placed_at desc limit 1)
             ) as last_at) placed on true
    left join lateral (
      select (percentile_cont(0.5) within group (order by g.gap))::numeric(7, 1) as gap
        from (select x.day - lag(x.day) over (order by x.day) as gap
                from (select distinct d.day from customer_days d
                       where d.merchant_id = merchant and d.customer_id = p.id and d.orders > 0 order by d.day desc limit 11) x) g
       where g.gap is not null having count(*) >= 2) rhythm on true
    left join lateral (
      select max((o.fulfil_at at time zone coalesce(s.time_zone, m.time_zone))::date) as day
        from orders o left join stores s on s.merchant_id = merchant and s.id = o.store_id
       where o.merchant_id = merchant and o.customer_id = p.id and o.status in ('open', 'confirmed') and o.fulfil_at is not null) coming on true
    left join lateral (
      select s.snoozed_until as until from customer_stats s where s.merchant_id = merchant and s.customer_id = p.id) held on true
    cross join lateral (
      select case when m.at_risk_rule = 'rhythm' and rhythm.gap is not null then greatest(1.5 * rhythm.gap, 14) else m.at_risk_days end as at_risk,
             case when m.at_risk_rule = 'rhythm' and rhythm.gap is not null then least(3 * rhythm.gap, 365) else 365 end as lost) limits
   where m.merchant_id = merchant
$$;

create function days_ago(days int) returns text language sql immutable parallel safe as $$
  select case when days <= 0 then 'today' when days = 1 then '1 day ago' else days || ' days ago' end
$$;

-- The state of a customer on a day, as it is on the wire: what it is, since when and why, as a code with its numbers and in
-- English. At risk comes before new: who ordered three times in a week and then stopped is not new.
create function activity_of(f customer_stats, today date) returns json
language plpgsql stable set search_path = public, pg_temp as $$
declare
  state text; since date; code text; says text;
  away int := today - f.last_day;
  gap text := trim_scale(f.usual_gap)::text;
begin
  if f.last_day is null then return '{"state":"none","since":null,"reason":null,"text":null}'::json; end if;
  if f.lost_on <= today then state := 'lost'; since := f.lost_on;
  elsif f.at_risk_on <= today then state := 'atRisk'; since := f.at_risk_on;
  elsif f.first_day > today - 30 then state := 'new'; since := f.first_day;
  else state := 'active'; since := f.first_day + 30;
  end if;
  if state = 'new' then
    code := 'activity.firstOrder'; says := 'first order ' || days_ago(today - f.first_day);
    return json_build_object('state', state, 'since', since,
      'reason', json_build_object('code', code, 'params', json_build_object('days', today - f.first_day)), 'text', says);
  elsif gap is not null then
    code := 'activity.rhythm'; says := 'usually every ' || gap || ' days, now ' || away;
  else
    code := 'activity.lastOrder'; says := 'last order ' || days_ago(away);
  end if;
  return json_build_object('state', state, 'since', since,
    'reason', json_build_object('code', code, 'params', json_build_object('days', away, 'usual', f.usual_gap)), 'text', says);
end $$;

-- Adds what orders changed to the figures: customers first, in the order of their ids, the day's sales last, so that no two
-- writers wait for each other in a circle. `days`: [{customer, day, store, orders, net}]; `sales`: [{store, day, orders, net,
-- guests}]; `people`: whose figures may have changed otherwise, by an open order for instance.
create function add_to_figures(merchant uuid, people uuid[], days jsonb, sales jsonb) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare touched uuid[] := array(
  select x.customer from (select (d.value ->> 'customer')::uuid from jsonb_array_elements(days) d union select unnest(people)) x(customer) order by 1);
begin
  -- Whoever moves the windows waits for us, and we for them.
  perform pg_advisory_xact_lock_shared(hashtextextended('figures ' || merchant, 0));
  if cardinality(touched) > 0 then
    insert into customer_stats (merchant_id, customer_id) select merchant, t.id from unnest(touched) t(id) on conflict do nothing;
    perform from customer_stats s where s.merchant_id = merchant and s.customer_id = any(touched) order by s.customer_id for no key update;
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

-- The earliest of what is known (contract §3 customerSince; server/src/modules/customers/write/write.rules.ts says the same).
create function customer_since_of(c customers, zone text, first_order timestamptz) returns date
language sql stable set search_path = public, pg_temp as $$
  select least((c.registered_at at time zone zone)::date, c.anniversary, c.recorded_on, (c.created_at at time zone zone)::date,
               (first_order at time zone zone)::date)
$$;

-- For rows of customer_stats that are locked.
create function write_figures(merchant uuid, people uuid[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  with f as materialized (select * from figures_of(merchant, people)),
  stood as materialized (select s.customer_id, s.first_order_at from customer_stats s where s.merchant_id = merchant and s.customer_id = any(people)),
  written as (
    update customer_stats s
       set first_order_at = f.first_order_at, last_order_at = f.last_order_at, orders = f.orders, visits = f.visits,
           revenue_total = f.revenue_total, revenue_6m = f.revenue_6m, first_day = f.first_day, last_day = f.last_day,
           usual_gap = f.usual_gap, coming_on = f.coming_on, at_risk_on = f.at_risk_on, lost_on = f.lost_on
      from f
     where s.merchant_id = merchant and s.customer_id = f.customer_id
       and (s.first_order_at, s.last_order_at, s.orders, s.visits, s.revenue_total, s.revenue_6m, s.first_day, s.last_day, s.usual_gap,
            s.coming_on, s.at_risk_on, s.lost_on) is distinct from
           (f.first_order_at, f.last_order_at, f.orders, f.visits, f.revenue_total, f.revenue_6m, f.first_day, f.last_day, f.usual_gap,
            f.coming_on, f.at_risk_on, f.lost_on))
  update customers c
     set customer_since = customer_since_of(c, m.time_zone, f.first_order_at)
    from f join stood on stood.customer_id = f.customer_id and stood.first_order_at is distinct from f.first_order_at
         cross join merchants m
   where m.merchant_id = merchant and c.merchant_id = merchant and c.id = f.customer_id
     and c.customer_since <> customer_since_of(c, m.time_zone, f.first_order_at);
  insert into customer_store_stats as s (merchant_id, customer_id, store_id, orders, visits, revenue_total, revenue_6m, first_day, last_day)
    select merchant, f.customer_id, f.store_id, f.orders, f.visits, f.revenue_total, f.revenue_6m, f.first_day, f.last_day
      from store_figures_of(merchant, people) f
    on conflict (merchant_id, customer_id, store_id) do update
       set orders = excluded.orders, visits = excluded.visits, revenue_total = excluded.revenue_total, revenue_6m = excluded.revenue_6m,
           first_day = excluded.first_day, last_day = excluded.last_day
     where (s.orders, s.visits, s.revenue_total, s.revenue_6m, s.first_day, s.last_day) is distinct from
           (excluded.orders, excluded.visits, excluded.revenue_total, excluded.revenue_6m, excluded.first_day, excluded.last_day);
  delete from customer_store_stats s
   where s.merchant_id = merchant and s.customer_id = any(people)
     and not exists (select from customer_days d where d.merchant_id = merchant and d.customer_id = s.customer_id and d.store_id = s.store_id);
end $$;

create function store_figures_of(merchant uuid, people uuid[])
returns table (customer_id uuid, store_id uuid, orders int, visits int, revenue_total bigint, revenue_6m bigint, first_day date, last_day date)
language sql stable set search_path = public, pg_temp as $$
  select p.id, d.store_id, d.orders, d.visits, d.total, d.six_months, d.first_day, d.last_day
    from merchants m
    cross join unnest(people) p(id)
    cross join lateral (
      select d.store_id, sum(d.orders)::int as orders, count(*) filter (where d.orders > 0)::int as visits, sum(d.net)::bigint as total,
             coalesce(sum(d.net) filter (where d.day >= (m.figures_on - interval '6 months')::date), 0)::bigint as six_months,
             min(d.day) filter (where d.orders > 0) as first_day, max(d.day) filter (where d.orders > 0) as last_day
        from customer_days d where d.merchant_id = merchant and d.customer_id = p.id group by d.store_id) d
   where m.merchant_id = merchant
$$;

-- Moves the end of the windows to this day; answers whose figures may have changed by it. One merchant's writers wait meanwhile.
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
     where d.merchant_id = merchant and d.day >= (stood - interval '6 months')::date and d.day < (to_day - interval '6 months')::date
     order by 1);
  perform from customer_stats s where s.merchant_id = merchant and s.customer_id = any(touched) order by s.customer_id for no key update;
  for part in 0 .. (cardinality(touched) - 1) / 1000 loop
    perform write_figures(merchant, touched[part * 1000 + 1 : part * 1000 + 1000]);
  end loop;
  return cardinality(touched);
end $$;

revoke execute on function figures_of(uuid, uuid[]), store_figures_of(uuid, uuid[]), add_to_figures(uuid, uuid[], jsonb, jsonb),
  write_figures(uuid, uuid[]), customer_since_of(customers, text, timestamptz), move_windows(uuid, date), activity_of(customer_stats, date), days_ago(int) from public;
grant execute on function figures_of(uuid, uuid[]), store_figures_of(uuid, uuid[]), add_to_figures(uuid, uuid[], jsonb, jsonb),
  write_figures(uuid, uuid[]), customer_since_of(customers, text, timestamptz), move_windows(uuid, date), activity_of(customer_stats, date), days_ago(int) to clientele_app;
