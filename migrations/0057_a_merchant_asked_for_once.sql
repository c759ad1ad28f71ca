-- A foreign key asks for the merchant with every row. Of customers and their activities, which come by the thousand, each statement
-- asks once, and holds the merchant as the key did: docs/decisions/0016.
lock table merchants, customers, activities in access exclusive mode;
alter table customers drop constraint customers_merchant_id_fkey;
alter table activities drop constraint activities_merchant_id_fkey;

create function merchant_stands() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked uuid;
begin
  for asked in select distinct n.merchant_id from new_rows n loop
    perform from merchants m where m.merchant_id = asked for key share;
    if not found then
      raise foreign_key_violation using message = 'there is no such merchant', table = tg_table_name;
    end if;
  end loop;
  return null;
end $$;
revoke execute on function merchant_stands() from public;
create trigger customers__merchant after insert on customers
  referencing new table as new_rows for each statement execute function merchant_stands();
create trigger activities__merchant after insert on activities
  referencing new table as new_rows for each statement execute function merchant_stands();

-- Whoever is writing for the merchant is waited for: what they leave goes as well.
create function merchant_goes() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from merchants m where m.merchant_id = old.merchant_id for update;
  delete from customers c where c.merchant_id = old.merchant_id;
  delete from activities a where a.merchant_id = old.merchant_id;
  return old;
end $$;
revoke execute on function merchant_goes() from public;
create trigger merchants__goes before delete on merchants for each row execute function merchant_goes();
