-- Ids of events are given out before they are committed: a reader that goes by id alone loses those committed late.
-- Readers go by transaction instead: everything below the xmin of a snapshot has ended and is visible.
alter table events
  add column tx xid8 not null default pg_current_xact_id(),
  add column horizon xid8 not null default pg_snapshot_xmin(pg_current_snapshot());
comment on column events.horizon is 'What was not settled when this event was written has a tx from here on: where a reader that saw this one resumes';
create index events__tx_idx on events (merchant_id, tx);
