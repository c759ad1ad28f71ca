-- An export that is being written can be cancelled: its file goes, its line stays for a day as a trace.
alter table exports drop constraint exports_state_check,
  add constraint exports_state_check check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled'));
