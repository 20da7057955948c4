-- Calibration: invented case files that a group of reviewers answers before a round, so that they read the questions
-- alike (docs/decisions/0013). Nothing here is about a child, and nothing of it enters a round.
create table training_case (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  included_key text check (included_key <> ''),
  created_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, included_key)
);
comment on table training_case is 'An invented case file. What it says is in its versions.';
comment on column training_case.included_key is 'Set: taken over from a file that comes with the program (programmes/training).';
alter table training_case enable row level security, force row level security;
create policy tenant on training_case using (municipality_id = (select sealed.current_municipality()));
grant select, insert on training_case to tilsyn_app;

create table training_case_version (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  training_case_id uuid not null,
  version int not null check (version > 0),
  title text not null check (title <> ''),
  stage text not null check (stage <> ''),
  started date not null,
  completed date not null,
  documents jsonb not null check (jsonb_typeof(documents) = 'array'),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  written_by uuid,
  written_at timestamptz not null,
  primary key (municipality_id, training_case_id, version),
  foreign key (municipality_id, training_case_id) references training_case,
  foreign key (municipality_id, written_by) references person,
  check (completed >= started)
);
comment on table training_case_version is 'Append-only: a new text is a new version, so that an answer always stands beside the text it was given to.';
comment on column training_case_version.documents is 'The invented documents in the order of the file: [{title, date, text}].';
comment on column training_case_version.digest is 'SHA-256 of the content, by which an unchanged text is known.';
comment on column training_case_version.written_by is 'Null: the program itself, in the demo.';
create index on training_case_version (municipality_id, written_by);
alter table training_case_version enable row level security, force row level security;
create policy tenant on training_case_version using (municipality_id = (select sealed.current_municipality()));
grant select, insert on training_case_version to tilsyn_app;

create table calibration (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  programme_version_id uuid not null,
  due_on date not null,
  created_by uuid,
  created_at timestamptz not null,
  opened_at timestamptz,
  opened_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text check (withdrawn_reason <> ''),
  pairs int check (pairs >= 0),
  agreeing int check (agreeing between 0 and pairs),
  primary key (municipality_id, id),
  foreign key (municipality_id, programme_version_id) references programme_version,
  foreign key (municipality_id, created_by) references person,
  foreign key (municipality_id, opened_by) references person,
  foreign key (municipality_id, withdrawn_by) references person,
  check (opened_at is null or withdrawn_at is null),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check ((opened_at is null) = (pairs is null)),
  check ((pairs is null) = (agreeing is null))
);
comment on table calibration is 'A calibration: some training cases, some reviewers, and a day by which they should have answered.';
comment on column calibration.due_on is 'A wish: answering ends when the answers are opened, not on this day.';
comment on column calibration.opened_at is 'From here on nobody answers and the invited see all answers that were handed in; null: sealed.';
comment on column calibration.pairs is 'Counted at the opening: pairs of people who answered one and the same question of one training case.';
comment on column calibration.agreeing is 'Of those, the pairs that gave the same answer.';
comment on column calibration.opened_by is 'Null with opened_at set: the last answer was handed in.';
create index on calibration (municipality_id, programme_version_id, opened_at);
create index on calibration (municipality_id, created_by);
create index on calibration (municipality_id, opened_by);
create index on calibration (municipality_id, withdrawn_by);
alter table calibration enable row level security, force row level security;
create policy tenant on calibration using (municipality_id = (select sealed.current_municipality()));
grant select, insert on calibration to tilsyn_app;
grant update (opened_at, opened_by, withdrawn_at, withdrawn_by, withdrawn_reason, pairs, agreeing)
  on calibration to tilsyn_app;

create table calibration_case (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  calibration_id uuid not null,
  training_case_id uuid not null,
  version int not null,
  ord int not null check (ord > 0),
  primary key (municipality_id, calibration_id, training_case_id),
  unique (municipality_id, calibration_id, ord),
  foreign key (municipality_id, calibration_id) references calibration,
  foreign key (municipality_id, training_case_id, version) references training_case_version
);
comment on table calibration_case is 'Which training cases are answered, each in the version of the day the calibration was made.';
create index on calibration_case (municipality_id, training_case_id, version);
alter table calibration_case enable row level security, force row level security;
create policy tenant on calibration_case using (municipality_id = (select sealed.current_municipality()));
grant select, insert on calibration_case to tilsyn_app;

