-- The sample business: made-up customers to look around in, a merchant of its own beside the one that it belongs to, and
-- gone without a trace when it is no longer wanted.
alter table merchants add column sample_of uuid
  constraint merchants__sample_fk references merchants on delete cascade;
comment on column merchants.sample_of is 'Of a sample business: the merchant who has it. Null for every real one';
create unique index merchants__sample_of_idx on merchants (sample_of) where sample_of is not null;

-- The first is where signing in leads: never the sample while there is another.
drop function memberships_of(uuid);
create function memberships_of(person uuid) returns table (merchant_id uuid, merchant_name text, role text, is_sample boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.merchant_id, t.name, m.role, t.sample_of is not null from memberships m join merchants t using (merchant_id)
   where m.user_id = person order by t.sample_of is not null, t.name collate "C", m.merchant_id
$$;

-- The sample of the merchant that the connection stands for, made if there is none; asked from inside it, itself. Owners are
-- owners there as well, and so is `person`, who asks.
create function sample_open(sample uuid, business text, normaliser int, role_rows jsonb, tag_rows jsonb, person uuid)
  returns table (id uuid, name text, is_new boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  home merchants;
  standing merchants;
begin
  -- Whoever asks at the same moment waits here, and finds it made.
  select m.* into strict home from merchants m
   where m.merchant_id = nullif(current_setting('app.merchant_id', true), '')::uuid for no key update;
  if home.sample_of is not null then
    return query select home.merchant_id, home.name, false;
    return;
  end if;
  select m.* into standing from merchants m where m.sample_of = home.merchant_id;
  if standing.merchant_id is null then
    perform make_merchant(sample, business, home.currency, home.country, home.time_zone, home.locale, normaliser, role_rows, tag_rows);
    update merchants m set sample_of = home.merchant_id, name_order = home.name_order where m.merchant_id = sample;
  end if;
  insert into memberships (merchant_id, user_id, role)
  select coalesce(standing.merchant_id, sample), m.user_id, 'owner' from memberships m
   where m.merchant_id = home.merchant_id and (m.role = 'owner' or m.user_id = person)
      on conflict do nothing;
  return query select coalesce(standing.merchant_id, sample), coalesce(standing.name, business), standing.merchant_id is null;
end $$;

-- Takes away the sample of the merchant that the connection stands for, or the one that it stands in. Answers the keys of
-- the files that its rows named, or null when there was none to take away. Whoever takes it away (`person`; null for a
-- program) stands in their own business then. Sessions of others that stand in it end with it: their pages show made-up
-- customers, and must not go on with real ones unasked.
create function sample_remove(person uuid) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.merchant_id', true), '')::uuid;
  sample merchants;
  import uuid;
  keys text[];
begin
  select m.* into sample from merchants m
   where m.sample_of is not null and here in (m.merchant_id, m.sample_of) for update;
  if sample.merchant_id is null then return null; end if;
  keys := array(
    select storage_key from files where merchant_id = sample.merchant_id
    union select storage_key from imports where merchant_id = sample.merchant_id and storage_key is not null
    union select storage_key from exports where merchant_id = sample.merchant_id and storage_key is not null);
  update sessions s set merchant_id = sample.sample_of
   where s.merchant_id = sample.merchant_id and s.user_id = person
     and exists (select from memberships m where m.merchant_id = sample.sample_of and m.user_id = person);
  delete from sessions where merchant_id = sample.merchant_id;
  -- One that runs at this moment finds nothing, and ends.
  perform graphile_worker.complete_jobs(array(
    select j.id from graphile_worker._private_jobs j where j.payload ->> 'merchantId' = sample.merchant_id::text));
  for import in select i.id from imports i where i.merchant_id = sample.merchant_id loop
    execute format('drop schema if exists %I cascade', 'staging_' || replace(import::text, '-', ''));
  end loop;
  -- In this order, because a role and a store must not go while anybody has them.
  delete from memberships where merchant_id = sample.merchant_id;
  delete from customers where merchant_id = sample.merchant_id;
  delete from merchants where merchant_id = sample.merchant_id;
  return keys;
end $$;

do $$
declare f regprocedure;
begin
  foreach f in array array[
    'memberships_of(uuid)', 'sample_open(uuid, text, int, jsonb, jsonb, uuid)', 'sample_remove(uuid)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to clientele_app', f);
  end loop;
end $$;
