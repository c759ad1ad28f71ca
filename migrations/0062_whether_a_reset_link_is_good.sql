-- The page that a reset link opens says at once when the link has been used or has expired. What is not spent may be asked
-- for again; it tells no more than spending it would.
create function password_reset_is_good(hash bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from password_resets where token_hash = hash and expires_at > now())
$$;
revoke execute on function password_reset_is_good(bytea) from public;
grant execute on function password_reset_is_good(bytea) to clientele_app;
