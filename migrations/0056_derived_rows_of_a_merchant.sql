-- The day's sales and the census are derived as well (docs/decisions/0016): each of their new rows asked for its merchant, three times
-- for every order that is brought, and could not have been written without it. They go with the merchant as before.
lock table merchants, daily_sales, customer_census in access exclusive mode;
alter table daily_sales drop constraint daily_sales_merchant_id_fkey;
alter table customer_census drop constraint customer_census_merchant_id_fkey;
create function merchants_deleted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from daily_sales d using old_rows o where d.merchant_id = o.merchant_id;
  delete from customer_census c using old_rows o where c.merchant_id = o.merchant_id;
  return null;
end $$;
revoke execute on function merchants_deleted() from public;
create trigger merchants__deleted after delete on merchants
  referencing old table as old_rows for each statement execute function merchants_deleted();

-- It names nothing that a search path could change, and with one of its own it cannot become part of the statement that asks it.
alter function customer_since_of(customers, text, timestamptz) reset search_path;
