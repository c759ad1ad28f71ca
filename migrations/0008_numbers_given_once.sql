-- Search rows hold the numbers of tags and stores, for a while also that of a tag just deleted: none is given twice.
alter table merchants
  add column last_tag_no int not null default 0,
  add column last_store_no int not null default 0;
update merchants m
   set last_tag_no = coalesce((select max(tag_no) from tags t where t.merchant_id = m.merchant_id), 0),
       last_store_no = coalesce((select max(store_no) from stores s where s.merchant_id = m.merchant_id), 0);
comment on column merchants.last_tag_no is 'The highest number given so far, except to the first tags of a new merchant';
