-- What a list shows of a customer stands written in its search row, so that a page is one walk along one table. Looked up
-- in the customer's row and its organizations' and formatted anew for each page, it took PostgreSQL three times as long
-- and the server twice. Tags and stores stay numbers: their names change for all customers at once.

create function json_text(value text) returns text
  language sql stable parallel safe as $$ select coalesce(to_json(value)::text, 'null') $$;

create function json_day(value date) returns text
  language sql stable parallel safe as $$ select coalesce('"' || value::text || '"', 'null') $$;

create function json_instant(value timestamptz) returns text
  language sql stable parallel safe as $$ select to_char(value at time zone 'utc', '"\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""') $$;

-- Members of a JSON object, one a line, in the order of listCells (server/src/modules/customers/customer.fields.ts).
create function list_cells(c customers) returns text
  language sql stable parallel safe as $$
  select '"id":"' || c.id::text
    || E'",\n"type":"' || c.type
    || E'",\n"status":"' || c.status
    || E'",\n"displayName":' || json_text(c.display_name)
    || E',\n"number":' || json_text(c.number)
    || E',\n"email":' || json_text(c.email)
    || E',\n"phone":' || json_text(c.phone)
    || E',\n"photoUrl":' || case when c.photo_id is null then 'null' else '"/api/v1/files/' || c.photo_id::text || '"' end
    || E',\n"createdAt":' || json_instant(c.created_at)
    || E',\n"version":' || c.version::text
$$;

-- The organizations of a person, as members of a JSON array; null when there are none.
create function list_organizations(merchant uuid, person uuid) returns text
  language sql stable as $$
  select string_agg('{"id":"' || g.id::text || '","number":' || json_text(g.number) || ',"name":' || json_text(g.display_name)
      || ',"title":' || json_text(l.title) || ',"isManager":' || l.is_manager::text || ',"isPrimary":' || l.is_primary::text
      || ',"from":' || json_day(l."from") || ',"until":' || json_day(l.until) || '}', ',' order by l.is_primary desc, g.display_name, g.id)
    from affiliations l join customers g on g.merchant_id = l.merchant_id and g.id = l.organization_id
   where l.merchant_id = merchant and l.contact_id = person
$$;

-- Room on each page for a row that changes: its index entries then stay as they are.
alter table customer_search set (fillfactor = 85);
alter table customer_search add column cells text, add column organizations text;
comment on column customer_search.cells is 'list_cells of the customer; kept by triggers';
comment on column customer_search.organizations is 'list_organizations of the customer; kept by triggers';

-- Rows are written anew, and with them their index entries: those are quicker made at the end.
drop index customer_search__trigram_idx;
update customer_search s set cells = list_cells(c), organizations = list_organizations(s.merchant_id, s.customer_id)
  from customers c where c.merchant_id = s.merchant_id and c.id = s.customer_id;
create index customer_search__trigram_idx on customer_search using gin (haystack gin_trgm_ops);
alter table customer_search alter column cells set not null;

drop view search_customers;
alter table customer_search drop column affiliated;
create view search_customers as
  select merchant_id, customer_id, sort_name, alt_name, haystack, business, inactive, tag_nos, store_nos, preferred_store_no,
         cells, organizations
    from customer_search
   where merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid)
  with cascaded check option;
grant select, insert, update, delete on search_customers to clientele_app;

-- The application writes the rest of a search row; of these two it need not know. Rows are looked up by key, whatever the
-- planner knows of the tables: a plan made while they were empty would read all of them for every row of an import.
create function customer_search_inserted() returns trigger
  language plpgsql security definer set search_path = public set enable_seqscan = off as $$
begin
  select list_cells(c) into new.cells from customers c where c.merchant_id = new.merchant_id and c.id = new.customer_id;
  new.organizations := list_organizations(new.merchant_id, new.customer_id);
  return new;
end $$;
create trigger customer_search__inserted before insert on customer_search
  for each row execute function customer_search_inserted();

-- An organization that is renamed is renamed in the rows of its people.
create function customers_updated() returns trigger
  language plpgsql security definer set search_path = public
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update customer_search s set cells = list_cells(c)
    from new_rows n join customers c on c.merchant_id = n.merchant_id and c.id = n.id
   where s.merchant_id = n.merchant_id and s.customer_id = n.id and s.cells <> list_cells(c);
  if exists (select from new_rows n join old_rows o on o.merchant_id = n.merchant_id and o.id = n.id
              where (o.display_name, o.number) is distinct from (n.display_name, n.number)) then
    update customer_search s set organizations = list_organizations(s.merchant_id, s.customer_id)
      from new_rows n
      join old_rows o on o.merchant_id = n.merchant_id and o.id = n.id
      join affiliations l on l.merchant_id = n.merchant_id and l.organization_id = n.id
     where (o.display_name, o.number) is distinct from (n.display_name, n.number)
       and s.merchant_id = l.merchant_id and s.customer_id = l.contact_id;
  end if;
  return null;
end $$;
create trigger customers__updated after update on customers
  referencing old table as old_rows new table as new_rows for each statement execute function customers_updated();

create function affiliations_changed() returns trigger
  language plpgsql security definer set search_path = public
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update customer_search s set organizations = list_organizations(s.merchant_id, s.customer_id)
    from (select distinct merchant_id, contact_id from changed_rows) n
   where s.merchant_id = n.merchant_id and s.customer_id = n.contact_id
     and s.organizations is distinct from list_organizations(s.merchant_id, s.customer_id);
  return null;
end $$;
create trigger affiliations__inserted after insert on affiliations
  referencing new table as changed_rows for each statement execute function affiliations_changed();
create trigger affiliations__updated after update on affiliations
  referencing new table as changed_rows for each statement execute function affiliations_changed();
create trigger affiliations__deleted after delete on affiliations
  referencing old table as changed_rows for each statement execute function affiliations_changed();

-- As 0012 has it, less the column that is gone.
create or replace function staging_open(import uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  merchant uuid := nullif(current_setting('app.merchant_id', true), '')::uuid;
  place text := 'staging_' || replace(import::text, '-', '');
begin
  if not exists (select from imports i where i.merchant_id = merchant and i.id = import) then
    raise exception 'there is no such import';
  end if;
  execute format('create schema if not exists %I', place);
  execute format('grant usage on schema %I to clientele_app', place);
  execute format(
    'create unlogged table if not exists %I.staged (
       like public.customers including defaults, place int, is_new boolean,
       addresses jsonb, tag_ids uuid[], stores jsonb, organizations jsonb, sources text[], source_ids text[],
       sort_name text collate "C", alt_name text collate "C", haystack text collate "C", tag_nos int[], store_nos int[],
       preferred_store_no int, key_kinds text[], key_values text[], activity_id uuid, before jsonb, after jsonb)', place);
  execute format('grant select, insert, truncate on %I.staged to clientele_app', place);
end $$;

revoke execute on function json_text(text), json_day(date), json_instant(timestamptz), list_cells(customers),
  list_organizations(uuid, uuid), customer_search_inserted(), customers_updated(), affiliations_changed() from public;
-- For verify, which compares.
grant execute on function json_text(text), json_day(date), json_instant(timestamptz), list_cells(customers),
  list_organizations(uuid, uuid) to clientele_app;
