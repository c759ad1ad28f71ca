-- Imports: the file, how it is read, how far it is, and what of it was refused or not understood.
create table imports (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('customers')),
  state text not null check (state in ('queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled')),
  is_held boolean not null default false,
  dry_run boolean not null,
  storage_key text,
  file_name text not null,
  file_bytes bigint not null,
  file_sha256 bytea not null,
  wanted jsonb,
  mapping jsonb,
  headers text[],
  delimiter text,
  assumptions jsonb not null default '[]',
  unread_columns jsonb not null default '[]',
  total int,
  processed int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  warnings int not null default 0,
  error_code text,
  error_message text,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  store_scope uuid[],
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (merchant_id, id)
);
comment on column imports.storage_key is 'Where the file lies; null when it has gone, some time after the end';
comment on column imports.is_held is 'Uploaded to be looked at first: waits for its start';
comment on column imports.wanted is 'The mapping as the caller gave it; mapping is the one that was used';
comment on column imports.processed is 'Rows of the file that are done, and so the place from which a stopped import goes on';
comment on column imports.store_scope is 'The stores that the importing user is limited to; null for all';
select secure_merchant_table('imports', 'select, insert, update');

create table import_issues (
  merchant_id uuid not null,
  import_id uuid not null,
  is_rejected boolean not null,
  row_no int not null,
  cells text[] not null,
  reasons jsonb not null,
  primary key (merchant_id, import_id, is_rejected, row_no),
  constraint import_issues__import_fk foreign key (merchant_id, import_id) references imports on delete cascade
);
comment on table import_issues is 'Rows that were rejected or came in with warnings: their cells as they were, and why';
select secure_merchant_table('import_issues', 'select, insert, update, delete');

-- What only the rest of the file can tell: whom its own ids mean, and ties to customers that come later in it.
create table import_ids (
  merchant_id uuid not null,
  import_id uuid not null,
  file_id uuid not null,
  customer_id uuid not null,
  primary key (merchant_id, import_id, file_id),
  constraint import_ids__import_fk foreign key (merchant_id, import_id) references imports on delete cascade
);
comment on table import_ids is 'Customers of our own export by the ids that the file has for them';
create index import_ids__customer_idx on import_ids (merchant_id, import_id, customer_id);
select secure_merchant_table('import_ids', 'select, insert, delete');

create table import_ties (
  merchant_id uuid not null,
  import_id uuid not null,
  row_no int not null,
  customer_id uuid not null,
  is_unchanged boolean not null,
  fields jsonb not null,
  cells text[] not null,
  primary key (merchant_id, import_id, row_no),
  constraint import_ties__import_fk foreign key (merchant_id, import_id) references imports on delete cascade
);
comment on table import_ties is 'Organizations and managers named by ids that had not come yet: tied when the whole file is read';
select secure_merchant_table('import_ties', 'select, insert, delete');

-- COPY is refused under row-level security, so rows go into an unlogged table of the import's own and from there, set by
-- set, into the tables of the merchant. A crash of the database empties it, and nothing counts on it.
create function staging_open(import uuid) returns void
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
       preferred_store_no int, affiliated boolean, key_kinds text[], key_values text[], activity_id uuid, before jsonb, after jsonb)', place);
  execute format('grant select, insert, truncate on %I.staged to clientele_app', place);
end $$;

create function staging_close(import uuid) returns void
language plpgsql security definer set search_path = public as $$
declare merchant uuid := nullif(current_setting('app.merchant_id', true), '')::uuid;
begin
  if not exists (select from imports i where i.merchant_id = merchant and i.id = import) then
    raise exception 'there is no such import';
  end if;
  execute format('drop schema if exists %I cascade', 'staging_' || replace(import::text, '-', ''));
end $$;
revoke execute on function staging_open(uuid), staging_close(uuid) from public;
grant execute on function staging_open(uuid), staging_close(uuid) to clientele_app;

-- Whoever may manage customers may bring them in.
update roles set permissions = array_append(permissions, 'customers.import')
 where key in ('owner', 'manager') and not 'customers.import' = any(permissions);
