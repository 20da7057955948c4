-- Findings: errors that the audit found, and what is done about each (docs/decisions/0015). What happens to one is
-- append-only. None is closed but by a verification or an approved ground, and by another person than whose work it is.

-- Which submitted reviews have been looked through for errors. Those from before this migration are looked through by the
-- program itself, because what counts as an error stands in the programme.
alter table review add column findings_at timestamptz;
comment on column review.findings_at is 'When its submitted answers were looked through for errors; null: not since they were submitted.';
create index review_findings_missing on review (municipality_id, id)
  where state = 'submitted' and findings_at is null and anchor_id is null;
grant update (findings_at) on review to tilsyn_app;

create table finding (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  case_stage_id uuid not null,
  unit_id uuid not null,
  stage text not null check (stage <> ''),
  question_key text check (question_key <> ''),
  words text check (words <> ''),
  added_in uuid,
  added_by uuid,
  found_at timestamptz not null,
  recorded_at timestamptz not null,
  sources int not null default 0 check (sources >= 0),
  severity text not null default 'unassessed' check (severity in ('unassessed', 'slight', 'ordinary', 'serious')),
  severity_by uuid,
  run int not null default 1 check (run > 0),
  version int not null default 1 check (version > 0),
  measures text[] check (cardinality(measures) > 0 and measures <@ array['decision', 'party-hearing', 'consent', 'reasons',
    'complaint-guidance', 'journalising', 'registration-only']),
  responsible_id uuid,
  due_on date,
  contacted_on date,
  response text check (response in ('accepted', 'declined')),
  carried_out_on date,
  journalised_on date,
  carried_out_by uuid,
  verified_by uuid,
  ground text check (ground in ('impossible', 'too-late', 'citizen-declined', 'nothing-to-restore')),
  proposed_by uuid,
  approved_by uuid,
  fallen boolean not null default false,
  told_waiting boolean not null default false,
  state text not null generated always as (case
    when fallen then 'fallen-away'
    when approved_by is not null then 'not-restored'
    when proposed_by is not null then 'proposed'
    when verified_by is not null then 'verified'
    when carried_out_by is not null then 'carried-out'
    when contacted_on is not null then 'contacted'
    when measures is not null then 'planned'
    else 'open' end) stored,
  closed boolean not null generated always as (fallen or approved_by is not null or verified_by is not null) stored,
  primary key (municipality_id, id),
  unique (municipality_id, round_id, case_stage_id, question_key),
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, case_stage_id) references case_stage,
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, added_in) references review,
  foreign key (municipality_id, added_by) references person,
  foreign key (municipality_id, severity_by) references person,
  foreign key (municipality_id, responsible_id) references person,
  foreign key (municipality_id, carried_out_by) references person,
  foreign key (municipality_id, verified_by) references person,
  foreign key (municipality_id, proposed_by) references person,
  foreign key (municipality_id, approved_by) references person,
  check ((question_key is null) = (words is not null)),
  check ((words is null) = (added_in is null)),
  check ((words is null) = (added_by is null)),
  check (severity = 'unassessed' or severity_by is not null),
  check ((measures is null) = (responsible_id is null)),
  check ((measures is null) = (due_on is null)),
  check (not 'registration-only' = any (measures) or cardinality(measures) = 1),
  check ((contacted_on is null) = (response is null)),
  constraint finding_contact_planned
    check (contacted_on is null or (measures is not null and not 'registration-only' = any (measures))),
  check ((carried_out_on is null) = (carried_out_by is null)),
  constraint finding_carried_out check (carried_out_on is null or (measures is not null and
    case when 'registration-only' = any (measures) then journalised_on is null
      else contacted_on is not null and response = 'accepted' and journalised_on is not null end)),
  check (journalised_on is null or carried_out_on is not null),
  constraint finding_verified_by_another check (verified_by is null or (carried_out_by is not null
    and verified_by <> carried_out_by and verified_by <> responsible_id)),
  check ((ground is null) = (proposed_by is null)),
  check (proposed_by is null or carried_out_by is null),
  check (ground is distinct from 'citizen-declined' or response is not distinct from 'declined'),
  constraint finding_approved_by_another check (approved_by is null or (proposed_by is not null
    and approved_by <> proposed_by and approved_by is distinct from responsible_id)),
  constraint finding_fallen check (not fallen or (sources = 0 and carried_out_by is null and approved_by is null))
);
comment on table finding is 'One error at one case of one round, joined over the levels that found it, and how far its restoration is.';
comment on column finding.question_key is 'The question whose answer was not the expected one; null: added in a reviewer''s words.';
comment on column finding.added_in is 'The review that the words were added in.';
comment on column finding.found_at is 'The first submission that found it.';
comment on column finding.recorded_at is 'When it was put on record; later than found_at for rounds from before there were findings.';
comment on column finding.sources is 'Reviews whose submitted answers stand behind it now.';
comment on column finding.run is 'Counts the times it was opened: 1, and one more for each reopening.';
comment on column finding.version is 'Grows with every act of a person; an act names the version it saw.';
comment on column finding.contacted_on is 'The citizen was contacted and told that the step is due to an earlier error.';
comment on column finding.journalised_on is 'The day of the note in the case; null where only the registration is corrected.';
comment on column finding.fallen is 'No submitted answer stands behind it any more.';
comment on column finding.told_waiting is 'Its unit was told that it has waited too long for a plan, in this run.';
comment on column finding.state is 'Computed: the furthest step.';
create index finding_in_order on finding (municipality_id, closed, due_on, found_at, id);
create index finding_of_unit_in_order on finding (municipality_id, unit_id, closed, due_on, found_at, id);
create index finding_waiting on finding (municipality_id, recorded_at)
  where state = 'open' and sources > 0 and not told_waiting;
