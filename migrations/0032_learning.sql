-- Learning: visits to the units, four-box proposals and strengths. None of these tables holds an answer of a review.
create table learning_visit (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  round_id uuid,
  follows_id uuid,
  held_on date not null,
  place text check (place <> ''),
  participants jsonb not null check (jsonb_typeof(participants) = 'array'),
  agenda jsonb not null check (jsonb_typeof(agenda) = 'array'),
  minutes text not null default '',
  plan_version int not null default 1 check (plan_version > 0),
  agenda_version int not null default 1 check (agenda_version > 0),
  minutes_version int not null default 1 check (minutes_version > 0),
  planned_by uuid,
  planned_at timestamptz not null,
  closed_as text check (closed_as in ('held', 'cancelled')),
  closed_by uuid,
  closed_at timestamptz,
  cancelled_reason text check (cancelled_reason <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, follows_id) references learning_visit,
  foreign key (municipality_id, planned_by) references person,
  foreign key (municipality_id, closed_by) references person,
  check (follows_id <> id),
  check ((closed_as is null) = (closed_at is null)),
  check ((closed_as is not distinct from 'cancelled') = (cancelled_reason is not null))
);
comment on table learning_visit is 'A learning visit to a unit: planned until closed_as says that it was held or cancelled.';
comment on column learning_visit.round_id is 'The round it follows up; null: none. Figures are read from the round when the visit is looked at, never kept here, so that the seal decides each time.';
comment on column learning_visit.follows_id is 'The visit this one follows up; its open attention points are settled here.';
comment on column learning_visit.participants is 'In their order: [{person: id or null, name}]; a name without a person is somebody from outside.';
comment on column learning_visit.agenda is 'In their order: [{kind, question: key or null, text, note}].';
comment on column learning_visit.plan_version is 'Grows with each write of day, place, round or participants; agenda_version and minutes_version of theirs. Who saw an older one is told, and overwrites nothing.';
comment on column learning_visit.planned_by is 'Null: the program itself, in the demo.';
create index on learning_visit (municipality_id, unit_id, held_on);
create index on learning_visit (municipality_id, round_id);
create index on learning_visit (municipality_id, follows_id);
create index on learning_visit (municipality_id, planned_by);
create index on learning_visit (municipality_id, closed_by);
alter table learning_visit enable row level security, force row level security;
create policy tenant on learning_visit using (municipality_id = (select sealed.current_municipality()));
grant select, insert on learning_visit to tilsyn_app;
grant update (round_id, held_on, place, participants, agenda, minutes, plan_version, agenda_version, minutes_version,
  closed_as, closed_by, closed_at, cancelled_reason) on learning_visit to tilsyn_app;

create table visit_point (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  visit_id uuid not null,
  text text not null check (text <> ''),
  who text check (who <> ''),
  due_on date,
  version int not null default 1 check (version > 0),
  written_by uuid,
  written_at timestamptz not null,
  outcome text check (outcome in ('done', 'dropped')),
  outcome_note text check (outcome_note <> ''),
  outcome_visit_id uuid,
  outcome_by uuid,
  outcome_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, visit_id) references learning_visit,
  foreign key (municipality_id, outcome_visit_id) references learning_visit,
  foreign key (municipality_id, written_by) references person,
  foreign key (municipality_id, outcome_by) references person,
  check ((outcome is null) = (outcome_at is null)),
  check (outcome is not null or outcome_note is null)
);
comment on table visit_point is 'An attention point: what the unit takes with it from a visit, who does it and by when. Open until it has an outcome.';
comment on column visit_point.who is 'As it was said at the meeting: a name, a function, a team.';
comment on column visit_point.outcome_visit_id is 'The follow-up visit it was settled at; null: between visits.';
create index on visit_point (municipality_id, visit_id, written_at);
create index on visit_point (municipality_id, outcome_visit_id);
create index on visit_point (municipality_id, written_by);
create index on visit_point (municipality_id, outcome_by);
alter table visit_point enable row level security, force row level security;
create policy tenant on visit_point using (municipality_id = (select sealed.current_municipality()));
grant select, insert on visit_point to tilsyn_app;
grant update (text, who, due_on, version, outcome, outcome_note, outcome_visit_id, outcome_by, outcome_at)
  on visit_point to tilsyn_app;

create table four_box (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  round_id uuid,
  visit_id uuid,
  title text not null check (title <> ''),
  lines jsonb not null check (jsonb_typeof(lines) = 'object'),
  version int not null default 1 check (version > 0),
  author_id uuid,
  author_role text not null check (author_role <> ''),
  written_at timestamptz not null,
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, visit_id) references learning_visit,
  foreign key (municipality_id, author_id) references person,
  foreign key (municipality_id, withdrawn_by) references person,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table four_box is 'A four-box proposal: what do we want, what is hard, how do we do it, what do we do already.';
comment on column four_box.lines is 'The lines of each box: {want, hard, how, already}, each an array of texts.';
comment on column four_box.author_role is 'As of the writing; shown to the unit in place of the name.';
comment on column four_box.shared_at is 'From here on the unit reads it; null: a draft that its author alone sees.';
create index on four_box (municipality_id, unit_id, written_at);
create index on four_box (municipality_id, round_id);
create index on four_box (municipality_id, visit_id);
create index on four_box (municipality_id, author_id);
create index on four_box (municipality_id, withdrawn_by);
alter table four_box enable row level security, force row level security;
create policy tenant on four_box using (municipality_id = (select sealed.current_municipality()));
grant select, insert on four_box to tilsyn_app;
grant update (title, lines, version, shared_at, withdrawn_at, withdrawn_by) on four_box to tilsyn_app;

create table strength (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  review_id uuid,
  question_key text check (question_key <> ''),
  case_number int check (case_number > 0),
  theme text check (theme <> ''),
  text text not null check (text <> ''),
  author_id uuid,
  author_role text not null check (author_role <> ''),
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, author_id) references person,
  foreign key (municipality_id, withdrawn_by) references person,
  check ((review_id is null) = (question_key is null)),
  check ((review_id is null) = (case_number is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table strength is 'Something that went well: marked by a reviewer at a question of a submitted review, or written by the unit. Append-only but for the withdrawal.';
comment on column strength.review_id is 'Null: written by the unit. Set: it tells of an answer, so it is behind the seal of its round.';
comment on column strength.case_number is 'Stands for the case wherever the strength is shown: the cases of a round with a strength, numbered as they came.';
comment on column strength.theme is 'Key of a theme of the programme; of a review, that of the question.';
create index on strength (municipality_id, unit_id, written_at);
create index on strength (municipality_id, review_id);
create index on strength (municipality_id, author_id);
create index on strength (municipality_id, withdrawn_by);
alter table strength enable row level security, force row level security;
create policy tenant on strength using (municipality_id = (select sealed.current_municipality()));
grant select, insert on strength to tilsyn_app;
grant update (withdrawn_at, withdrawn_by) on strength to tilsyn_app;
