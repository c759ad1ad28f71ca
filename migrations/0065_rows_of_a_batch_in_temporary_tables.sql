-- What an import is about to write stands in a temporary table of its transaction: nothing of it is logged, nothing of it is left,
-- and the transaction that writes it need not wait for the disk, as one does that empties a table which others could see.
do $$
begin
  if not has_database_privilege('clientele_app', current_database(), 'temporary') then
    execute format('grant temporary on database %I to clientele_app', current_database());
  end if;
end $$;

-- One that runs opens its own again, when it is the release before this one that runs it.
do $$
declare place name;
begin
  for place in select nspname from pg_namespace where nspname ~ '^staging_[0-9a-f]{32}$' loop
    execute format('drop schema %I cascade', place);
  end loop;
end $$;
comment on function staging_open(uuid) is 'Called by the release before this one only';
comment on function staging_close(uuid) is 'Called by the release before this one only';
