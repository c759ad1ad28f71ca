-- What the summary cards count, kept in the transaction that changes it: how many customers of each kind there are, since when,
-- on which day they come to be at risk or lost, and what they came to in the last weeks and months; for all stores and for each.

-- "All stores" where a key needs a store; the nil id already stands for none.
create function all_stores() returns uuid language sql immutable parallel safe as $$ select 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid $$;

create table customer_census (
  merchant_id uuid not null references merchants on delete cascade,
  store_id uuid not null,
  what text not null check (what in ('organization', 'contact', 'individual', 'since', 'atRisk', 'lost')),
  day date not null,
  slot smallint not null,
  n int not null,
  primary key (merchant_id, store_id, what, day, slot)
);
comment on table customer_census is 'Active customers; sums over slots count. What has no day, and what was before today, stands under 0001-01-01';
select secure_merchant_table('customer_census', 'select');

create table customer_windows (
  merchant_id uuid not null,
  store_id uuid not null,
  customer_id uuid not null,
  revenue_4w bigint not null,
  revenue_3m bigint not null,
  revenue_6m bigint not null,
  primary key (merchant_id, customer_id, store_id),
  constraint customer_windows__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
comment on table customer_windows is 'Of those with revenue in six months, as of merchants.figures_on';
create index customer_windows__4w_idx on customer_windows (merchant_id, store_id, revenue_4w) where revenue_4w > 0;
create index customer_windows__3m_idx on customer_windows (merchant_id, store_id, revenue_3m) where revenue_3m > 0;
create index customer_windows__6m_idx on customer_windows (merchant_id, store_id, revenue_6m) where revenue_6m > 0;
select secure_merchant_table('customer_windows', 'select, insert, update, delete');
create index customer_store_stats__revenue_idx on customer_store_stats (merchant_id, store_id, revenue_total) where revenue_total > 0;
create index daily_sales__day_idx on daily_sales (merchant_id, day);

-- What one customer adds to the census of each of their stores, and of all.
create function census_of(status text, kind text, since date, at_risk_on date, lost_on date) returns table (what text, day date)
language sql immutable parallel safe as $$
  select v.what, v.day from (values (kind, '0001-01-01'::date), ('since', since), ('atRisk', at_risk_on), ('lost', lost_on)) v(what, day)
   where status = 'active' and v.day is not null
$$;
create function census_kind(type text, is_contact boolean) returns text
language sql immutable parallel safe as $$
  select case when type = 'business' then 'organization' when is_contact then 'contact' else 'individual' end
$$;

-- Each connection has a slot of its own, more or less, so that writers do not wait for each other.
create function add_to_census(merchants uuid[], stores uuid[], whats text[], days date[], numbers int[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into customer_census as t (merchant_id, store_id, what, day, slot, n)
    select d.m, d.s, d.w, d.d, pg_backend_pid() % 64, sum(d.n)::int from unnest(merchants, stores, whats, days, numbers) d(m, s, w, d, n)
     group by 1, 2, 3, 4 having sum(d.n) <> 0 order by 1, 2, 3, 4
  on conflict (merchant_id, store_id, what, day, slot) do update set n = t.n + excluded.n
$$;

create function customers_census_inserted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(all_stores()), array_agg(x.what), array_agg(x.day), array_agg(x.n))
    from (select n.merchant_id, c.what, c.day, count(*)::int as n
            from new_rows n cross join lateral census_of(n.status, census_kind(n.type, false), n.customer_since, null, null) c
           group by 1, 2, 3) x;
  return null;
end $$;
create trigger customers__census_inserted after insert on customers
  referencing new table as new_rows for each statement execute function customers_census_inserted();

create function customers_census_updated() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(x.sign))
    from (select n.merchant_id, s.store_id, c.what, c.day, c.sign
            from new_rows n join old_rows o on o.merchant_id = n.merchant_id and o.id = n.id
            left join customer_stats f on f.merchant_id = n.merchant_id and f.customer_id = n.id
            cross join lateral (select exists (select from affiliations a where a.merchant_id = n.merchant_id and a.contact_id = n.id) as yes) contact
            cross join lateral (select all_stores() as store_id union all
                                select l.store_id from customer_stores l where l.merchant_id = n.merchant_id and l.customer_id = n.id) s
            cross join lateral (
              select w.*, -1 as sign from census_of(o.status, census_kind(o.type, contact.yes), o.customer_since, f.at_risk_on, f.lost_on) w
              union all
              select w.*, 1 from census_of(n.status, census_kind(n.type, contact.yes), n.customer_since, f.at_risk_on, f.lost_on) w) c
           where (o.status, o.type, o.customer_since) is distinct from (n.status, n.type, n.customer_since)) x
  having count(*) > 0;
  return null;
end $$;
create trigger customers__census_updated after update on customers
  referencing old table as old_rows new table as new_rows for each statement execute function customers_census_updated();

create function stores_census_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(x.n))
    from (select l.merchant_id, l.store_id, w.what, w.day, (case when tg_op = 'INSERT' then 1 else -1 end) * count(*)::int as n
            from changed_rows l join customers c on c.merchant_id = l.merchant_id and c.id = l.customer_id
            left join customer_stats f on f.merchant_id = l.merchant_id and f.customer_id = l.customer_id
            cross join lateral census_of(c.status, census_kind(c.type, exists (
              select from affiliations a where a.merchant_id = c.merchant_id and a.contact_id = c.id)), c.customer_since, f.at_risk_on, f.lost_on) w
           group by 1, 2, 3, 4) x
  having count(*) > 0;
  return null;
