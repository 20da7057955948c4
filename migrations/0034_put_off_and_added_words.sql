-- A restoration's first due day stays known, however often it is put off (docs/decisions/0016). And what reviewers add in
-- words is kept for each of them, so that the same words about one case are one error, and each can withdraw their own.

alter table finding_act drop constraint finding_act_kind_check;
alter table finding_act add constraint finding_act_kind_check check (kind in ('found', 'source-withdrawn', 'fell-away',
  'plan', 'put-off', 'contact', 'carry-out', 'verify', 'send-back', 'propose', 'approve', 'refuse', 'reopen', 'assess',
  'told-overdue', 'told-overdue-director', 'told-waiting'));
alter table finding_act drop constraint finding_act_check4;
alter table finding_act add constraint finding_act_due
  check ((kind in ('plan', 'put-off', 'told-overdue', 'told-overdue-director', 'told-waiting')) = (due_on is not null));
alter table finding_act drop constraint finding_act_reason;
alter table finding_act add constraint finding_act_reason
  check (kind not in ('put-off', 'send-back', 'propose', 'refuse', 'reopen') or text is not null);
comment on column finding_act.due_on is 'Of a plan and of putting off; of the program''s messages, the day that had passed.';

alter table finding add column first_due_on date;
alter table finding add column put_off int not null default 0 check (put_off >= 0);
alter table finding add column put_off_late boolean not null default false;
alter table finding add column words_key text check (words_key <> '');
comment on column finding.first_due_on is 'The due day of the first plan of this run; kept by a trigger, from the record.';
comment on column finding.put_off is 'How often the due day was moved to a later one in this run; kept by a trigger, from the record.';
comment on column finding.put_off_late is 'It was overdue when it was put off, in this run; kept by a trigger, from the record.';
comment on column finding.words_key is 'The words as they are compared: the same about one case of a round are one error.';

create table finding_addition (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  finding_id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  text text not null check (text <> ''),
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, finding_id, review_id, person_id),
  foreign key (municipality_id, finding_id) references finding,
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, person_id) references person
);
comment on table finding_addition is 'What a reviewer added to a review in words. It stands behind its finding while the review is submitted.';
comment on column finding_addition.withdrawn_at is 'The reviewer took it back; null: it stands.';
create index on finding_addition (municipality_id, review_id);
alter table finding_addition enable row level security, force row level security;
create policy tenant on finding_addition using (municipality_id = (select sealed.current_municipality()));
grant select on finding_addition to tilsyn_app;
grant insert (municipality_id, finding_id, review_id, person_id, text, at) on finding_addition to tilsyn_app;
grant update (text, at, withdrawn_at) on finding_addition to tilsyn_app;
grant insert (words_key) on finding to tilsyn_app;

-- What the record says of a run's due days. Days are days in Denmark.
create function sealed.due_days(municipality uuid, finding uuid, of_run int, out first_due_on date, out last_due_on date,
  out put_off int, out put_off_late boolean, out kept boolean) stable language sql set search_path = pg_catalog, public as $$
  with days as (
    select a.id, a.kind, a.person_id, a.due_on, (a.at at time zone 'Europe/Copenhagen')::date as day,
      lag(a.due_on) over (order by a.id) as before
    from finding_act as a
    where a.municipality_id = $1 and a.finding_id = $2 and a.run = $3 and a.kind in ('plan', 'put-off'))
  select (array_agg(d.due_on order by d.id))[1], (array_agg(d.due_on order by d.id desc))[1],
    (count(*) filter (where d.due_on > d.before))::int,
    coalesce(bool_or(d.due_on > d.before and d.day > d.before), false),
    -- Of an overdue one somebody else has put it off, with the reason that the record demands.
    coalesce(bool_and(not (d.due_on > d.before and d.day > d.before) or (d.kind = 'put-off' and not exists (
      select from finding_act as w where w.municipality_id = $1 and w.finding_id = $2 and w.run = $3 and w.id < d.id
        and ((w.kind in ('contact', 'carry-out') and w.person_id = d.person_id)
          or (w.kind = 'plan' and w.responsible_id = d.person_id))))), true)
  from days as d
$$;
comment on function sealed.due_days is 'The first and the last due day of a finding''s run, how often and whether late it was put off, and whether by whom it may be.';
revoke all on function sealed.due_days from public;
grant execute on function sealed.due_days to tilsyn_app;

alter table finding no force row level security;
alter table finding_act no force row level security;
alter table finding_addition no force row level security;
-- What was put off before there was a rule for it is counted as it was.
update finding as f set first_due_on = coalesce(d.first_due_on, f.due_on), put_off = d.put_off, put_off_late = d.put_off_late
from (select x.municipality_id, x.id, y.* from finding as x, sealed.due_days(x.municipality_id, x.id, x.run) as y
  where x.due_on is not null) as d
where f.municipality_id = d.municipality_id and f.id = d.id;
insert into finding_addition (municipality_id, finding_id, review_id, person_id, text, at)
select municipality_id, id, added_in, added_by, words, found_at from finding where words is not null;
-- Of those that two had written alike each stays as it is.
update finding as f set words_key = case when k.nth = 1 then k.key else k.key || ' ' || f.id end
from (select municipality_id, id, key, row_number() over (partition by municipality_id, round_id, case_stage_id, key
    order by found_at, id) as nth
  from (select x.*, coalesce(nullif(lower(btrim(regexp_replace(normalize(words, nfkc), '\s+', ' ', 'g'), ' .!?')), ''),
    words) as key from finding as x where words is not null) as w) as k
where f.municipality_id = k.municipality_id and f.id = k.id;
alter table finding force row level security;
alter table finding_act force row level security;
alter table finding_addition force row level security;

alter table finding add check ((words is null) = (words_key is null));
alter table finding add check ((due_on is null) = (first_due_on is null));
create unique index finding_of_words on finding (municipality_id, round_id, case_stage_id, words_key)
  where words_key is not null;
create index finding_put_off_late on finding (municipality_id, unit_id) where put_off_late;

-- Whatever writes the row: the due day is the record's, and of what was put off the record tells.
create function sealed.keep_due_days() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  days record;
begin
  if new.due_on is null then
    new.first_due_on := null;
    new.put_off := 0;
    new.put_off_late := false;
    return new;
  end if;
  if new.run = old.run and new.due_on is not distinct from old.due_on then
    new.first_due_on := old.first_due_on;
    new.put_off := old.put_off;
    new.put_off_late := old.put_off_late;
    return new;
  end if;
  select * into days from sealed.due_days(new.municipality_id, new.id, new.run);
  if (old.due_on is null or new.due_on > old.due_on) and days.last_due_on is distinct from new.due_on then
    raise exception 'a due day is on record' using errcode = 'check_violation', constraint = 'finding_due_on_record';
  end if;
  if not days.kept then
    raise exception 'an overdue restoration is put off by somebody else' using errcode = 'check_violation',
      constraint = 'finding_put_off_by_another';
  end if;
  new.first_due_on := coalesce(days.first_due_on, new.due_on);
  new.put_off := days.put_off;
  new.put_off_late := days.put_off_late;
  return new;
end $$;
comment on function sealed.keep_due_days() is 'Keeps a finding''s first due day and how it was put off, from the record.';
revoke all on function sealed.keep_due_days() from public;
create trigger keep_due_days before update on finding for each row execute function sealed.keep_due_days();
