-- Complaints over decisions, as the municipality sent them to Ankestyrelsen and as they were decided, and counts that somebody
-- has published of them. The register knows a complaint by the municipality's own number; it names no child.
create table appeal (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  reference text not null check (reference <> ''),
  unit_id uuid,
  provision text not null check (provision <> ''),
  provision_certain boolean not null,
  age_group text check (age_group in ('0-14', '15-17', '18-plus')),
  about text check (about <> ''),
  reassessed_on date,
  sent_on date not null check (reassessed_on <= sent_on),
  entered_by uuid,
  entered_at timestamptz not null,
  decided_on date check (decided_on >= sent_on),
  outcome text check (outcome in ('upheld', 'changed', 'remitted', 'dismissed')),
  ground text check (ground <> ''),
  decision_by uuid,
  lesson text check (lesson <> ''),
  lesson_person_id uuid,
  lesson_due_on date,
  lesson_by uuid,
  learnt_on date,
  learnt_how text check (learnt_how <> ''),
  learnt_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text check (withdrawn_reason <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, entered_by) references person,
  foreign key (municipality_id, decision_by) references person,
  foreign key (municipality_id, lesson_person_id) references person,
  foreign key (municipality_id, lesson_by) references person,
  foreign key (municipality_id, learnt_by) references person,
  foreign key (municipality_id, withdrawn_by) references person,
  check ((decided_on is null) = (outcome is null)),
  check (lesson is null or (outcome is not null and outcome in ('changed', 'remitted'))),
  check (num_nonnulls(lesson, lesson_person_id, lesson_due_on) in (0, 3)),
  check (num_nonnulls(learnt_on, learnt_how) in (0, 2)),
  check (learnt_on is null or (lesson is not null and learnt_on >= decided_on)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table appeal is 'A complaint sent to Ankestyrelsen. Each step is written once and never changed; what was entered by mistake is withdrawn.';
comment on column appeal.reference is 'The municipality''s own number of the complaint; not the child''s.';
comment on column appeal.provision_certain is 'False where the provision is somebody''s reading and does not stand in the decision.';
comment on column appeal.reassessed_on is 'When the municipality looked at its decision again before sending the complaint on.';
comment on column appeal.lesson is 'What is to be learnt of a decision that was changed or remitted.';
create unique index appeal_reference on appeal (municipality_id, reference) where withdrawn_at is null;
create index on appeal (municipality_id, sent_on);
create index on appeal (municipality_id, unit_id);
create index on appeal (municipality_id, entered_by);
create index on appeal (municipality_id, decision_by);
create index on appeal (municipality_id, lesson_person_id);
create index on appeal (municipality_id, lesson_by);
create index on appeal (municipality_id, learnt_by);
create index on appeal (municipality_id, withdrawn_by);
alter table appeal enable row level security, force row level security;
create policy tenant on appeal using (municipality_id = (select sealed.current_municipality()));
grant select, insert on appeal to tilsyn_app;
grant update (decided_on, outcome, ground, decision_by, lesson, lesson_person_id, lesson_due_on, lesson_by, learnt_on, learnt_how,
  learnt_by, withdrawn_at, withdrawn_by, withdrawn_reason) on appeal to tilsyn_app;

create table appeal_count (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  year int not null check (year between 1950 and 2100),
  scope text not null check (scope in ('unit', 'municipality', 'national')),
  body text not null check (body <> ''),
  provision text check (provision <> ''),
  age_group text check (age_group in ('0-14', '15-17', '18-plus')),
  basis text not null check (basis in ('sent', 'decided')),
  sent int check (sent >= 0),
  decided int check (decided >= 0),
  upheld int check (upheld >= 0),
  upheld_percent int check (upheld_percent between 0 and 100),
  source text not null check (source <> ''),
  entered_by uuid,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text check (withdrawn_reason <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, entered_by) references person,
  foreign key (municipality_id, withdrawn_by) references person,
  check (sent is not null or decided is not null),
  check (upheld is null or (decided is not null and upheld <= decided)),
  check (upheld_percent is null or decided > 0),
  check (basis = 'decided' or sent is null or decided is null or decided <= sent),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table appeal_count is 'What somebody has published of a year''s complaints, as it is printed, with where it stands.';
comment on column appeal_count.basis is 'Which complaints the year counts: those sent in it, or those decided in it.';
comment on column appeal_count.upheld_percent is 'As printed, in whole per cent; kept beside the count so that the two can be held against each other.';
create index on appeal_count (municipality_id, year);
create index on appeal_count (municipality_id, entered_by);
create index on appeal_count (municipality_id, withdrawn_by);
alter table appeal_count enable row level security, force row level security;
create policy tenant on appeal_count using (municipality_id = (select sealed.current_municipality()));
grant select, insert on appeal_count to tilsyn_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on appeal_count to tilsyn_app;
