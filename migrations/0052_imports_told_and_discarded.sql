-- What was said of the rows of an import, counted as it goes: its files may hold a million rows, and nobody counts these to see a
-- result.
alter table imports add column reasons jsonb not null default '{}';
comment on column imports.reasons is 'Rows by what was said of them: {"rejected:<code>": rows, "warning:<code>": rows}';

-- What was only looked at or tried can be taken away again, with all that was said of its rows.
grant delete on imports to clientele_app;
