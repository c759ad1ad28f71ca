-- What measuring search and lists showed: any run of digits is found by the trigram index (1 ms), so that phones need no
-- second index from their end; people are filtered by birthday and anniversary, whatever the year.
drop index customer_keys__reversed_idx;
alter table customer_keys drop column value_rev;
comment on column customer_keys.value is 'Lower-case email; phone digits with country code, of a foreign number also as dialled there; number or external id without spaces and case';

create index customers__birthday_idx on customers (merchant_id, birth_month, birth_day, id) where birth_month is not null;
create index customers__anniversary_idx on customers
  (merchant_id, (extract(month from anniversary)), (extract(day from anniversary)), id) where anniversary is not null;
-- Without it a list of inactive customers walks past all active ones.
create index customer_search__inactive_idx on customer_search (merchant_id, sort_name, customer_id) where inactive;
