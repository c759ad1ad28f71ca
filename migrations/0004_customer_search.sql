-- What finds customers: narrow rows written with the customer, normalised by the application.

-- One row per customer. Row-level security would refuse the trigram and array indexes, so the application role has
-- no grant here at all: it reads and writes the view below, which holds the merchant's condition.
create table customer_search (
  merchant_id uuid not null,
  customer_id uuid not null,
  sort_name text collate "C" not null,
  alt_name text collate "C",
  haystack text collate "C" not null,
  business boolean not null,
  inactive boolean not null default false,
  tag_nos int[] not null default '{}',
  store_nos int[] not null default '{}',
  primary key (merchant_id, customer_id),
  constraint customer_search__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
comment on column customer_search.sort_name is 'Normalised name in list order: ''garcia maria'', or the business name';
comment on column customer_search.alt_name is 'The other way round: ''maria garcia''; null when the same';
comment on column customer_search.haystack is 'Every findable word, '' w1 w2 … '', with a leading and a trailing space';
create index customer_search__walk_idx on customer_search (merchant_id, sort_name, customer_id)
  include (haystack, business, inactive, tag_nos, store_nos);
create index customer_search__alt_idx on customer_search (merchant_id, alt_name, customer_id) where alt_name is not null;
create index customer_search__trigram_idx on customer_search using gin (haystack gin_trgm_ops);
create index customer_search__sample_idx on customer_search (merchant_id) include (sort_name, haystack, business, inactive, tag_nos, store_nos)
  where get_byte(uuid_send(customer_id), 15) = 7 and get_byte(uuid_send(customer_id), 14) < 128;

create view search_customers as
  select merchant_id, customer_id, sort_name, alt_name, haystack, business, inactive, tag_nos, store_nos from customer_search
   where merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid)
  with cascaded check option;
grant select, insert, update, delete on search_customers to clientele_app;

-- Identifiers, many per customer; looked up exactly and by beginning, phones also by their end.
create table customer_keys (
  merchant_id uuid not null,
  customer_id uuid not null,
  kind text collate "C" not null check (kind in ('email', 'phone', 'number', 'external')),
  value text collate "C" not null,
  value_rev text collate "C",
  primary key (merchant_id, kind, value, customer_id),
  constraint customer_keys__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
comment on column customer_keys.value is 'Lower-case email; phone digits with country code (and a second row with the national digits); normalised number';
create index customer_keys__reversed_idx on customer_keys (merchant_id, value_rev, customer_id) where kind = 'phone';
create index customer_keys__customer_idx on customer_keys (merchant_id, customer_id);
select secure_merchant_table('customer_keys', 'select, insert, update, delete');

-- Near-miss search: every distinct name word of five or more letters, under itself and each of its one-letter deletions.
create table name_word_deletes (
  merchant_id uuid not null references merchants on delete cascade,
  deletion text collate "C" not null,
  word text collate "C" not null,
  primary key (merchant_id, deletion, word)
);
comment on table name_word_deletes is 'A word that no name holds any more may stay: it leads to nothing';
select secure_merchant_table('name_word_deletes', 'select, insert, delete');