create index on finding (municipality_id, case_stage_id);
create index on finding (municipality_id, responsible_id) where not closed;
create index on finding (municipality_id, added_in) where added_in is not null;
alter table finding enable row level security, force row level security;
create policy tenant on finding using (municipality_id = (select sealed.current_municipality()));
grant select on finding to tilsyn_app;
-- A finding begins open: the columns of its course can be changed only.
grant insert (municipality_id, id, round_id, case_stage_id, unit_id, stage, question_key, words, added_in, added_by,
  found_at, recorded_at, fallen) on finding to tilsyn_app;
grant update (sources, severity, severity_by, run, version, measures, responsible_id, due_on, contacted_on, response,
  carried_out_on, journalised_on, carried_out_by, verified_by, ground, proposed_by, approved_by, fallen, told_waiting)
  on finding to tilsyn_app;

create table finding_source (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  finding_id uuid not null,
  review_id uuid not null,
  level int not null check (level > 0),
  found_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (municipality_id, finding_id, review_id),
  foreign key (municipality_id, finding_id) references finding,
  foreign key (municipality_id, review_id) references review
);
comment on table finding_source is 'The reviews that found it, level by level.';
comment on column finding_source.withdrawn_at is 'When the answer was corrected or the submission taken back; null: it stands.';
create index on finding_source (municipality_id, review_id);
alter table finding_source enable row level security, force row level security;
create policy tenant on finding_source using (municipality_id = (select sealed.current_municipality()));
grant select, insert on finding_source to tilsyn_app;
grant update (found_at, withdrawn_at) on finding_source to tilsyn_app;

create table finding_act (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  finding_id uuid not null,
  run int not null check (run > 0),
  at timestamptz not null,
  kind text not null check (kind in ('found', 'source-withdrawn', 'fell-away', 'plan', 'contact', 'carry-out', 'verify',
    'send-back', 'propose', 'approve', 'refuse', 'reopen', 'assess', 'told-overdue', 'told-overdue-director',
    'told-waiting')),
  person_id uuid,
  text text check (text <> ''),
  review_id uuid,
  measures text[],
  responsible_id uuid,
  due_on date,
  done_on date,
  journalised_on date,
  response text check (response in ('accepted', 'declined')),
  ground text check (ground in ('impossible', 'too-late', 'citizen-declined', 'nothing-to-restore')),
  severity text check (severity in ('unassessed', 'slight', 'ordinary', 'serious')),
  primary key (municipality_id, id),
  foreign key (municipality_id, finding_id) references finding,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, responsible_id) references person,
  foreign key (municipality_id, review_id) references review,
  check ((kind in ('found', 'source-withdrawn', 'fell-away', 'told-overdue', 'told-overdue-director', 'told-waiting'))
    = (person_id is null)),
  check ((kind in ('found', 'source-withdrawn')) = (review_id is not null)),
  check ((kind = 'plan') = (measures is not null)),
  check ((kind = 'plan') = (responsible_id is not null)),
  check ((kind in ('plan', 'told-overdue', 'told-overdue-director', 'told-waiting')) = (due_on is not null)),
  check ((kind in ('contact', 'carry-out')) = (done_on is not null)),
  check (kind = 'carry-out' or journalised_on is null),
  check ((kind = 'contact') = (response is not null)),
  check ((kind = 'propose') = (ground is not null)),
  check ((kind = 'assess') = (severity is not null)),
  constraint finding_act_reason check (kind not in ('send-back', 'propose', 'refuse', 'reopen') or text is not null)
);
comment on table finding_act is 'Append-only: what was done about a finding, by whom and when; what the program did names nobody.';
comment on column finding_act.review_id is 'The review that found it, or whose answer stands no more.';
comment on column finding_act.due_on is 'Of a plan; of the program''s messages, the day that had passed.';
comment on column finding_act.text is 'In the person''s own words.';
create index on finding_act (municipality_id, finding_id, id);
create index on finding_act (municipality_id, review_id) where review_id is not null;
create unique index finding_act_ends_once on finding_act (municipality_id, finding_id, run, kind)
  where kind in ('verify', 'approve', 'reopen');
