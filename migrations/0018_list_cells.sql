-- What a list shows of a customer stands written in its search row, so that a page is one walk along one table. Looked up
-- in the customer's row and its organizations' and formatted anew for each page, it took PostgreSQL three times as long
-- and the server twice. Tags and stores stay numbers: their names change for all customers at once.

create function json_text(value text) returns text
  language sql stable parallel safe as $$ select coalesce(to_json(value)::text, 'null') $$;

create function json_day(value date) returns text
  language sql stable parallel safe as $$ select coalesce(to_json(value)::text, 'null') $$;

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

-- Writers lock customers first; nobody writes meanwhile.
lock table customers, affiliations, customer_search in share row exclusive mode;
-- Rows are written anew, and with them their index entries: those are quicker made at the end.
drop index customer_search__trigram_idx;
update customer_search s set cells = list_cells(c), organizations = list_organizations(s.merchant_id, s.customer_id)
  from customers c where c.merchant_id = s.merchant_id and c.id = s.customer_id;
create index customer_search__trigram_idx on customer_search using gin (haystack gin_trgm_ops);
alter table customer_search alter column cells set not null;

comment on column customer_search.affiliated is 'Written by the release before this one, read by none';
create or replace view search_customers as
  select merchant_id, customer_id, sort_name, alt_name, haystack, business, inactive, tag_nos, store_nos, preferred_store_no, affiliated,
         cells, organizations
    from customer_search
   where merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid)
  with cascaded check option;

-- The application writes the rest of a search row; of these two it need not know. In all of these functions rows are looked
-- up by key, whatever the planner knows of the tables: a plan made while they were empty would read all of them for every
-- row of an import.
create function customer_search_inserted() returns trigger
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  select list_cells(c) into new.cells from customers c where c.merchant_id = new.merchant_id and c.id = new.customer_id;
  new.organizations := list_organizations(new.merchant_id, new.customer_id);
  return new;
end $$;
-- Whoever writes many gives them along: made set by set they cost a tenth.
create trigger customer_search__inserted before insert on customer_search
  for each row when (new.cells is null) execute function customer_search_inserted();

create function customers_updated() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update customer_search s set cells = list_cells(c)
    from new_rows n join customers c on c.merchant_id = n.merchant_id and c.id = n.id
   where s.merchant_id = n.merchant_id and s.customer_id = n.id and s.cells <> list_cells(c);
  return null;
end $$;
create trigger customers__updated after update on customers
  referencing new table as new_rows for each statement execute function customers_updated();

-- The rows are locked first, in one order, and read by the next statement: what another transaction changed while we waited
-- for it is seen then.
create function write_list_organizations(merchant uuid, people uuid[]) returns void
  language plpgsql set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform from customer_search s where s.merchant_id = merchant and s.customer_id = any(people)
    order by s.customer_id for no key update;
  update customer_search s set organizations = list_organizations(s.merchant_id, s.customer_id)
   where s.merchant_id = merchant and s.customer_id = any(people)
     and s.organizations is distinct from list_organizations(s.merchant_id, s.customer_id);
end $$;

-- An organization that is renamed is renamed in the rows of its people.
create function organization_renamed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  perform write_list_organizations(new.merchant_id, array(
    select l.contact_id from affiliations l where l.merchant_id = new.merchant_id and l.organization_id = new.id));
  return null;
end $$;
create trigger customers__renamed after update of display_name, number on customers
  for each row when ((old.display_name, old.number) is distinct from (new.display_name, new.number))
  execute function organization_renamed();

-- The organizations stay as they are until this is committed: one that is being renamed by somebody else is waited for.
create function affiliations_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare changed record;
begin
  perform from customers g
    join (select distinct merchant_id, organization_id from changed_rows) n on g.merchant_id = n.merchant_id and g.id = n.organization_id
   order by g.id for share of g;
  for changed in select merchant_id, array_agg(distinct contact_id) as people from changed_rows group by merchant_id loop
    perform write_list_organizations(changed.merchant_id, changed.people);
  end loop;
  return null;
end $$;
create trigger affiliations__inserted after insert on affiliations
  referencing new table as changed_rows for each statement execute function affiliations_changed();
create trigger affiliations__deleted after delete on affiliations
  referencing old table as changed_rows for each statement execute function affiliations_changed();

create function affiliation_updated() returns trigger
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  perform write_list_organizations(new.merchant_id, array[new.contact_id]);
  return null;
end $$;
create trigger affiliations__updated after update of title, is_manager, is_primary, "from", until on affiliations
  for each row when ((old.title, old.is_manager, old.is_primary, old."from", old.until) is distinct from
                     (new.title, new.is_manager, new.is_primary, new."from", new.until))
  execute function affiliation_updated();

-- An affiliation belongs to its two; another pair is another affiliation.
create function affiliations_pair_kept() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'an affiliation keeps its contact and its organization: delete it and insert another';
end $$;
create trigger affiliations__pair_kept before update of contact_id, organization_id on affiliations
  for each row when ((old.contact_id, old.organization_id) is distinct from (new.contact_id, new.organization_id))
  execute function affiliations_pair_kept();

revoke execute on function json_text(text), json_day(date), json_instant(timestamptz), list_cells(customers),
  list_organizations(uuid, uuid), customer_search_inserted(), customers_updated(), write_list_organizations(uuid, uuid[]),
  organization_renamed(), affiliations_changed(), affiliation_updated(), affiliations_pair_kept() from public;
-- For verify, which compares, and for those who write many.
grant execute on function json_text(text), json_day(date), json_instant(timestamptz), list_cells(customers),
  list_organizations(uuid, uuid) to clientele_app;
