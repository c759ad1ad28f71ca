-- What a merchant calls its organizations: departments, accounts, groups. Null: organizations.
alter table merchants
  add column organization_singular text check (length(organization_singular) between 1 and 40),
  add column organization_plural text check (length(organization_plural) between 1 and 40),
  add constraint merchants__organization_word_check check ((organization_singular is null) = (organization_plural is null));