end $$;
create trigger customer_stores__census_inserted after insert on customer_stores
  referencing new table as changed_rows for each statement execute function stores_census_changed();
create trigger customer_stores__census_deleted after delete on customer_stores
  referencing old table as changed_rows for each statement execute function stores_census_changed();

-- With the first affiliation an individual becomes a contact, with the last gone an individual again.
create function affiliations_census_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg('0001-01-01'::date), array_agg(x.n))
    from (select p.merchant_id, s.store_id, k.what, k.n
            from (select merchant_id, contact_id, count(*) as here from changed_rows group by 1, 2) p
            join customers c on c.merchant_id = p.merchant_id and c.id = p.contact_id and c.status = 'active' and c.type = 'personal'
            cross join lateral (select count(*) as now from affiliations a where a.merchant_id = p.merchant_id and a.contact_id = p.contact_id) a
            cross join lateral (select all_stores() as store_id union all
                                select l.store_id from customer_stores l where l.merchant_id = p.merchant_id and l.customer_id = p.contact_id) s
            cross join lateral (values ('contact', case when tg_op = 'INSERT' then 1 else -1 end),
                                       ('individual', case when tg_op = 'INSERT' then -1 else 1 end)) k(what, n)
           where a.now = case when tg_op = 'INSERT' then p.here else 0 end) x
  having count(*) > 0;
  return null;
end $$;
create trigger affiliations__census_inserted after insert on affiliations
  referencing new table as changed_rows for each statement execute function affiliations_census_changed();
create trigger affiliations__census_deleted after delete on affiliations
  referencing old table as changed_rows for each statement execute function affiliations_census_changed();

-- Also of stores where there was some and is none any more: as zeros, for whoever compares or removes them.
create function window_figures_of(merchant uuid, people uuid[])
returns table (store_id uuid, customer_id uuid, revenue_4w bigint, revenue_3m bigint, revenue_6m bigint)
language sql stable set search_path = public, pg_temp as $$
  select w.store_id, p.id, w.revenue_4w, w.revenue_3m, w.revenue_6m
    from merchants m
    cross join unnest(people) p(id)
    cross join lateral (
      select coalesce(d.store_id, all_stores()) as store_id,
             coalesce(sum(d.net) filter (where d.day > m.figures_on - 28), 0)::bigint as revenue_4w,
             coalesce(sum(d.net) filter (where d.day >= (m.figures_on - interval '3 months')::date), 0)::bigint as revenue_3m,
             coalesce(sum(d.net), 0)::bigint as revenue_6m
        from (select c.store_id, c.day, c.net from customer_days c
               where c.merchant_id = merchant and c.customer_id = p.id and c.day >= (m.figures_on - interval '6 months')::date
              union all
              select o.store_id, null, 0 from customer_windows o
               where o.merchant_id = merchant and o.customer_id = p.id and o.store_id <> all_stores()) d
       group by grouping sets ((d.store_id), ()) having count(*) > 0) w
   where m.merchant_id = merchant
$$;

create or replace function write_figures(merchant uuid, people uuid[]) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare counted boolean;
begin
  -- Their status and stores stay as they are until this is committed: the census counts with them.
  perform from customers c where c.merchant_id = merchant and c.id = any(people) order by c.id for no key update;
  with f as materialized (
    select f.*, s.first_order_at as stood_first, s.at_risk_on as stood_at_risk, s.lost_on as stood_lost
      from figures_of(merchant, people) f join customer_stats s on s.merchant_id = merchant and s.customer_id = f.customer_id),
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
            f.coming_on, f.at_risk_on, f.lost_on)),
  since as (
  update customers c
     set customer_since = customer_since_of(c, m.time_zone, f.first_order_at)
    from f cross join merchants m
   where f.stood_first is distinct from f.first_order_at
     and m.merchant_id = merchant and c.merchant_id = merchant and c.id = f.customer_id
     and c.customer_since <> customer_since_of(c, m.time_zone, f.first_order_at))
  select add_to_census(array_agg(merchant), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(x.n)) is null into counted
    from (select st.store_id, w.what, w.day, sum(w.sign)::int as n
            from f join customers c on c.merchant_id = merchant and c.id = f.customer_id and c.status = 'active'
            cross join lateral (select all_stores() as store_id union all
                                select l.store_id from customer_stores l where l.merchant_id = merchant and l.customer_id = f.customer_id) st
            cross join lateral (values ('atRisk', f.stood_at_risk, -1), ('lost', f.stood_lost, -1), ('atRisk', f.at_risk_on, 1), ('lost', f.lost_on, 1)) w(what, day, sign)
           where (f.stood_at_risk, f.stood_lost) is distinct from (f.at_risk_on, f.lost_on) and w.day is not null group by 1, 2, 3) x
  having count(*) > 0;
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
  insert into customer_windows as w (merchant_id, store_id, customer_id, revenue_4w, revenue_3m, revenue_6m)
    select merchant, f.store_id, f.customer_id, f.revenue_4w, f.revenue_3m, f.revenue_6m from window_figures_of(merchant, people) f
    on conflict (merchant_id, customer_id, store_id) do update
       set revenue_4w = excluded.revenue_4w, revenue_3m = excluded.revenue_3m, revenue_6m = excluded.revenue_6m
     where (w.revenue_4w, w.revenue_3m, w.revenue_6m) is distinct from (excluded.revenue_4w, excluded.revenue_3m, excluded.revenue_6m);
  delete from customer_windows w
   where w.merchant_id = merchant and w.customer_id = any(people) and (w.revenue_4w, w.revenue_3m, w.revenue_6m) = (0, 0, 0);
