-- Files of reviews come in like files of customers.
alter table imports drop constraint imports__kind_check;
alter table imports add constraint imports__kind_check check (kind in ('customers', 'affiliations', 'orders', 'order-lines', 'reviews'));