create unique index finding_act_told_once on finding_act (municipality_id, finding_id, run, kind, due_on)
  where kind in ('told-overdue', 'told-overdue-director', 'told-waiting');
alter table finding_act enable row level security, force row level security;
create policy tenant on finding_act using (municipality_id = (select sealed.current_municipality()));
grant select on finding_act to tilsyn_app;
grant insert (municipality_id, finding_id, run, at, kind, person_id, text, review_id, measures, responsible_id, due_on,
  done_on, journalised_on, response, ground, severity) on finding_act to tilsyn_app;

-- Whatever writes the row, in one statement or in many: it is closed one step at a time, and the step is on record.
create function sealed.guard_finding() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    if new.verified_by is not null or new.approved_by is not null then
      raise exception 'a finding begins open' using errcode = 'check_violation', constraint = 'finding_begins_open';
    end if;
    return new;
  end if;
  if (old.verified_by is not null or old.approved_by is not null) and new.run = old.run
    and (new.verified_by, new.approved_by) is distinct from (old.verified_by, old.approved_by) then
    raise exception 'a closed finding is opened by a new run' using errcode = 'check_violation',
      constraint = 'finding_reopened_on_record';
  end if;
  if new.run <> old.run and (new.run <> old.run + 1 or (old.verified_by is null and old.approved_by is null)
    or num_nonnulls(new.measures, new.contacted_on, new.carried_out_by, new.verified_by, new.proposed_by,
      new.approved_by) > 0 or new.fallen
    or not exists (select from finding_act a where a.municipality_id = new.municipality_id and a.finding_id = new.id and a.run = new.run and a.kind = 'reopen')) then
    raise exception 'a finding is opened again on record' using errcode = 'check_violation',
      constraint = 'finding_reopened_on_record';
  end if;
  if new.verified_by is distinct from old.verified_by and new.verified_by is not null and
    ((old.carried_out_by, old.measures, old.responsible_id) is distinct from
      (new.carried_out_by, new.measures, new.responsible_id)
      or not exists (select from finding_act a where a.municipality_id = new.municipality_id and a.finding_id = new.id
        and a.run = new.run and a.kind = 'verify' and a.person_id = new.verified_by)) then
    raise exception 'a finding is closed by a verification on record' using errcode = 'check_violation',
      constraint = 'finding_verified_on_record';
  end if;
  -- Also not by who had it in hand before somebody else was made responsible.
  if new.verified_by is distinct from old.verified_by and exists (
    select from finding_act a where a.municipality_id = new.municipality_id and a.finding_id = new.id
      and a.run = new.run and ((a.kind in ('contact', 'carry-out') and a.person_id = new.verified_by)
        or (a.kind = 'plan' and a.responsible_id = new.verified_by))) then
    raise exception 'a finding is verified by somebody else' using errcode = 'check_violation',
      constraint = 'finding_verified_by_another';
  end if;
  if new.approved_by is distinct from old.approved_by and new.approved_by is not null and
    ((old.proposed_by, old.ground) is distinct from (new.proposed_by, new.ground)
      or not exists (select from finding_act a where a.municipality_id = new.municipality_id and a.finding_id = new.id
        and a.run = new.run and a.kind = 'approve' and a.person_id = new.approved_by)) then
    raise exception 'a finding is closed by an approval on record' using errcode = 'check_violation',
      constraint = 'finding_approved_on_record';
  end if;
  if (new.fallen and not old.fallen) or new.sources <> old.sources then
    if new.sources <> (select count(*) from finding_source s where s.municipality_id = new.municipality_id
      and s.finding_id = new.id and s.withdrawn_at is null) then
      raise exception 'the sources of a finding are counted' using errcode = 'check_violation',
        constraint = 'finding_sources_counted';
    end if;
  end if;
  return new;
end $$;
comment on function sealed.guard_finding() is 'A finding is closed one step at a time, by an act on record, whoever writes the row.';
revoke all on function sealed.guard_finding() from public;
-- The generated columns are not computed yet when it runs, so it looks at what they are made of.
create trigger guard before insert or update on finding for each row execute function sealed.guard_finding();
