-- A letter is written when it goes, by the worker, and names nobody whom its sender could not see.
alter table outbox add column store_scope uuid[];
comment on column outbox.store_scope is 'The stores that the sending user is limited to; null for all';
