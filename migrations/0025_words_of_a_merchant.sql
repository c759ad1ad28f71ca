-- Words for typos come with new customers, two or three rows each, and a quarter of the time it takes to write them went
-- into looking up their merchant. They are only ever written beside a customer of the same merchant, who is looked up; what
-- is left for the reference to do is to take them along when the merchant goes.
alter table name_word_deletes drop constraint name_word_deletes_merchant_id_fkey;

-- Fires behind the references, which wait for whoever is still writing a customer: words written with it are seen.
create function merchant_words_deleted() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  delete from name_word_deletes where merchant_id = old.merchant_id;
  return null;
end $$;
create trigger merchants__words_deleted after delete on merchants
  for each row execute function merchant_words_deleted();
revoke execute on function merchant_words_deleted() from public;
