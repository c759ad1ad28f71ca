-- A definer function takes the proof of its step (a session's or a link's hash), not whom to act for; none of them can be
-- led astray by temporary tables.
create function password_of_session(hash bytea) returns text
language sql stable security definer as $$
  select c.password_hash from sessions s join credentials c on c.user_id = s.user_id
   where s.token_hash = hash and s.expires_at > now()
$$;

create function password_change(hash bytea, new_hash text) returns boolean
language sql security definer as $$
  with person as (select user_id from sessions where token_hash = hash and expires_at > now()),
  changed as (
    update credentials c set password_hash = new_hash, changed_at = now() from person p where c.user_id = p.user_id returning c.user_id),
  others as (delete from sessions s using changed c where s.user_id = c.user_id and s.token_hash <> hash)
  select exists (select from changed)
$$;

create function password_reset_by_hash(hash bytea, new_hash text) returns boolean
language sql security definer as $$
  with link as (delete from password_resets where token_hash = hash and expires_at > now() returning user_id),
  kept as (
    insert into credentials (user_id, password_hash) select user_id, new_hash from link
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now() returning user_id),
  ended as (delete from sessions s using kept k where s.user_id = k.user_id)
  select exists (select from kept)
$$;

drop function password_hash_of(uuid);
drop function password_set(uuid, text);
drop function sessions_close_others(uuid, bytea);
drop function reset_by_hash(bytea);

-- An installation is claimed when it holds a merchant, whatever became of its owner since.
create or replace function has_owner() returns boolean
language sql stable security definer as $$ select exists (select from merchants) $$;

do $$
declare f regprocedure;
begin
  foreach f in array array[
    'password_of_session(bytea)', 'password_change(bytea, text)', 'password_reset_by_hash(bytea, text)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to clientele_app', f);
  end loop;
  for f in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('alter function %s set search_path = public, pg_temp', f);
  end loop;
end $$;

alter table idempotency_keys add column location text;
comment on column idempotency_keys.location is 'Where the first request''s new record is; a repeat is told the same';
