-- Reviews that belong to nobody have a list of their own: of a million reviews they are few.
create index reviews__nobodys_idx on reviews (merchant_id, at, id) where customer_id is null and organization_id is null;
