-- What the list shows of a customer's own row, written when the row is and read with every page: fifty rows of ten values
-- formatted anew for each page took PostgreSQL as long as finding them, and the server longer. Adding the column rewrites
-- the table (about a minute for a million customers).
create function json_text(value text) returns text
  language sql immutable parallel safe as $$ select coalesce(to_json(value)::text, 'null') $$;

-- In UTC and with numbers only there is no setting that this depends on.
create function json_instant(value timestamptz) returns text
  language sql immutable parallel safe as
  $$ select coalesce(to_char(value at time zone 'utc', '"\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""'), 'null') $$;

create function json_day(value date) returns text
  language sql immutable parallel safe as $$ select coalesce('"' || to_char(value, 'YYYY-MM-DD') || '"', 'null') $$;

alter table customers add column list_cells text not null generated always as (
  '"id":"' || id::text
  || E'",\n"type":"' || type
  || E'",\n"status":"' || status
  || E'",\n"displayName":' || json_text(display_name)
  || E',\n"number":' || json_text(number)
  || E',\n"email":' || json_text(email)
  || E',\n"phone":' || json_text(phone)
  || E',\n"photoUrl":' || case when photo_id is null then 'null' else '"/api/v1/files/' || photo_id::text || '"' end
  || E',\n"createdAt":' || json_instant(created_at)
  || E',\n"version":' || version::text
) stored;
-- An organization as its people's rows show it.
alter table customers add column organization_cells text generated always as (
  case when type = 'business' then '"id":"' || id::text || '","number":' || json_text(number) || ',"name":' || json_text(display_name) end
) stored;
alter table affiliations add column list_cells text not null generated always as (
  '"title":' || json_text(title)
  || ',"isManager":' || is_manager::text
  || ',"isPrimary":' || is_primary::text
  || ',"from":' || json_day("from")
  || ',"until":' || json_day(until)
) stored;
comment on column customers.list_cells is 'Members of a JSON object, one a line, in the order of listCells (customer.fields.ts)';
