-- What happened: the timeline, the bell for open screens, and bulk actions with their undo.

create table activities (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  customer_id uuid,
  parent_id uuid,
  kind text not null,
  actor_kind text not null check (actor_kind in ('user', 'apiKey', 'system')),
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null default now(),
  before jsonb,
  after jsonb,
  digest bytea not null,
  primary key (merchant_id, id)
);
comment on table activities is 'Append-only for the application role: one row per thing that happened to a customer record';
comment on column activities.parent_id is 'The bulk action that this row is a part of';
comment on column activities.digest is 'sha256 over the contents, kept when contents are erased';
create index activities__customer_idx on activities (merchant_id, customer_id, id desc);
create index activities__parent_idx on activities (merchant_id, parent_id) where parent_id is not null;
select secure_merchant_table('activities', 'select, insert');

create function activities_digest() returns trigger language plpgsql as $$
begin
  new.digest := sha256(convert_to(jsonb_build_array(new.merchant_id, new.id, new.customer_id, new.parent_id, new.kind, new.actor_kind,
    new.actor_id, new.actor_name, extract(epoch from new.at), new.before, new.after)::text, 'UTF8'));
  return new;
end $$;
create trigger activities__digest before insert on activities for each row execute function activities_digest();

-- Read by the event stream; resumed by id. NOTIFY is the bell only: it carries the merchant, never content.
create table events (
  merchant_id uuid not null references merchants on delete cascade,
  id bigint generated always as identity,
  kind text not null,
  ids uuid[] not null default '{}',
  count int not null default 1,
  at timestamptz not null default now(),
  primary key (merchant_id, id)
);
create index events__at_idx on events (merchant_id, at);
select secure_merchant_table('events', 'select, insert, delete');
create function events_bell() returns trigger language plpgsql as $$
begin
  perform pg_notify('clientele_events', new.merchant_id::text);
  return null;
end $$;
create trigger events__bell after insert on events for each row execute function events_bell();

create table bulk_jobs (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  action text not null check (action in ('inactivate', 'restore', 'addTag', 'removeTag', 'assignStore')),
  target_id uuid,
  state text not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'undoing', 'undone')),
  filter jsonb,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  store_scope uuid[],
  matched int not null default 0,
  done int not null default 0,
  failed int not null default 0,
  error text,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (merchant_id, id)
);
comment on column bulk_jobs.target_id is 'The tag or store that the action adds, removes or assigns';
select secure_merchant_table('bulk_jobs', 'select, insert, update');

create table bulk_job_customers (
  merchant_id uuid not null,
  job_id uuid not null,
  customer_id uuid not null,
  outcome text not null default 'pending' check (outcome in ('pending', 'changed', 'unchanged', 'undone', 'kept')),
  primary key (merchant_id, job_id, customer_id),
  constraint bulk_job_customers__job_fk foreign key (merchant_id, job_id) references bulk_jobs on delete cascade,
  constraint bulk_job_customers__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
comment on column bulk_job_customers.outcome is 'changed rows are what undo reverses; kept: altered since by somebody else';
create index bulk_job_customers__outcome_idx on bulk_job_customers (merchant_id, job_id, outcome, customer_id);
select secure_merchant_table('bulk_job_customers', 'select, insert, update');

-- Jobs are enqueued in the transaction that needs them, and always carry the merchant that the enqueuing connection stands for.
create function enqueue(task text, payload jsonb, job_key text default null, run_at timestamptz default null) returns void
language plpgsql security definer set search_path = public as $$
declare merchant uuid := nullif(current_setting('app.merchant_id', true), '')::uuid;
begin
  if merchant is null then raise exception 'enqueue needs a merchant'; end if;
  perform graphile_worker.add_job(task, (payload || jsonb_build_object('merchantId', merchant))::json,
    run_at => coalesce(run_at, now()), job_key => job_key, max_attempts => 10);
end $$;
revoke execute on function enqueue(text, jsonb, text, timestamptz) from public;
grant execute on function enqueue(text, jsonb, text, timestamptz) to clientele_app;
