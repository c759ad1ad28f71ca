-- Exports: which customers, in which format, how far it is, and the file that it became, kept for a day.
create table exports (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('customers')),
  format text not null check (format in ('csv', 'xlsx', 'json', 'vcf')),
  filter jsonb not null default '{}',
  customer_ids uuid[],
  columns text[],
  state text not null check (state in ('queued', 'running', 'succeeded', 'failed')),
  rows int not null default 0,
  file_name text not null,
  storage_key text,
  bytes bigint,
  sha256 bytea,
  error text,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  store_scope uuid[],
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz not null default now() + interval '24 hours',
  primary key (merchant_id, id)
);
comment on column exports.customer_ids is 'A selection in place of a filter';
comment on column exports.columns is 'Null: those that bring everything back when the file is imported';
comment on column exports.storage_key is 'Of the attempt that writes or wrote the file; another key means that it was begun anew';
comment on column exports.store_scope is 'The stores that the exporting user is limited to; null for all';
select secure_merchant_table('exports', 'select, insert, update, delete');

-- A permission of its own: reading customers one by one does not mean carrying all of them away.
update roles set permissions = array_append(permissions, 'customers.export')
 where key in ('owner', 'manager') and not 'customers.export' = any(permissions);
