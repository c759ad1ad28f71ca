-- What a bulk action did to each customer, and what undoing it may reverse.
alter table bulk_jobs
  alter column matched drop not null,
  alter column matched drop default,
  add column undone int not null default 0,
  add column kept int not null default 0,
  -- Steps look at the state, under the job's lock: a wish to cancel needs no place of its own.
  drop column cancel_requested;
comment on column bulk_jobs.matched is 'Null until the customers of a filter have been collected';

alter table bulk_job_customers
  add column version_after int,
  drop constraint bulk_job_customers_outcome_check,
  add constraint bulk_job_customers__outcome_check
    check (outcome in ('pending', 'changed', 'unchanged', 'failed', 'undone', 'kept'));
comment on column bulk_job_customers.version_after is 'The customer''s version as the job left it: another one means that somebody changed the record since';
grant delete on bulk_job_customers to clientele_app;
