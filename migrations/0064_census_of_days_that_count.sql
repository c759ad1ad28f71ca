-- Most customers of a file came long ago, each on a day of their own, and orders of past years make people be at risk on as many.
-- Nobody asks for these days any more: they are added under the first of all at once, where fold_census would bring them at night.

-- How many days back "since" is told day by day; the card of new customers looks back 30, whatever the merchant's time zone.
create function census_day(what text, day date) returns date
language sql stable parallel safe as $$
  select case when what = 'since' and day < current_date - 60 or what in ('atRisk', 'lost') and day < current_date - 1
              then date '0001-01-01' else day end
$$;

create or replace function add_to_census(merchants uuid[], stores uuid[], whats text[], days date[], numbers int[]) returns void
language sql set search_path = public, pg_temp as $$
  insert into customer_census as t (merchant_id, store_id, what, day, slot, n)
    select d.m, d.s, d.w, census_day(d.w, d.d), pg_backend_pid() % 64, sum(d.n)::int
      from unnest(merchants, stores, whats, days, numbers) d(m, s, w, d, n)
     group by 1, 2, 3, 4 having sum(d.n) <> 0 order by 1, 2, 3, 4
  on conflict (merchant_id, store_id, what, day, slot) do update set n = t.n + excluded.n
$$;

create or replace function fold_census(merchant uuid, today date) returns void
language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from customer_census c using (
      select store_id, what, day, slot from customer_census
       where merchant_id = merchant
         and (slot <> 1000 or n = 0 or day > '0001-01-01' and (what in ('atRisk', 'lost') and day <= today or census_day(what, day) <> day))
         and merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid)
       order by store_id, what, day, slot for update skip locked) g
     where c.merchant_id = merchant and (c.store_id, c.what, c.day, c.slot) = (g.store_id, g.what, g.day, g.slot)
    returning c.store_id, c.what,
              case when c.what in ('atRisk', 'lost') and c.day <= today then '0001-01-01' else census_day(c.what, c.day) end as day, c.n)
  insert into customer_census as t (merchant_id, store_id, what, day, slot, n)
    select merchant, g.store_id, g.what, g.day, 1000, sum(g.n)::int from gone g group by 1, 2, 3, 4 having sum(g.n) <> 0 order by 1, 2, 3, 4
  on conflict (merchant_id, store_id, what, day, slot) do update set n = t.n + excluded.n
$$;

revoke execute on function census_day(text, date) from public;
grant execute on function census_day(text, date) to clientele_app;
comment on table customer_census is 'Active customers; sums over slots count. What has no day, what was before today (at risk, lost) and what was more than 60 days ago (since) stands under 0001-01-01';
