-- Orders and their lines are imported as well.
alter table imports drop constraint imports__kind_check;
alter table imports add constraint imports__kind_check check (kind in ('customers', 'affiliations', 'orders', 'order-lines'));
