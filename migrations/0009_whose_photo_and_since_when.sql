-- Who may see a photo, and the day on which another system first knew a customer.

alter table files add column customer_id uuid;
comment on column files.customer_id is 'Whose file it is: who may see the customer may see the file';
-- The foreign key from customers looks here when a file goes.
create index customers__photo_idx on customers (merchant_id, photo_id) where photo_id is not null;

alter table customers add column recorded_on date;
comment on column customers.recorded_on is 'The creation date that an import brought; customer_since counts it, and edits must not forget it';
