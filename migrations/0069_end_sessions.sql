-- One of one's own sessions, as on a machine left behind; and all of a municipality's, as when a machine was broken into
-- (OWASP ASVS 5.0, 7.5.2 and 7.4.5).
create function sealed.close_own_session(wanted uuid) returns boolean
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  with ended as (
    delete from sealed.session s
    where s.municipality_id = (select sealed.current_municipality()) and s.person_id = (select sealed.current_person())
      and s.id = wanted
    returning 1)
  select exists (select from ended)
$$;
comment on function sealed.close_own_session(uuid) is 'Ends one session of the claimed person; false when it is none of theirs.';
grant execute on function sealed.close_own_session(uuid) to tilsyn_app;
revoke execute on function sealed.close_own_session(uuid) from public;

create function sealed.close_other_sessions() returns integer
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  with ended as (
    delete from sealed.session s
    where s.municipality_id = (select sealed.current_municipality()) and s.id <> (select sealed.current_session())
    returning s.person_id)
  select count(distinct person_id)::integer from ended
$$;
comment on function sealed.close_other_sessions() is 'Signs everybody of the claimed municipality out but the claimed session; returns how many people were signed in elsewhere.';
grant execute on function sealed.close_other_sessions() to tilsyn_app;
revoke execute on function sealed.close_other_sessions() from public;
