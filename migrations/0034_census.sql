-- What the summary cards count of customers, kept by triggers in the transaction that changes it: how many there are of each kind,
-- since when, and on which day they come to be at risk or lost; for all stores and for each.

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
comment on table customer_census is 'Active customers; sums over slots count. What has no day, and what came about in the past, stands under 0001-01-01';
select secure_merchant_table('customer_census', 'select');

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

-- Each connection has a slot of its own, more or less, so that writers do not wait for each other.
create function add_to_census(merchants uuid[], stores uuid[], whats text[], days date[], numbers int[]) returns void
language sql set search_path = public, pg_temp as $$
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
            cross join lateral is_contact(n.merchant_id, n.id) is_contact
            cross join lateral census_stores(n.merchant_id, n.id) s
            cross join lateral (
              select w.*, -1 as sign from census_of(o.status, census_kind(o.type, is_contact), o.customer_since, f.at_risk_on, f.lost_on) w
              union all
              select w.*, 1 from census_of(n.status, census_kind(n.type, is_contact), n.customer_since, f.at_risk_on, f.lost_on) w) c
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
            cross join lateral census_of(c.status, census_kind(c.type, is_contact(c.merchant_id, c.id)), c.customer_since, f.at_risk_on, f.lost_on) w
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
            cross join lateral census_stores(p.merchant_id, p.contact_id) s
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

-- Whoever writes figures has locked the customers: their status and stores stay as they are meanwhile. New rows have no figures yet.
create function stats_census_updated() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(x.sign))
    from (select n.merchant_id, s.store_id, w.what, w.day, w.sign
            from new_rows n join old_rows o on o.merchant_id = n.merchant_id and o.customer_id = n.customer_id
            join customers c on c.merchant_id = n.merchant_id and c.id = n.customer_id and c.status = 'active'
            cross join lateral census_stores(n.merchant_id, n.customer_id) s
            cross join lateral (values ('atRisk', o.at_risk_on, -1), ('lost', o.lost_on, -1),
                                       ('atRisk', n.at_risk_on, 1), ('lost', n.lost_on, 1)) w(what, day, sign)
           where (o.at_risk_on, o.lost_on) is distinct from (n.at_risk_on, n.lost_on) and w.day is not null) x
  having count(*) > 0;
  return null;
end $$;
create trigger customer_stats__census_updated after update on customer_stats
  referencing old table as old_rows new table as new_rows for each statement execute function stats_census_updated();

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
  cross join lateral census_stores(c.merchant_id, c.id) s
  cross join lateral census_of(c.status, census_kind(c.type, is_contact(c.merchant_id, c.id)), c.customer_since, null, null) w
 group by 1, 2, 3, 4;

revoke execute on function all_stores(), census_of(text, text, date, date, date), census_kind(text, boolean), census_stores(uuid, uuid),
  is_contact(uuid, uuid), add_to_census(uuid[], uuid[], text[], date[], int[]), customers_census_inserted(), customers_census_updated(),
  stores_census_changed(), affiliations_census_changed(), stats_census_updated(), fold_census(uuid, date) from public;
-- For verify, which counts again, and for the job that folds.
grant execute on function all_stores(), census_of(text, text, date, date, date), census_kind(text, boolean), census_stores(uuid, uuid),
  is_contact(uuid, uuid), fold_census(uuid, date) to clientele_app;
