-- A tag that many customers carry is taken off them step by step; meanwhile nothing may be merged into it.
alter table tags add column removal_id uuid;
comment on column tags.removal_id is 'While the worker takes it off its customers: the activity of its removal, which theirs are parts of';
