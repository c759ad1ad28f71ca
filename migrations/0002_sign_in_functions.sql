-- What runs before a merchant is known. Each function runs as the owner and returns no more than its step needs.

create function session_by_hash(hash bytea) returns table (
  session_id uuid, user_id uuid, user_name text, user_email text, user_locale text, role text, permissions text[], store_ids uuid[],
  last_seen_at timestamptz, merchant_id uuid, merchant_name text, currency char(3), country char(2), time_zone text,
  locale text, name_order text, setup text, required_personal text[], required_business text[])
language sql stable security definer set search_path = public as $$
  select s.id, u.id, u.name, u.email, u.locale, m.role, r.permissions, m.store_ids, s.last_seen_at,
         t.merchant_id, t.name, t.currency, t.country, t.time_zone, t.locale, t.name_order, t.setup,
         t.required_personal, t.required_business
    from sessions s
    join users u on u.id = s.user_id
    join memberships m on m.merchant_id = s.merchant_id and m.user_id = s.user_id
    join roles r on r.merchant_id = m.merchant_id and r.key = m.role
    join merchants t on t.merchant_id = s.merchant_id
   where s.token_hash = hash and s.expires_at > now()
$$;

create function api_key_by_hash(hash bytea) returns table (
  key_id uuid, key_name text, scopes text[], last_used_at timestamptz, merchant_id uuid, merchant_name text, currency char(3),
  country char(2), time_zone text, locale text, name_order text, setup text, required_personal text[], required_business text[])
language sql stable security definer set search_path = public as $$
  select k.id, k.name, k.scopes, k.last_used_at, t.merchant_id, t.name, t.currency, t.country, t.time_zone, t.locale,
         t.name_order, t.setup, t.required_personal, t.required_business
    from api_keys k join merchants t on t.merchant_id = k.merchant_id
   where k.key_hash = hash and k.revoked_at is null
$$;

create function credential_by_email(address text) returns table (user_id uuid, password_hash text)
language sql stable security definer set search_path = public as $$
  select u.id, c.password_hash from users u left join credentials c on c.user_id = u.id where u.email = address
$$;

create function memberships_of(person uuid) returns table (merchant_id uuid, merchant_name text, role text)
language sql stable security definer set search_path = public as $$
  select m.merchant_id, t.name, m.role from memberships m join merchants t using (merchant_id)
   where m.user_id = person order by t.name collate "C", m.merchant_id
$$;

create function people_of_merchant() returns table (user_id uuid, name text, email text, role text, store_ids uuid[])
language sql stable security definer set search_path = public as $$
  select u.id, u.name, u.email, m.role, m.store_ids from memberships m join users u on u.id = m.user_id
   where m.merchant_id = nullif(current_setting('app.merchant_id', true), '')::uuid order by u.name, u.id
$$;

create function has_owner() returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from memberships where role = 'owner')
$$;

create function merchant_ids() returns setof uuid
language sql stable security definer set search_path = public as $$ select merchant_id from merchants order by 1 $$;

create function session_open(id uuid, hash bytea, person uuid, merchant uuid, expires timestamptz, agent text) returns void
language sql security definer set search_path = public as $$
  insert into sessions (id, token_hash, user_id, merchant_id, expires_at, user_agent)
  select id, hash, person, merchant, expires, agent
   where exists (select from memberships m where m.user_id = person and m.merchant_id = merchant)
$$;

create function session_seen(hash bytea, until timestamptz) returns void
language sql security definer set search_path = public as $$
  update sessions set last_seen_at = now(), expires_at = until where token_hash = hash
$$;

create function session_close(hash bytea) returns void
language sql security definer set search_path = public as $$ delete from sessions where token_hash = hash $$;

create function sessions_close_others(person uuid, keep bytea) returns void
language sql security definer set search_path = public as $$
  delete from sessions where user_id = person and token_hash is distinct from keep
$$;

create function session_switch(hash bytea, merchant uuid) returns boolean
language sql security definer set search_path = public as $$
  with moved as (
    update sessions s set merchant_id = merchant
     where s.token_hash = hash and exists (select from memberships m where m.user_id = s.user_id and m.merchant_id = merchant)
    returning 1)
  select exists (select from moved)
$$;

create function password_hash_of(person uuid) returns text
language sql stable security definer set search_path = public as $$
  select password_hash from credentials where user_id = person
$$;

create function password_set(person uuid, hash text) returns void
language sql security definer set search_path = public as $$
  insert into credentials (user_id, password_hash) values (person, hash)
  on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now()
$$;

-- Uses the one-time link up: a second call finds nothing.
create function reset_by_hash(hash bytea) returns uuid
language sql security definer set search_path = public as $$
  delete from password_resets where token_hash = hash and expires_at > now() returning user_id
$$;

create function api_key_seen(merchant uuid, key_id uuid) returns void
language sql security definer set search_path = public as $$
  update api_keys set last_used_at = now() where merchant_id = merchant and id = key_id
$$;

-- The first owner of an installation, made by the first-start screen: only while there is none.
create function first_owner(merchant uuid, business text, currency char(3), country char(2), zone text, lang text, normaliser int,
                            person uuid, owner_name text, owner_email text, hash text, role_rows jsonb, tag_rows jsonb) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtext('clientele.first_owner'));
  if has_owner() then return false; end if;
  perform make_merchant(merchant, business, currency, country, zone, lang, normaliser, role_rows, tag_rows);
  insert into users (id, email, name, locale) values (person, owner_email, owner_name, lang);
  insert into credentials (user_id, password_hash) values (person, hash);
  insert into memberships (merchant_id, user_id, role) values (merchant, person, 'owner');
  return true;
end $$;

-- For the owner's commands and first_owner: a merchant with its roles and first tags.
create function make_merchant(merchant uuid, business text, currency char(3), country char(2), zone text, lang text, normaliser int,
                              role_rows jsonb, tag_rows jsonb) returns void
language plpgsql set search_path = public as $$
begin
  insert into merchants (merchant_id, name, currency, country, time_zone, locale, normaliser_version)
  values (merchant, business, currency, country, zone, lang, normaliser);
  insert into roles (merchant_id, key, name, permissions)
  select merchant, r.key, r.name, r.permissions from jsonb_to_recordset(role_rows) as r(key text, name text, permissions text[]);
  insert into tags (merchant_id, id, tag_no, name, name_key, color)
  select merchant, t.id, t.tag_no, t.name, t.name_key, t.color
    from jsonb_to_recordset(tag_rows) as t(id uuid, tag_no int, name text, name_key text, color text);
end $$;
revoke execute on function make_merchant(uuid, text, char, char, text, text, int, jsonb, jsonb) from public;

do $$
declare f text;
begin
  foreach f in array array[
    'session_by_hash(bytea)', 'api_key_by_hash(bytea)', 'credential_by_email(text)', 'memberships_of(uuid)', 'people_of_merchant()',
    'has_owner()', 'merchant_ids()', 'session_open(uuid, bytea, uuid, uuid, timestamptz, text)', 'session_seen(bytea, timestamptz)',
    'session_close(bytea)', 'sessions_close_others(uuid, bytea)', 'session_switch(bytea, uuid)', 'password_hash_of(uuid)',
    'password_set(uuid, text)', 'reset_by_hash(bytea)', 'api_key_seen(uuid, uuid)',
    'first_owner(uuid, text, char, char, text, text, int, uuid, text, text, text, jsonb, jsonb)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to clientele_app', f);
  end loop;
end $$;
