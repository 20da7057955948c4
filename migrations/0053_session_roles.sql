-- Every request asks whose session it is and what roles that person has. Asked apart, the roles took a transaction of four
-- statements of their own, as much as many a request's own work.
create policy roles_of_session on role_assignment for select to tilsyn_owner using (true);

drop function sealed.find_session(bytea);
create function sealed.find_session(wanted bytea)
returns table (
  municipality_id uuid, person_id uuid, session_id uuid, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
  method text, authenticated_at timestamptz, factor_missing boolean, roles jsonb)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.municipality_id, s.person_id, s.id, s.created_at, s.last_seen_at, s.expires_at, s.method, s.authenticated_at,
    s.method = 'password' and m.second_factor = 'required' and not exists (
      select from sealed.second_factor f
      where f.municipality_id = s.municipality_id and f.person_id = s.person_id and f.confirmed_at is not null),
    (select coalesce(jsonb_agg(
        jsonb_build_object('role', a.role, 'unit', a.unit_id, 'from', a.valid_from, 'until', a.valid_to)
        order by a.valid_from, a.id), '[]')
      from public.role_assignment a where a.municipality_id = s.municipality_id and a.person_id = s.person_id)
  from sealed.session s join public.municipality m on m.municipality_id = s.municipality_id
  where s.token_hash = wanted and s.expires_at > now()
$$;
comment on function sealed.find_session(bytea) is 'Whose session a token hash is, and all roles that person has had or has. Whoever knows the hash of a 256-bit token was given the token.';
grant execute on function sealed.find_session(bytea) to tilsyn_app;
revoke execute on function sealed.find_session(bytea) from public;
