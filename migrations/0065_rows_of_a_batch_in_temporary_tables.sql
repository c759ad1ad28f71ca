-- What an import is about to write stands in a temporary table of its transaction: none of its rows is logged, nothing of it is
-- left, and the transaction that writes it need not wait for the disk, as one does that empties a table which others could see.
do $$
begin
  if not has_database_privilege('clientele_app', current_database(), 'temporary') then
    execute format('grant temporary on database %I to clientele_app', current_database());
  end if;
end $$;

-- They go, with the schemas that they have left, when no release calls them any more.
comment on function staging_open(uuid) is 'Called by the release before this one only';
comment on function staging_close(uuid) is 'Called by the release before this one only';
