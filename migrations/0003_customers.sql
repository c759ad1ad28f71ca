-- Customers: people and companies in one table (the party model), with what belongs to them.

create table stores (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  store_no int not null,
  name text not null check (length(name) between 1 and 200),
  name_key text collate "C" not null,
  code text,
  phone text,
  email text,
  line1 text, line2 text, city text, state text, postal_code text, country char(2),
  time_zone text,
  closed_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (merchant_id, id),
  constraint stores__store_no_key unique (merchant_id, store_no),
  constraint stores__name_key unique (merchant_id, name_key),
  constraint stores__code_key unique (merchant_id, code)
);
comment on column stores.store_no is 'Small number that customer_search holds in place of the id';
comment on column stores.closed_on is 'A store is closed on a day, never deleted';
select secure_merchant_table('stores', 'select, insert, update');

create table tags (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  tag_no int not null,
  name text not null check (length(name) between 1 and 60),
  name_key text collate "C" not null,
  color text not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (merchant_id, id),
  constraint tags__tag_no_key unique (merchant_id, tag_no),
  constraint tags__name_key unique (merchant_id, name_key)
);
comment on column tags.name_key is 'Normalised name: VIP and vip are one tag';
select secure_merchant_table('tags', 'select, insert, update, delete');

create table custom_attributes (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  key text collate "C" not null check (key ~ '^[a-z][a-zA-Z0-9_]{0,59}$'),
  label text not null,
  kind text not null check (kind in ('text', 'longText', 'number', 'money', 'date', 'yesNo', 'choice', 'choices', 'url')),
  options text[] not null default '{}',
  group_name text,
  required boolean not null default false,
  filterable boolean not null default false,
  position int not null default 0,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (merchant_id, id),
  constraint custom_attributes__key_key unique (merchant_id, key)
);
select secure_merchant_table('custom_attributes', 'select, insert, update, delete');

create table files (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('photo')),
  storage_key text not null,
  content_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  created_at timestamptz not null default now(),
  primary key (merchant_id, id)
);
select secure_merchant_table('files', 'select, insert, delete');

create table customers (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  type text not null check (type in ('personal', 'business')),
  number text collate "C",
  display_name text not null,
  first_name text, middle_name text, last_name text, nickname text, salutation text,
  business_name text, registration_number text, tax_id text, tax_exempt boolean not null default false,
  website text, industry text,
  manager_id uuid,
  email text collate "C",
  additional_emails text[] not null default '{}',
  phone text collate "C",
  phones jsonb not null default '[]',
  gender text,
  birth_year smallint, birth_month smallint, birth_day smallint,
  nationality char(2), id_number text, anniversary date, gate_code text, notes text, preferred_language text,
  account_type text not null default 'guest' check (account_type in ('guest', 'registered')),
  status text not null default 'active' check (status in ('active', 'inactive')),
  do_not_serve boolean not null default false, do_not_serve_reason text,
  consent jsonb not null default '{}',
  photo_id uuid,
  billing_on_account boolean not null default false,
  billing_on_hold boolean not null default false,
  billing_require_purchase_order boolean not null default false,
  billing_discount_percent numeric(5, 2) not null default 0 check (billing_discount_percent between 0 and 100),
  billing_no_minimum_order boolean not null default false,
  billing_no_delivery_charge boolean not null default false,
  billing_payment_terms text,
  billing_credit_limit bigint,
  billing_invoice_notes text,
  billing_invoice_emails text[] not null default '{}',
  attributes jsonb not null default '{}',
  salesperson text,
  customer_since date not null,
  registered_at timestamptz, last_login_at timestamptz, last_activity_at timestamptz, last_password_reset_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  inactivated_at timestamptz,
  version int not null default 1,
  primary key (merchant_id, id),
  constraint customers__number_key unique (merchant_id, number),
  constraint customers__manager_fk foreign key (merchant_id, manager_id) references customers on delete set null (manager_id),
  constraint customers__photo_fk foreign key (merchant_id, photo_id) references files on delete set null (photo_id),
  constraint customers__birthday_check check ((birth_month is null) = (birth_day is null) and (birth_year is null or birth_month is not null))
);
comment on column customers.phones is 'List of {kind, number, digits, extension, valid, country, isPrimary}; number is E.164 when valid, else as typed';
comment on column customers.phone is 'number of the primary of phones';
comment on column customers.customer_since is 'Earliest of registered_at, first order, anniversary, imported creation date, created_at, as a local day';
comment on column customers.billing_credit_limit is 'Minor units of the merchant''s currency';
create index customers__created_at_idx on customers (merchant_id, created_at, id);
create index customers__customer_since_idx on customers (merchant_id, customer_since, id);
create index customers__email_idx on customers (merchant_id, email, id);
create index customers__type_idx on customers (merchant_id, type, id);
create index customers__manager_idx on customers (merchant_id, manager_id) where manager_id is not null;
select secure_merchant_table('customers', 'select, insert, update');

