-- What goes out to customers: enqueued in the transaction of the command that wants it, sent by the worker, kept as a record
-- of what became of it and of what the server said.
create table outbox (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  channel text not null check (channel in ('email')),
  template text not null check (template in ('receipt')),
  recipient text not null check (length(recipient) between 3 and 320),
  subject text not null check (length(subject) <= 300 and subject !~ '[\x01-\x1f\x7f]'),
  order_id uuid,
  customer_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'cancelled')),
  attempts int not null default 0,
  tries int not null default 0,
  queued_at timestamptz not null default now(),
  next_try_at timestamptz,
  answer_code smallint,
  answer text,
  error text,
  message_id text collate "C",
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (merchant_id, id),
  constraint outbox__order_fk foreign key (merchant_id, order_id) references orders on delete cascade,
  constraint outbox__customer_fk foreign key (merchant_id, customer_id) references customers on delete set null (customer_id)
);
comment on column outbox.state is 'sending: handed to the mail server, its answer not recorded yet; sent: the server answered 250';
comment on column outbox.attempts is 'In all';
comment on column outbox.tries is 'Since it was put, or put again, into the queue';
comment on column outbox.queued_at is 'When it was put, or put again, into the queue: what waits too long from then on is not sent any more';
comment on column outbox.answer is 'The server''s last words, as they came';
comment on column outbox.error is 'Why there are none, or why it was given up: a code';
comment on column outbox.message_id is 'The same however often it is tried, so that a second copy is known as one';
create index outbox__state_idx on outbox (merchant_id, state, id);
create index outbox__queued_idx on outbox (merchant_id, queued_at);
create index outbox__order_idx on outbox (merchant_id, order_id);
create index outbox__customer_idx on outbox (merchant_id, customer_id) where customer_id is not null;
select secure_merchant_table('outbox', 'select, insert, update');
