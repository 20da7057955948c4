-- Break-glass: somebody opens one case outside their reach, read-only and for a short time. What a grant is worth is decided
-- here and by the database's own clock: the app chooses case, reason and minutes, and cannot say who, when or in which session.
create table break_glass (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id text not null check (case_id <> ''),
  unit_id uuid,
  reason text not null check (char_length(reason) between 10 and 1000),
  minutes int not null check (minutes between 1 and 60),
  opened_by uuid not null default sealed.current_person(),
  session_id uuid not null default sealed.current_session(),
  opened_at timestamptz not null default now(),
  ended_by uuid,
  ended_at timestamptz,
  justified boolean,
  review_word text check (char_length(review_word) between 1 and 1000),
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, opened_by) references person,
  foreign key (municipality_id, ended_by) references person,
  foreign key (municipality_id, reviewed_by) references person,
  check ((ended_by is null) = (ended_at is null)),
  check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (justified is null)
    and (reviewed_by is null) = (review_word is null)),
  check (reviewed_by <> opened_by)
);
comment on table break_glass is 'Cases opened in an emergency by somebody outside whose reach they lie. Never removed but with the case.';
comment on column break_glass.unit_id is 'The unit that had the case then; null: no unit is known of it.';
comment on column break_glass.session_id is 'What is opened is open in this session only, and not once it has ended.';
comment on column break_glass.ended_at is 'Ended by somebody before its minutes were over.';
comment on column break_glass.justified is 'What a second person found; null: nobody has looked at it yet.';
create index on break_glass (municipality_id, case_id);
create index on break_glass (municipality_id, unit_id);
create index on break_glass (municipality_id, opened_by, opened_at);
create index on break_glass (municipality_id, ended_by);
create index on break_glass (municipality_id, reviewed_by);
alter table break_glass enable row level security, force row level security;
create policy tenant on break_glass using (municipality_id = (select sealed.current_municipality()));
grant select on break_glass to tilsyn_app;
grant insert (id, case_id, unit_id, reason, minutes) on break_glass to tilsyn_app;
grant update (ended_at, justified, review_word) on break_glass to tilsyn_app;

create function sealed.keep_break_glass() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if old.ended_at is null and new.ended_at is not null then
    new.ended_at := now();
    new.ended_by := sealed.current_person();
  elsif new.ended_at is distinct from old.ended_at then
    raise exception 'what is ended stays ended' using errcode = 'check_violation';
  end if;
  if old.reviewed_at is null and new.justified is not null then
    new.reviewed_at := now();
    new.reviewed_by := sealed.current_person();
  elsif new.justified is distinct from old.justified or new.review_word is distinct from old.review_word then
    raise exception 'what is judged stays as it was judged' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function sealed.keep_break_glass() is 'Ends and judges once, in the name of the claim''s person.';
create trigger keep_break_glass before update of ended_at, justified, review_word on break_glass
  for each row execute function sealed.keep_break_glass();

create function sealed.break_glass_case(wanted uuid) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select b.case_id from public.break_glass b
  where b.municipality_id = (select sealed.current_municipality()) and b.id = wanted
    and b.opened_by = (select sealed.current_person()) and b.session_id = (select sealed.current_session())
    and b.ended_at is null
    and clock_timestamp() between b.opened_at and b.opened_at + make_interval(mins => b.minutes)
    and exists (select from sealed.session s
      where s.municipality_id = b.municipality_id and s.id = b.session_id and s.expires_at > clock_timestamp())
$$;
comment on function sealed.break_glass_case(uuid) is 'The case that a grant opens to the claim''s person, in the session it was given in, now; null otherwise. A clock set back closes it too.';
grant execute on function sealed.break_glass_case(uuid) to tilsyn_app;
revoke execute on function sealed.break_glass_case(uuid) from public;

create function sealed.break_glass_events(wanted uuid) returns setof public.case_event
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select e.* from public.case_event e
  where e.municipality_id = (select sealed.current_municipality()) and e.case_id = (select sealed.break_glass_case(wanted))
$$;
comment on function sealed.break_glass_events(uuid) is 'The events of the case that a grant opens, while it does. Row-level security of case_event holds in it too.';
grant execute on function sealed.break_glass_events(uuid) to tilsyn_app;
revoke execute on function sealed.break_glass_events(uuid) from public;