end $$;

-- As before, but customers are locked before their figures, as everybody locks them who changes what the census counts.
create or replace function add_to_figures(merchant uuid, people uuid[], days jsonb, sales jsonb) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare touched uuid[] := array(
  select x.customer from (select (d.value ->> 'customer')::uuid from jsonb_array_elements(days) d union select unnest(people)) x(customer) order by 1);
begin
  -- Whoever moves the windows waits for us, and we for them.
  perform pg_advisory_xact_lock_shared(hashtextextended('figures ' || merchant, 0));
  if cardinality(touched) > 0 then
    perform from customers c where c.merchant_id = merchant and c.id = any(touched) order by c.id for no key update;
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
  perform from customers c where c.merchant_id = merchant and c.id = any(touched) order by c.id for no key update;
  perform from customer_stats s where s.merchant_id = merchant and s.customer_id = any(touched) order by s.customer_id for no key update;
  for part in 0 .. (cardinality(touched) - 1) / 1000 loop
    perform write_figures(merchant, touched[part * 1000 + 1 : part * 1000 + 1000]);
  end loop;
  return cardinality(touched);
end $$;

-- Slots become one, and what has come about already stands under one day: sums of few rows. Rows that somebody is writing wait for
-- the next time.
create function fold_census(merchant uuid, today date) returns void
language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from customer_census c using (
      select store_id, what, day, slot from customer_census
       where merchant_id = merchant and (slot <> 1000 or n = 0 or (what in ('atRisk', 'lost') and day <= today and day > '0001-01-01'))
         and merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid)
       order by store_id, what, day, slot for update skip locked) g
     where c.merchant_id = merchant and (c.store_id, c.what, c.day, c.slot) = (g.store_id, g.what, g.day, g.slot)
    returning c.store_id, c.what, case when c.what in ('atRisk', 'lost') and c.day <= today then '0001-01-01' else c.day end as day, c.n)
  insert into customer_census as t (merchant_id, store_id, what, day, slot, n)
    select merchant, g.store_id, g.what, g.day, 1000, sum(g.n)::int from gone g group by 1, 2, 3, 4 having sum(g.n) <> 0 order by 1, 2, 3, 4
  on conflict (merchant_id, store_id, what, day, slot) do update set n = t.n + excluded.n
$$;

-- Those who are here already.
insert into customer_census (merchant_id, store_id, what, day, slot, n)
select c.merchant_id, s.store_id, w.what, w.day, 0, count(*)
  from customers c
  left join customer_stats f on f.merchant_id = c.merchant_id and f.customer_id = c.id
  cross join lateral (select all_stores() as store_id union all
                      select l.store_id from customer_stores l where l.merchant_id = c.merchant_id and l.customer_id = c.id) s
  cross join lateral census_of(c.status, census_kind(c.type, exists (
    select from affiliations a where a.merchant_id = c.merchant_id and a.contact_id = c.id)), c.customer_since, f.at_risk_on, f.lost_on) w
 group by 1, 2, 3, 4;
insert into customer_windows (merchant_id, store_id, customer_id, revenue_4w, revenue_3m, revenue_6m)
select f.merchant_id, w.store_id, w.customer_id, w.revenue_4w, w.revenue_3m, w.revenue_6m
  from customer_stats f cross join lateral window_figures_of(f.merchant_id, array[f.customer_id]) w
 where (w.revenue_4w, w.revenue_3m, w.revenue_6m) <> (0, 0, 0);

revoke execute on function all_stores(), census_of(text, text, date, date, date), census_kind(text, boolean),
  add_to_census(uuid[], uuid[], text[], date[], int[]), customers_census_inserted(), customers_census_updated(), stores_census_changed(),
  affiliations_census_changed(), window_figures_of(uuid, uuid[]), fold_census(uuid, date) from public;
grant execute on function all_stores(), census_of(text, text, date, date, date), census_kind(text, boolean),
  add_to_census(uuid[], uuid[], text[], date[], int[]), window_figures_of(uuid, uuid[]), fold_census(uuid, date) to clientele_app;
