-- What a list shows of a customer's figures stands in the search row as well: fifty look-ups in customer_stats and their texts took
-- PostgreSQL twice as long as the rest of a page. An order writes one row more for it, and no index entry.

-- In the order of figureColumns (server/src/modules/customers/list/list.figures.rules.ts); null for whom nothing is known.
create function list_figures(s customer_stats) returns text
  language sql stable parallel safe as $$
  select case when s.last_day is not null or s.snoozed_until is not null or s.orders <> 0 or s.revenue_total <> 0 then
    concat_ws('|', coalesce(to_char(s.first_day::timestamp, 'YYYY-MM-DD'), ''), coalesce(to_char(s.last_day::timestamp, 'YYYY-MM-DD'), ''),
              coalesce(to_char(s.at_risk_on::timestamp, 'YYYY-MM-DD'), ''), coalesce(to_char(s.lost_on::timestamp, 'YYYY-MM-DD'), ''),
              coalesce(s.usual_gap::text, ''), coalesce(to_char(s.snoozed_until::timestamp, 'YYYY-MM-DD'), ''),
              coalesce(public.json_instant(s.first_order_at), ''), coalesce(public.json_instant(s.last_order_at), ''),
              s.orders, s.visits, s.revenue_6m, s.revenue_total) end
$$;

alter table customer_search add column figures text;
comment on column customer_search.figures is 'list_figures of the customer; kept by triggers';

-- Writers lock customers and figures first; nobody writes meanwhile.
lock table customers, customer_stats, customer_search in share row exclusive mode;
drop index customer_search__trigram_idx;
update customer_search s set figures = list_figures(f)
  from customer_stats f where f.merchant_id = s.merchant_id and f.customer_id = s.customer_id and list_figures(f) is not null;
create index customer_search__trigram_idx on customer_search using gin (haystack gin_trgm_ops);

create or replace view search_customers as
  select merchant_id, customer_id, sort_name, alt_name, haystack, business, inactive, tag_nos, store_nos, preferred_store_no, affiliated,
         cells, organizations, figures
    from customer_search
   where merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid)
  with cascaded check option;

-- Locked in the order of ids, as others lock search rows: an update alone goes in the order in which they lie. What becomes of each
-- stands in an object by their ids: a join that was planned while the table was empty compares each with all others.
create function customer_stats_written() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare changed record;
begin
  for changed in
    select merchant_id, array_agg(customer_id order by customer_id) as people, jsonb_object_agg(customer_id, list_figures(n)) as figures
      from new_rows n group by merchant_id
  loop
    perform from customer_search s where s.merchant_id = changed.merchant_id and s.customer_id = any(changed.people)
      order by s.customer_id for no key update;
    update customer_search s set figures = changed.figures ->> s.customer_id::text
     where s.merchant_id = changed.merchant_id and s.customer_id = any(changed.people)
       and s.figures is distinct from changed.figures ->> s.customer_id::text;
  end loop;
  return null;
end $$;
create trigger customer_stats__inserted after insert on customer_stats
  referencing new table as new_rows for each statement execute function customer_stats_written();
create trigger customer_stats__updated after update on customer_stats
  referencing new table as new_rows for each statement execute function customer_stats_written();

-- A search row that was missing has its figures as well.
create or replace function customer_search_inserted() returns trigger
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  select list_cells(c) into new.cells from customers c where c.merchant_id = new.merchant_id and c.id = new.customer_id;
  new.organizations := list_organizations(new.merchant_id, new.customer_id);
  select list_figures(f) into new.figures from customer_stats f
   where f.merchant_id = new.merchant_id and f.customer_id = new.customer_id;
  return new;
end $$;

revoke execute on function list_figures(customer_stats), customer_stats_written() from public;
grant execute on function list_figures(customer_stats) to clientele_app;
