-- What an import made beside its rows: contact persons, organizations, tags, stores, own fields, orders of several rows.
alter table imports add column made jsonb;
alter table imports alter column made set default '{}';
comment on column imports.made is 'How many of what it made, by kind: {"contacts": n, "tags": n}; null of those from before this was counted';
