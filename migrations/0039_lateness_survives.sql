-- That a restoration was late is remembered when the finding is opened again, and whoever planned it neither puts it off late
-- nor approves that it is not made (docs/decisions/0016).

alter table finding add column late_before boolean not null default false;
comment on column finding.late_before is 'Its due day had passed when an earlier run ended; kept by a trigger, from the record.';
comment on column finding.first_due_on is 'The due day of the finding''s first plan, in whatever run; kept by a trigger, from the record.';
comment on column finding.put_off is 'How often the due day was moved to a later one, in all runs; kept by a trigger, from the record.';
comment on column finding.put_off_late is 'It was overdue when it was put off, in whatever run; kept by a trigger, from the record.';
alter table finding drop constraint finding_check13;
alter table finding add constraint finding_first_due check (due_on is null or first_due_on is not null);
drop index finding_put_off_late;
create index finding_put_off_late on finding (municipality_id, unit_id) where put_off_late or late_before;

-- `due_before`: the day in force before. What came after it is judged; what came before was judged then.
drop function sealed.due_days(uuid, uuid, int);
create function sealed.due_days(municipality uuid, finding uuid, of_run int, due_before date, out first_due_on date,
  out last_due_on date, out put_off int, out put_off_late boolean, out late_before boolean, out kept boolean)
  stable language sql set search_path = pg_catalog, public as $$
  with acts as materialized (
    select a.id, a.run, a.kind, a.person_id, a.responsible_id, a.due_on,
      (a.at at time zone 'Europe/Copenhagen')::date as day
    from finding_act as a
    where a.municipality_id = $1 and a.finding_id = $2 and a.run <= $3
      and a.kind in ('plan', 'put-off', 'contact', 'carry-out', 'approve')),
  days as (
    select a.*, lag(a.due_on) over (partition by a.run order by a.id) as before
    from acts as a where a.kind in ('plan', 'put-off')),
  -- A run is late when its last day had passed by the time that it was carried out, or approved that it is not.
  ended as (
    select distinct on (a.run) a.run, a.day,
      (select d.due_on from days as d where d.run = a.run order by d.id desc limit 1) as due_on
    from acts as a where a.run < $3 and a.kind in ('carry-out', 'approve') order by a.run, a.id desc)
  select (array_agg(d.due_on order by d.id))[1],
    (array_agg(d.due_on order by d.id desc) filter (where d.run = $3))[1],
    (count(*) filter (where d.due_on > d.before))::int,
    coalesce(bool_or(d.due_on > d.before and d.day > d.before), false),
    coalesce((select bool_or(e.day > e.due_on) from ended as e), false),
    -- Of an overdue one somebody else has put it off, with the reason that the record demands.
    coalesce(bool_and(not (d.due_on > d.before and d.day > d.before) or (d.kind = 'put-off' and not exists (
      select from acts as w where w.id < d.id
        and ((w.kind in ('contact', 'carry-out') and w.person_id = d.person_id)
          or (w.kind = 'plan' and w.responsible_id = d.person_id)
          or (w.kind = 'plan' and w.person_id = d.person_id and w.run = $3)))))
      filter (where d.run = $3 and d.id > coalesce((select max(x.id) from days as x
        where x.run = $3 and x.due_on = $4), 0)), true)
  from days as d
$$;
comment on function sealed.due_days is 'The first and the last due day of a finding, how often and whether late it was put off, whether an earlier run was late, and whether by whom it may be.';
revoke all on function sealed.due_days from public;
grant execute on function sealed.due_days to tilsyn_app;

create or replace function sealed.keep_due_days() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  days record;
begin
  if new.run = old.run and new.due_on is not distinct from old.due_on then
    new.first_due_on := old.first_due_on;
    new.put_off := old.put_off;
    new.put_off_late := old.put_off_late;
    new.late_before := old.late_before;
    return new;
  end if;
  select * into days from sealed.due_days(new.municipality_id, new.id, new.run, old.due_on);
  if new.due_on is not null then
    if (old.due_on is null or new.due_on > old.due_on) and days.last_due_on is distinct from new.due_on then
      raise exception 'a due day is on record' using errcode = 'check_violation', constraint = 'finding_due_on_record';
    end if;
    if not days.kept then
      raise exception 'an overdue restoration is put off by somebody else' using errcode = 'check_violation',
        constraint = 'finding_put_off_by_another';
    end if;
  end if;
  new.first_due_on := coalesce(days.first_due_on, new.due_on);
  new.put_off := days.put_off;
  new.put_off_late := days.put_off_late;
  new.late_before := days.late_before;
  return new;
end $$;

-- What was opened again before is counted from its record as it was.
alter table finding no force row level security;
alter table finding_act no force row level security;
alter table finding disable trigger keep_due_days;
update finding as f set first_due_on = coalesce(d.first_due_on, f.first_due_on), put_off = d.put_off,
  put_off_late = d.put_off_late, late_before = d.late_before
from (select x.municipality_id, x.id, y.* from finding as x,
    sealed.due_days(x.municipality_id, x.id, x.run, x.due_on) as y where x.run > 1) as d
where f.municipality_id = d.municipality_id and f.id = d.id;
alter table finding enable trigger keep_due_days;
alter table finding force row level security;
alter table finding_act force row level security;

-- A step that closes is by somebody who has had no hand in the finding in any run, and an approval by none who planned since it
-- was opened.
create function sealed.guard_closing_hand() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  closer uuid;
begin
  if new.verified_by is distinct from old.verified_by then
    closer := new.verified_by;
  elsif new.approved_by is distinct from old.approved_by then
    closer := new.approved_by;
  end if;
  if closer is not null and exists (
    select from finding_act as a where a.municipality_id = new.municipality_id and a.finding_id = new.id
      and ((a.kind in ('contact', 'carry-out') and a.person_id = closer)
        or (a.kind = 'plan' and a.responsible_id = closer)
        or (a.kind = 'plan' and a.person_id = closer and a.run = new.run and closer is not distinct from new.approved_by))) then
    raise exception 'a finding is closed by somebody else' using errcode = 'check_violation',
      constraint = case when closer is not distinct from new.approved_by then 'finding_approved_by_another'
        else 'finding_verified_by_another' end;
  end if;
  return new;
end $$;
comment on function sealed.guard_closing_hand() is 'Whoever had a hand in a finding, in whatever run, does not close it; nor does whoever planned approve that it is not made.';
revoke all on function sealed.guard_closing_hand() from public;
create trigger guard_closing_hand before update of verified_by, approved_by on finding for each row
  execute function sealed.guard_closing_hand();
