-- Tags and stores of a customer may be many, and an index entry holds 2.7 kB: filters read them from the row, where they
-- can be long. The alphabet and the sample of it keep what a search reads.
drop index customer_search__walk_idx;
create index customer_search__walk_idx on customer_search (merchant_id, sort_name, customer_id) include (haystack, business, inactive);
drop index customer_search__sample_idx;
create index customer_search__sample_idx on customer_search (merchant_id) include (haystack, business, inactive)
  where get_byte(uuid_send(customer_id), 15) = 7 and get_byte(uuid_send(customer_id), 14) < 128;
