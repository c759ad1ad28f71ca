-- What a list shows of a customer, also of one whose row is still to be found: an import would look up each that it has just written.
create function list_cells(id uuid, type text, status text, display_name text, number text, email text, phone text, photo_id uuid,
                           created_at timestamptz, version int) returns text
language sql stable parallel safe as $$
  select '"id":"' || id::text
    || E'",\n"type":"' || type
    || E'",\n"status":"' || status
    || E'",\n"displayName":' || json_text(display_name)
    || E',\n"number":' || json_text(number)
    || E',\n"email":' || json_text(email)
    || E',\n"phone":' || json_text(phone)
    || E',\n"photoUrl":' || case when photo_id is null then 'null' else '"/api/v1/files/' || photo_id::text || '"' end
    || E',\n"createdAt":' || json_instant(created_at)
    || E',\n"version":' || version::text
$$;
create or replace function list_cells(c customers) returns text
language sql stable parallel safe as $$
  select list_cells(c.id, c.type, c.status, c.display_name, c.number, c.email, c.phone, c.photo_id, c.created_at, c.version)
$$;
revoke execute on function list_cells(uuid, text, text, text, text, text, text, uuid, timestamptz, int) from public;
grant execute on function list_cells(uuid, text, text, text, text, text, text, uuid, timestamptz, int) to clientele_app;
