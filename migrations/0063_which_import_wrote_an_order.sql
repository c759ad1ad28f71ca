-- After an import its orders are listed, as its customers are.
alter table orders add column import_id uuid;
comment on column orders.import_id is 'The import that wrote it last; null where that was no import, or one from before this was kept';
create index orders__import_idx on orders (merchant_id, import_id, placed_at desc, id desc) where import_id is not null;
