-- Who uses Clientele: merchants (tenants), users, and what lets them in.
-- The extension serves substring search (customer_search); nothing else is ever required.
create extension if not exists pg_trgm;

-- The one safety rule of every merchant table: rows of other merchants do not exist for the application role.
-- The sub-select makes PostgreSQL read the setting once per statement, not once per row.
create function secure_merchant_table(target regclass, privileges text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy merchant_rows on %s using (merchant_id = (select nullif(current_setting(''app.merchant_id'', true), '''')::uuid))
       with check (merchant_id = (select nullif(current_setting(''app.merchant_id'', true), '''')::uuid))', target);
  execute format('grant %s on %s to clientele_app', privileges, target);
end $$;
revoke execute on function secure_merchant_table(regclass, text) from public;

create table merchants (
  merchant_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  currency char(3) not null,
  country char(2) not null,
  time_zone text not null,
  locale text not null,
  name_order text not null default 'last' check (name_order in ('last', 'first')),
  setup text not null default 'hybrid' check (setup in ('hierarchy', 'flat', 'hybrid')),
  required_personal text[] not null default '{}',
  required_business text[] not null default '{}',
  normaliser_version int not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column merchants.name_order is 'Which name people are listed by: last (Garcia, Maria) or first (Maria Garcia)';
comment on column merchants.normaliser_version is 'Version of the text normaliser that wrote the search rows; they are rewritten when it changes';
select secure_merchant_table('merchants', 'select, update');

create table users (
  id uuid primary key,
  email text collate "C" not null constraint users__email_key unique,
  name text not null,
  locale text,
  created_at timestamptz not null default now()
);
comment on table users is 'People who sign in. Global: one email may belong to several merchants; reached through definer functions only';

create table credentials (
  user_id uuid primary key references users on delete cascade,
  password_hash text not null,
  changed_at timestamptz not null default now()
);

create table roles (
  merchant_id uuid not null references merchants on delete cascade,
  key text not null,
  name text not null,
  permissions text[] not null,
  primary key (merchant_id, key)
);
select secure_merchant_table('roles', 'select, insert, update, delete');

create table memberships (
  merchant_id uuid not null references merchants on delete cascade,
  user_id uuid not null references users on delete cascade,
  role text not null,
  store_ids uuid[],
  created_at timestamptz not null default now(),
  primary key (merchant_id, user_id),
  constraint memberships__role_fk foreign key (merchant_id, role) references roles on delete restrict
);
comment on column memberships.store_ids is 'Null: every store of the merchant';
create index memberships__user_idx on memberships (user_id);
select secure_merchant_table('memberships', 'select, insert, update, delete');

create table sessions (
  id uuid primary key,
  token_hash bytea not null constraint sessions__token_hash_key unique,
  user_id uuid not null references users on delete cascade,
  merchant_id uuid not null references merchants on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text
);
create index sessions__user_idx on sessions (user_id);

create table password_resets (
  token_hash bytea primary key,
  user_id uuid not null references users on delete cascade,
  expires_at timestamptz not null
);

create table api_keys (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  name text not null,
  key_hash bytea not null constraint api_keys__key_hash_key unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (merchant_id, id)
);
select secure_merchant_table('api_keys', 'select, insert, update');

create table user_preferences (
  merchant_id uuid not null,
  user_id uuid not null,
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (merchant_id, user_id, key),
  constraint user_preferences__membership_fk foreign key (merchant_id, user_id) references memberships on delete cascade
);
select secure_merchant_table('user_preferences', 'select, insert, update, delete');

-- A POST with an Idempotency-Key: its answer is kept in the same transaction as its effect.
create table idempotency_keys (
  merchant_id uuid not null references merchants on delete cascade,
  actor_id uuid not null,
  key text not null,
  request_digest bytea not null,
  status smallint not null,
  etag text,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (merchant_id, actor_id, key)
);
create index idempotency_keys__created_at_idx on idempotency_keys (merchant_id, created_at);
select secure_merchant_table('idempotency_keys', 'select, insert, delete');
