-- Orders of nobody are given to a customer many at a time, with an undo, and are found without walking past all others.
alter table bulk_jobs
  drop constraint bulk_jobs_action_check,
  add constraint bulk_jobs__action_check
    check (action in ('inactivate', 'restore', 'addTag', 'removeTag', 'assignStore', 'assignOrders'));
comment on column bulk_jobs.target_id is
  'The tag or store that the action adds, removes or assigns; the customer to whom orders are given';

create table bulk_job_orders (
  merchant_id uuid not null,
  job_id uuid not null,
  order_id uuid not null,
  outcome text not null default 'pending',
  version_after int,
  organization_before uuid,
  was_pinned boolean,
  primary key (merchant_id, job_id, order_id),
  constraint bulk_job_orders__outcome_check
    check (outcome in ('pending', 'changed', 'unchanged', 'failed', 'undone', 'kept')),
  constraint bulk_job_orders__job_fk foreign key (merchant_id, job_id) references bulk_jobs on delete cascade,
  constraint bulk_job_orders__order_fk foreign key (merchant_id, order_id) references orders on delete cascade
);
comment on column bulk_job_orders.version_after is
  'The order''s version as the job left it: another one means that it has changed since, and undo leaves it';
create index bulk_job_orders__outcome_idx on bulk_job_orders (merchant_id, job_id, outcome, order_id);
create index bulk_job_orders__order_idx on bulk_job_orders (merchant_id, order_id);
select secure_merchant_table('bulk_job_orders', 'select, insert, update, delete');

create index orders__guests_idx on orders (merchant_id, placed_at, id) where customer_id is null;
