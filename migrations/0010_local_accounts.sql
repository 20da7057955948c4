-- For `tilsyn user list` and `tilsyn user disable`.

create function sealed.list_accounts() returns table (username text, person_id uuid, changed_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select a.username, a.person_id, a.changed_at from sealed.local_account a
  where a.municipality_id = (select sealed.current_municipality())
  order by a.username limit 10000
$$;
comment on function sealed.list_accounts() is 'User names of the claimed municipality, without their password hashes.';

create function sealed.remove_account(account_username text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  person uuid;
begin
  delete from sealed.local_account a
  where a.municipality_id = (select sealed.current_municipality()) and a.username = lower(account_username)
  returning a.person_id into person;
  delete from sealed.session s
  where s.municipality_id = (select sealed.current_municipality()) and s.person_id = person;
  return person;
end
$$;
comment on function sealed.remove_account(text) is 'Takes a user name of the claimed municipality away and signs its person out everywhere; null when there is none.';

grant execute on function sealed.list_accounts(), sealed.remove_account(text) to tilsyn_app;
