-- An order is one row: it is read, written and counted as a whole, and its parts are JSON documents
-- (docs/decisions/0014-an-order-is-one-row.md). Amounts are minor units of the merchant's currency.

create table orders (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  source text collate "C" not null check (length(source) between 1 and 60),
  external_id text collate "C" not null check (length(external_id) between 1 and 200),
  number text, number_key text collate "C",
  receipt_number text, receipt_key text collate "C",
  kind text not null check (kind in ('sale', 'order', 'subscription')),
  channel text not null check (channel in ('pos', 'web', 'phone', 'catering', 'other')),
  status text not null check (status in ('draft', 'open', 'confirmed', 'fulfilled', 'completed', 'cancelled', 'refunded')),
  counts boolean not null generated always as (status in ('open', 'confirmed', 'fulfilled', 'completed', 'refunded')) stored,
  source_updated_at timestamptz,
  store_id uuid,
  customer_id uuid,
  organization_id uuid,
  customer_pinned boolean not null default false,
  customer_reference jsonb,
  placed_at timestamptz not null,
  local_day date not null,
  fulfil_at timestamptz,
  currency char(3) not null,
  purchase_order text, note text, staff text,
  items jsonb not null default '[]',
  discounts jsonb not null default '[]',
  taxes jsonb not null default '[]',
  payments jsonb not null default '[]',
  refunds jsonb not null default '[]',
  shipments jsonb not null default '[]',
  recurrence jsonb,
  gross bigint not null, discount bigint not null, net bigint not null, tax bigint not null,
  service_charge bigint not null, shipping bigint not null, tip bigint not null, total bigint not null,
  paid bigint not null, refunded bigint not null, due bigint not null, rounding bigint not null,
  digest bytea not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (merchant_id, id),
  constraint orders__external_key unique (merchant_id, external_id, source),
  constraint orders__store_fk foreign key (merchant_id, store_id) references stores on delete set null (store_id),
  constraint orders__customer_fk foreign key (merchant_id, customer_id) references customers on delete set null (customer_id),
  constraint orders__organization_fk foreign key (merchant_id, organization_id) references customers on delete set null (organization_id)
);
comment on column orders.local_day is 'The day of placed_at in the store''s zone (else the merchant''s) when it was written';
comment on column orders.organization_id is 'Given, else the customer''s primary organization when it was written; null when the customer is that organization';
comment on column orders.customer_pinned is 'Set by a user: what the source sends later keeps it';
comment on column orders.digest is 'SHA-256 of what the source said, read and reckoned: the same again changes nothing';
comment on column orders.customer_reference is 'What the source names and nobody, or more than one, is known by';
create index orders__placed_idx on orders (merchant_id, placed_at, id);
create index orders__customer_idx on orders (merchant_id, customer_id, placed_at, id) where customer_id is not null;
create index orders__organization_idx on orders (merchant_id, organization_id, placed_at, id) where organization_id is not null;
create index orders__number_idx on orders (merchant_id, number_key) where number_key is not null;
create index orders__receipt_idx on orders (merchant_id, receipt_key) where receipt_key is not null;
create index orders__coming_idx on orders (merchant_id, customer_id) where status in ('open', 'confirmed') and fulfil_at is not null;
create index orders__coming_for_idx on orders (merchant_id, organization_id) where status in ('open', 'confirmed') and fulfil_at is not null;
select secure_merchant_table('orders', 'select, insert, update');

-- Who is here already may do what their role may at businesses made from now on.
update roles set permissions = permissions || array['orders.read', 'orders.write']
 where key in ('owner', 'manager', 'staff') and not 'orders.read' = any(permissions);