create table calibration_form (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  calibration_id uuid not null,
  training_case_id uuid not null,
  person_id uuid not null,
  level int not null check (level > 0),
  started_at timestamptz,
  submitted_at timestamptz,
  version int not null default 0 check (version >= 0),
  primary key (municipality_id, calibration_id, training_case_id, person_id),
  foreign key (municipality_id, calibration_id, training_case_id) references calibration_case,
  foreign key (municipality_id, person_id) references person,
  check (submitted_at >= started_at)
);
comment on table calibration_form is 'One invited reviewer''s answers to one training case. Whoever has a form is invited.';
comment on column calibration_form.level is 'The level they review at, as of the invitation; results show it in place of a name.';
comment on column calibration_form.version is 'Number of writes, which gives answers their versions.';
create index on calibration_form (municipality_id, person_id);
alter table calibration_form enable row level security, force row level security;
create policy tenant on calibration_form using (municipality_id = (select sealed.current_municipality()));
grant select, insert on calibration_form to tilsyn_app;
grant update (started_at, submitted_at, version) on calibration_form to tilsyn_app;

create table calibration_answer (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  calibration_id uuid not null,
  training_case_id uuid not null,
  person_id uuid not null,
  question_key text not null check (question_key <> ''),
  answer text check (answer in ('yes', 'no', 'na')),
  value text check (value <> ''),
  override_reason text check (override_reason <> ''),
  wording text not null check (wording <> ''),
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_at timestamptz not null,
  version int not null check (version > 0),
  primary key (municipality_id, calibration_id, training_case_id, person_id, question_key),
  foreign key (municipality_id, calibration_id, training_case_id, person_id) references calibration_form,
  check (answer is null or value is null)
);
comment on table calibration_answer is 'What somebody answered in a calibration. Never counted in a round.';
comment on column calibration_answer.wording is 'The question as it stood, in Danish, when it was answered.';
alter table calibration_answer enable row level security, force row level security;
create policy tenant on calibration_answer using (municipality_id = (select sealed.current_municipality()));
grant select, insert on calibration_answer to tilsyn_app;
grant update (answer, value, override_reason, wording, comment, evidence_reference, evidence_date, answered_at, version)
  on calibration_answer to tilsyn_app;

create function refuse_change_of_calibration() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from calibration_form as f join calibration as c
      on c.municipality_id = f.municipality_id and c.id = f.calibration_id
    where f.municipality_id = new.municipality_id and f.calibration_id = new.calibration_id
      and f.training_case_id = new.training_case_id and f.person_id = new.person_id
      and (f.submitted_at is not null or c.opened_at is not null or c.withdrawn_at is not null)
  ) then
    raise exception 'an answer of a calibration that is handed in or closed does not change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function refuse_change_of_calibration() is 'Holds that an answer never changes once it is handed in or the calibration is closed.';
create trigger calibration_answer_closed before insert or update on calibration_answer
for each row execute function refuse_change_of_calibration();

create table calibration_conclusion (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  calibration_id uuid not null,
  training_case_id uuid not null,
  question_key text not null check (question_key <> ''),
  at timestamptz not null default now(),
  person_id uuid,
  given text check (given <> ''),
  reason text check (reason <> ''),
  guidance text check (guidance <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, calibration_id, training_case_id) references calibration_case,
  foreign key (municipality_id, person_id) references person,
  check (given is null or reason is not null)
);
comment on table calibration_conclusion is 'Append-only: what the meeting agreed on a question, beside everybody''s answers. The newest stands.';
comment on column calibration_conclusion.given is 'The agreed answer in its written form; null: none, only guidance, or what was written before is taken back.';
create index on calibration_conclusion (municipality_id, calibration_id, training_case_id, question_key, id);
create index on calibration_conclusion (municipality_id, person_id);
alter table calibration_conclusion enable row level security, force row level security;
create policy tenant on calibration_conclusion using (municipality_id = (select sealed.current_municipality()));
grant select on calibration_conclusion to tilsyn_app;
grant insert (municipality_id, calibration_id, training_case_id, question_key, at, person_id, given, reason, guidance)
  on calibration_conclusion to tilsyn_app;

alter table change_entry drop constraint change_entry_room_check;
alter table change_entry add constraint change_entry_room_check check (room in (
  'programme', 'registry', 'draw', 'review', 'calibration', 'finding', 'learning', 'analysis', 'report', 'caseflow',
  'oversight', 'access', 'notification'));
