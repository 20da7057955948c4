-- A child may be at risk: reported by whoever reads the file, handled by the unit's manager against a clock
-- (docs/user-guide). One open case per case id; what happens to it is append-only.
create table critical_case (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id text not null check (case_id <> ''),
  case_stage_id uuid not null,
  unit_id uuid not null,
  run int not null default 1 check (run > 0),
  started_at timestamptz not null,
  acknowledge_by timestamptz not null,
  act_by timestamptz not null,
  confirm_by timestamptz not null,
  account_by timestamptz not null,
  acknowledged_at timestamptz check (acknowledged_at >= started_at),
  acted_at timestamptz check (acted_at >= acknowledged_at),
  confirmed_at timestamptz check (confirmed_at >= acted_at),
  accounted_at timestamptz check (accounted_at >= confirmed_at),
  withdrawn_at timestamptz check (withdrawn_at >= started_at),
  state text not null generated always as (case
    when withdrawn_at is not null then 'withdrawn'
    when accounted_at is not null then 'accounted'
    when confirmed_at is not null then 'confirmed'
    when acted_at is not null then 'acted'
    when acknowledged_at is not null then 'acknowledged'
    else 'reported' end) stored,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_stage_id) references case_stage,
  foreign key (municipality_id, unit_id) references unit,
  check (acted_at is null or acknowledged_at is not null),
  check (confirmed_at is null or acted_at is not null),
  check (accounted_at is null or confirmed_at is not null),
  check (accounted_at is null or withdrawn_at is null),
  check (least(acknowledge_by, act_by, confirm_by, account_by) > started_at)
);
comment on table critical_case is 'A case reported as critical, and how far its handling is.';
comment on column critical_case.case_id is 'The number its reporters find the file by.';
comment on column critical_case.case_stage_id is 'Of the first report: whoever took part in it does not close the case.';
comment on column critical_case.run is 'Counts the times the clock was started: 1, and one more for each reopening.';
comment on column critical_case.started_at is 'When this run''s clock started, by the program''s clock.';
comment on column critical_case.acknowledge_by is 'Deadlines of this run, by the programme''s settings when its clock started.';
comment on column critical_case.state is 'Computed: the furthest step done.';
create unique index critical_case_one_open on critical_case (municipality_id, case_id)
  where accounted_at is null and withdrawn_at is null;
create index on critical_case (municipality_id, unit_id);
create index on critical_case (municipality_id, case_stage_id);
alter table critical_case enable row level security, force row level security;
create policy tenant on critical_case using (municipality_id = (select sealed.current_municipality()));
grant select on critical_case to tilsyn_app;
grant insert (id, case_id, case_stage_id, unit_id, run, started_at, acknowledge_by, act_by, confirm_by, account_by,
  acknowledged_at, acted_at, confirmed_at, accounted_at, withdrawn_at) on critical_case to tilsyn_app;
grant update (run, started_at, acknowledge_by, act_by, confirm_by, account_by, acknowledged_at, acted_at, confirmed_at,
  accounted_at, withdrawn_at) on critical_case to tilsyn_app;

create table critical_act (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  critical_case_id uuid not null,
  run int not null check (run > 0),
  at timestamptz not null,
  kind text not null check (kind in ('reported', 'joined', 'told', 'acknowledged', 'acted', 'confirmed', 'accounted',
    'escalated', 'withdrawn', 'reopened')),
  person_id uuid,
  review_id uuid,
  step text check (step in ('acknowledged', 'acted', 'confirmed', 'accounted')),
  due_at timestamptz,
  text text check (text <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, critical_case_id) references critical_case,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, review_id) references review,
  check ((kind in ('reported', 'joined')) = (review_id is not null)),
  check ((kind = 'escalated') = (step is not null)),
  check ((kind in ('acknowledged', 'acted', 'confirmed', 'accounted', 'escalated')) = (due_at is not null)),
  check (kind in ('told', 'acknowledged', 'escalated') or text is not null),
  check (kind = 'escalated' or person_id is not null)
);
comment on table critical_act is 'Append-only: what was done in a critical case, by whom and when.';
comment on column critical_act.person_id is 'Who did it, or who was told; null: the program.';
comment on column critical_act.review_id is 'The review it was reported from.';
comment on column critical_act.step is 'The step that was overdue.';
comment on column critical_act.due_at is 'When the step was due.';
comment on column critical_act.text is 'In the person''s own words: what is feared, what was done, why.';
create unique index critical_act_step_once on critical_act (municipality_id, critical_case_id, run, kind)
  where kind in ('reported', 'acknowledged', 'acted', 'confirmed', 'accounted', 'withdrawn', 'reopened');
create unique index critical_act_told_once on critical_act (municipality_id, critical_case_id, run, person_id)
  where kind = 'told';
create unique index critical_act_escalated_once on critical_act (municipality_id, critical_case_id, run, step)
  where kind = 'escalated';
create index on critical_act (municipality_id, critical_case_id, id);
create index on critical_act (municipality_id, review_id);
create index on critical_act (municipality_id, person_id);
alter table critical_act enable row level security, force row level security;
create policy tenant on critical_act using (municipality_id = (select sealed.current_municipality()));
grant select on critical_act to tilsyn_app;
grant insert (critical_case_id, run, at, kind, person_id, review_id, step, due_at, text) on critical_act to tilsyn_app;
