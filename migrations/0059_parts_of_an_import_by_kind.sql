-- Whom an import has only changed may be few of a million whom it brought: what is part of it is found by its kind as well. The
-- entries of one import and kind are one in the index, as those of one import were.
drop index activities__parent_idx;
create index activities__parent_idx on activities (merchant_id, parent_id, kind) where parent_id is not null;
