-- What is to be done stays quick to find however much has been done: the orders that are still open, and those wanted on a day.
create index orders__current_idx on orders (merchant_id, placed_at, id)
  where recurrence is null and status in ('draft', 'open', 'confirmed');
create index orders__wanted_idx on orders (merchant_id, fulfil_at) where fulfil_at is not null;
