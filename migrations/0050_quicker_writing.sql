-- What is derived from customers and their orders is written by triggers and by commands that hold the customer's row, and
-- `clientele verify` makes all of it anew and compares. A foreign key asked for the customer again for each of these rows, eight
-- times and more for every customer that an import brings: docs/decisions/0016. The rows go with the customer as before, all
-- in one statement.
lock table customers, customer_search, customer_keys, customer_days, customer_stats, customer_store_stats, review_days
  in access exclusive mode;
alter table customer_search drop constraint customer_search__customer_fk;
alter table customer_keys drop constraint customer_keys__customer_fk;
alter table customer_days drop constraint customer_days__customer_fk;
alter table customer_stats drop constraint customer_stats__customer_fk;
alter table customer_store_stats drop constraint customer_store_stats__customer_fk;
alter table review_days drop constraint review_days__customer_fk;

create function customers_deleted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  derived text;
begin
  foreach derived in array array['customer_search', 'customer_keys', 'customer_days', 'customer_stats', 'customer_store_stats',
                                 'review_days'] loop
    execute format('delete from %I d using old_rows o where d.merchant_id = o.merchant_id and d.customer_id = o.id', derived);
  end loop;
  return null;
end $$;
revoke execute on function customers_deleted() from public;
create trigger customers__deleted after delete on customers
  referencing old table as old_rows for each statement execute function customers_deleted();

-- In a plan that was made before there were figures, an index of everybody by revenue looks as good for one customer's row as the
-- key does, and is read from its beginning for each. Lists ask for these of whoever ordered.
drop index customer_stats__revenue_6m_idx, customer_stats__revenue_total_idx;
create index customer_stats__revenue_6m_idx on customer_stats (merchant_id, revenue_6m, customer_id) where last_order_at is not null;
create index customer_stats__revenue_total_idx on customer_stats (merchant_id, revenue_total, customer_id) where last_order_at is not null;
