-- A password that somebody else has seen is good for one thing: to choose one's own, and that for a few days only
-- (OWASP ASVS 5.0, 6.4.1). Those given before this stay as they are: nobody knows which of them their owners changed.
alter table sealed.local_account add column given_until timestamptz;
comment on column sealed.local_account.given_until is 'Until when the password works that an administrator gave; null: the person has chosen it.';

drop function sealed.find_account(text);
create function sealed.find_account(wanted text)
returns table (person_id uuid, password_hash text, given_until timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select a.person_id, a.password_hash, a.given_until from sealed.local_account a
  where a.municipality_id = (select sealed.current_municipality()) and a.username = lower(wanted)
$$;
comment on function sealed.find_account(text) is 'The account of a user name in the claimed municipality.';
grant execute on function sealed.find_account(text) to tilsyn_app;
revoke execute on function sealed.find_account(text) from public;

drop function sealed.set_account(text, uuid, text);
create function sealed.set_account(account_username text, account_person uuid, hash text, until timestamptz)
returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into sealed.local_account (municipality_id, username, person_id, password_hash, given_until)
  values (sealed.current_municipality(), lower(account_username), account_person, hash, until)
  on conflict (municipality_id, person_id)
  do update set username = excluded.username, password_hash = excluded.password_hash, given_until = excluded.given_until,
    changed_at = now()
$$;
comment on function sealed.set_account(text, uuid, text, timestamptz) is 'Gives a person of the claimed municipality a user name and password, or new ones.';
grant execute on function sealed.set_account(text, uuid, text, timestamptz) to tilsyn_app;
revoke execute on function sealed.set_account(text, uuid, text, timestamptz) from public;

drop function sealed.find_session(bytea);
create function sealed.find_session(wanted bytea)
returns table (
  municipality_id uuid, person_id uuid, session_id uuid, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
  method text, authenticated_at timestamptz, factor_missing boolean, password_given boolean, roles jsonb)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.municipality_id, s.person_id, s.id, s.created_at, s.last_seen_at, s.expires_at, s.method, s.authenticated_at,
    s.method = 'password' and m.second_factor = 'required' and not exists (
      select from sealed.second_factor f
      where f.municipality_id = s.municipality_id and f.person_id = s.person_id and f.confirmed_at is not null),
    s.method = 'password' and exists (
      select from sealed.local_account a
      where a.municipality_id = s.municipality_id and a.person_id = s.person_id and a.given_until is not null),
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
