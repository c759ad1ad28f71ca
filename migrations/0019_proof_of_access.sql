-- Which versions of which rows make somebody's access: while this text stays the same, nothing that api_key_by_hash or
-- session_by_hash answers has changed. Null when there is no access. A read takes it along instead of looking all of it up
-- again (server/src/http/proof.ts). In plpgsql because its plans are kept; those of SQL functions are not before PostgreSQL 18.
create function api_key_proof(hash bytea) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select concat_ws(' ', k.xmin, t.xmin)
            from api_keys k join merchants t on t.merchant_id = k.merchant_id
           where k.key_hash = hash and k.revoked_at is null);
end $$;

create function session_proof(hash bytea) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select concat_ws(' ', s.xmin, u.xmin, m.xmin, r.xmin, t.xmin)
            from sessions s
            join users u on u.id = s.user_id
            join memberships m on m.merchant_id = s.merchant_id and m.user_id = s.user_id
            join roles r on r.merchant_id = m.merchant_id and r.key = m.role
            join merchants t on t.merchant_id = s.merchant_id
           where s.token_hash = hash and s.expires_at > now());
end $$;

revoke execute on function api_key_proof(bytea), session_proof(bytea) from public;
grant execute on function api_key_proof(bytea), session_proof(bytea) to clientele_app;