-- Attribute filters use an index that row-level security would refuse, so they read through the owner's view (docs/architecture.md).
create index customers__attributes_idx on customers using gin (attributes jsonb_path_ops);
create view customer_attribute_values as
  select merchant_id, id as customer_id, attributes from customers
   where merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid);
grant select on customer_attribute_values to clientele_app;

create table customer_addresses (
  merchant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  position int not null,
  label text, line1 text, line2 text, city text, state text, postal_code text, country char(2), country_text text, gate_code text,
  is_billing boolean not null default false,
  is_delivery boolean not null default false,
  primary key (merchant_id, customer_id, id),
  constraint customer_addresses__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
create unique index customer_addresses__billing_key on customer_addresses (merchant_id, customer_id) where is_billing;
create unique index customer_addresses__delivery_key on customer_addresses (merchant_id, customer_id) where is_delivery;
create index customer_addresses__postal_code_idx on customer_addresses (merchant_id, postal_code);
select secure_merchant_table('customer_addresses', 'select, insert, update, delete');

create table external_ids (
  merchant_id uuid not null,
  source text collate "C" not null,
  external_id text collate "C" not null,
  customer_id uuid not null,
  primary key (merchant_id, source, external_id),
  constraint external_ids__source_key unique (merchant_id, customer_id, source),
  constraint external_ids__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
select secure_merchant_table('external_ids', 'select, insert, update, delete');

create table affiliations (
  merchant_id uuid not null,
  contact_id uuid not null,
  organization_id uuid not null,
  title text,
  is_manager boolean not null default false,
  is_primary boolean not null default false,
  "from" date,
  until date,
  sort_name text collate "C" not null,
  primary key (merchant_id, contact_id, organization_id),
  constraint affiliations__contact_fk foreign key (merchant_id, contact_id) references customers on delete cascade,
  constraint affiliations__organization_fk foreign key (merchant_id, organization_id) references customers on delete cascade,
  constraint affiliations__other_check check (contact_id <> organization_id)
);
comment on column affiliations.sort_name is 'The contact''s, so that an organization lists its people by name from this index alone';
create unique index affiliations__primary_key on affiliations (merchant_id, contact_id) where is_primary;
create index affiliations__organization_idx on affiliations (merchant_id, organization_id, sort_name, contact_id);
select secure_merchant_table('affiliations', 'select, insert, update, delete');

create table customer_tags (
  merchant_id uuid not null,
  customer_id uuid not null,
  tag_id uuid not null,
  sort_name text collate "C" not null,
  primary key (merchant_id, customer_id, tag_id),
  constraint customer_tags__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade,
  constraint customer_tags__tag_fk foreign key (merchant_id, tag_id) references tags on delete cascade
);
comment on column customer_tags.sort_name is 'The customer''s, so that a rare tag is listed by name without walking everybody';
create index customer_tags__tag_idx on customer_tags (merchant_id, tag_id, sort_name, customer_id);
select secure_merchant_table('customer_tags', 'select, insert, update, delete');

create table customer_stores (
  merchant_id uuid not null,
  customer_id uuid not null,
  store_id uuid not null,
  preferred boolean not null default false,
  sort_name text collate "C" not null,
  primary key (merchant_id, customer_id, store_id),
  constraint customer_stores__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade,
  constraint customer_stores__store_fk foreign key (merchant_id, store_id) references stores on delete restrict
);
create unique index customer_stores__preferred_key on customer_stores (merchant_id, customer_id) where preferred;
create index customer_stores__store_idx on customer_stores (merchant_id, store_id, sort_name, customer_id);
select secure_merchant_table('customer_stores', 'select, insert, update, delete');
