create table review (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  level int not null check (level > 0),
  case_stage_id uuid not null,
  draw_id uuid not null,
  unit_id uuid not null,
  state text not null default 'assigned' check (state in ('assigned', 'in-progress', 'submitted', 'written-off')),
  assigned_to uuid,
  assigned_with uuid,
  started_at timestamptz,
  submitted_at timestamptz,
  minutes int check (minutes >= 0),
  comment text,
  version int not null default 1 check (version > 0),
  primary key (municipality_id, id),
  unique (municipality_id, round_id, level, case_stage_id),
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, draw_id, case_stage_id) references draw_case,
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, assigned_to) references person,
  foreign key (municipality_id, assigned_with) references person,
  check (state <> 'assigned' or started_at is null),
  check (state not in ('in-progress', 'submitted') or (started_at is not null and assigned_to is not null)),
  check ((state = 'submitted') = (submitted_at is not null)),
  check (submitted_at >= started_at),
  check (assigned_with <> assigned_to)
);
comment on table review is 'One level''s review of one drawn case stage.';
comment on column review.unit_id is 'The case stage''s unit on the day of the draw.';
comment on column review.assigned_to is 'Null: not yet given to anyone.';
comment on column review.assigned_with is 'The second reviewer, where two fill one form together.';
comment on column review.minutes is 'Time used, as stated on submission.';
comment on column review.version is 'Grows with every write; a write names the version it saw.';
create index on review (municipality_id, assigned_to, state);
create index on review (municipality_id, assigned_with, state);
create index on review (municipality_id, round_id, level, unit_id, state);
create index on review (municipality_id, case_stage_id);
create index on review (municipality_id, draw_id, case_stage_id);
alter table review enable row level security, force row level security;
create policy tenant on review using (municipality_id = (select sealed.current_municipality()));
grant select, insert on review to tilsyn_app;
grant update (state, assigned_to, assigned_with, started_at, submitted_at, minutes, comment, version) on review to tilsyn_app;

create table review_answer (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  review_id uuid not null,
  question_key text not null check (question_key <> ''),
  answer text not null check (answer in ('yes', 'no', 'na')),
  wording text not null check (wording <> ''),
  programme_version_id uuid not null,
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  version int not null default 1 check (version > 0),
  primary key (municipality_id, review_id, question_key),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, programme_version_id) references programme_version,
  foreign key (municipality_id, answered_by) references person
);
comment on table review_answer is 'One answered question, with the wording of that day: nothing joins to today''s text.';
comment on column review_answer.answer is 'na: not applicable; it leaves every denominator and is never a no.';
comment on column review_answer.wording is 'The question as it stood in Danish when it was answered.';
comment on column review_answer.evidence_reference is 'The document in the case system that shows it.';
alter table review_answer enable row level security, force row level security;
create policy tenant on review_answer using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update, delete on review_answer to tilsyn_app;

create table question_tally (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  round_id uuid not null,
  level int not null check (level > 0),
  unit_id uuid not null,
  stage text not null,
  question_key text not null,
  yes int not null default 0 check (yes >= 0),
  no int not null default 0 check (no >= 0),
  na int not null default 0 check (na >= 0),
  primary key (municipality_id, round_id, level, unit_id, stage, question_key),
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, unit_id) references unit
);
comment on table question_tally is 'Answers of submitted reviews, counted in the transaction that submits, so that a page''s cost does not grow with history.';
alter table question_tally enable row level security, force row level security;
create policy tenant on question_tally using (municipality_id = (select sealed.current_municipality()));
grant select, insert on question_tally to tilsyn_app;
grant update (yes, no, na) on question_tally to tilsyn_app;

create table round_progress (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  round_id uuid not null,
  level int not null check (level > 0),
  unit_id uuid not null,
  drawn int not null default 0 check (drawn >= 0),
  assigned int not null default 0 check (assigned >= 0),
  started int not null default 0 check (started >= 0),
  submitted int not null default 0 check (submitted >= 0),
  minutes bigint not null default 0 check (minutes >= 0),
  primary key (municipality_id, round_id, level, unit_id),
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, unit_id) references unit
);
comment on table round_progress is 'How far a level is in a unit, kept up to date by the acts that change it.';
comment on column round_progress.drawn is 'Reviews in the draw now, replaced cases not counted.';
comment on column round_progress.assigned is 'Of drawn: given to a reviewer. Started and submitted reviews count here too.';
comment on column round_progress.started is 'Of assigned: with a first answer. Submitted reviews count here too.';
alter table round_progress enable row level security, force row level security;
create policy tenant on round_progress using (municipality_id = (select sealed.current_municipality()));
grant select, insert on round_progress to tilsyn_app;
grant update (drawn, assigned, started, submitted, minutes) on round_progress to tilsyn_app;
