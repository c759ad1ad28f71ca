-- Lists of who belongs to which organization are imported as well.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports__kind_check check (kind in ('customers', 'affiliations'));
