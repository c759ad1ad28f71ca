-- Whom an import brings without a day came to the business nobody knows when: they are not new for having been brought. And whom
-- a row with a warning made, so that it changes them when it comes again mended.

alter table customers add column unknown_since date;
comment on column customers.unknown_since is 'The day on which an import brought them that did not say since when they are customers; while customer_since is this day, that is not known';
-- The list of new customers, where a million came whose day is not known.
create index customers__known_since_idx on customers (merchant_id, customer_since, id) where unknown_since is distinct from customer_since;
alter table import_issues add column customer_id uuid;
comment on column import_issues.customer_id is 'Whom the row made or meant; null of one that was rejected, or that named somebody whom a row before it means';

create or replace function customers_census_inserted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(all_stores()), array_agg(x.what), array_agg(x.day), array_agg(x.n))
    from (select n.merchant_id, c.what, c.day, count(*)::int as n
            from new_rows n cross join lateral census_of(n.status, census_kind(n.type, false), nullif(n.customer_since, n.unknown_since), null, null) c
           group by 1, 2, 3) x;
  return null;
end $$;

create or replace function customers_census_updated() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(x.sign))
    from (select k.merchant_id, s.store_id, w.what, w.day, k.sign
            from (select r.merchant_id, r.id, r.status, r.type, r.since, sum(r.sign)::int as sign
                    from (select merchant_id, id, status, type, nullif(customer_since, unknown_since) as since, 1 as sign from new_rows
                          union all
                          select merchant_id, id, status, type, nullif(customer_since, unknown_since), -1 from old_rows) r
                   group by 1, 2, 3, 4, 5 having sum(r.sign) <> 0) k
            left join lateral (select f.at_risk_on, f.lost_on from customer_stats f
                                where f.merchant_id = k.merchant_id and f.customer_id = k.id offset 0) f on true
            cross join lateral is_contact(k.merchant_id, k.id) is_contact
            cross join lateral census_stores(k.merchant_id, k.id) s
            cross join lateral census_of(k.status, census_kind(k.type, is_contact), k.since, f.at_risk_on, f.lost_on) w) x
  having count(*) > 0;
  return null;
end $$;

create or replace function stores_census_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform add_to_census(array_agg(x.merchant_id), array_agg(x.store_id), array_agg(x.what), array_agg(x.day), array_agg(x.n))
    from (select l.merchant_id, l.store_id, w.what, w.day, (case when tg_op = 'INSERT' then 1 else -1 end) * count(*)::int as n
            from changed_rows l join customers c on c.merchant_id = l.merchant_id and c.id = l.customer_id
            left join customer_stats f on f.merchant_id = l.merchant_id and f.customer_id = l.customer_id
            cross join lateral census_of(c.status, census_kind(c.type, exists (
              select from affiliations a where a.merchant_id = c.merchant_id and a.contact_id = c.id)), nullif(c.customer_since, c.unknown_since), f.at_risk_on, f.lost_on) w
           group by 1, 2, 3, 4) x
  having count(*) > 0;
  return null;
end $$;
