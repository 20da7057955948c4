-- A large delivery changes the tables of case flow within a moment. Until their statistics are renewed, the next delivery may
-- be planned as if they were empty and read all of them for each portion; the server itself renews them only after a minute.

create function sealed.renew_event_statistics() returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  analyze public.case_event, public.case_event_version, public.child
$$;
comment on function sealed.renew_event_statistics() is 'Counts the rows of the events'' tables anew for the planner; only their owner may.';
revoke all on function sealed.renew_event_statistics() from public;
grant execute on function sealed.renew_event_statistics() to tilsyn_app;
