-- What a list shows of tags, stores and organizations begins in the search row: looked up in the link tables for each of
-- fifty rows it took two thirds of a page's time.
alter table customer_search
  add column preferred_store_no int,
  add column affiliated boolean not null default false;
comment on column customer_search.affiliated is 'Whether there is an organization to look up';

create or replace view search_customers as
  select merchant_id, customer_id, sort_name, alt_name, haystack, business, inactive, tag_nos, store_nos, preferred_store_no, affiliated
    from customer_search
   where merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid)
  with cascaded check option;

update customer_search s
   set preferred_store_no = (select t.store_no from customer_stores l join stores t on t.merchant_id = l.merchant_id and t.id = l.store_id
                              where l.merchant_id = s.merchant_id and l.customer_id = s.customer_id and l.preferred),
       affiliated = exists (select from affiliations l where l.merchant_id = s.merchant_id and l.contact_id = s.customer_id)
 where exists (select from customer_stores l where l.merchant_id = s.merchant_id and l.customer_id = s.customer_id and l.preferred)
    or exists (select from affiliations l where l.merchant_id = s.merchant_id and l.contact_id = s.customer_id);
