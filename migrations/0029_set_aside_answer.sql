-- What somebody answered before it was known that they could not judge the case independently.
create table set_aside_answer (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  review_id uuid not null,
  set_aside_at timestamptz not null default now(),
  question_key text not null check (question_key <> ''),
  answer text check (answer in ('yes', 'no', 'na')),
  value text check (value <> ''),
  value_type text check (value_type in ('graded', 'number', 'date', 'text')),
  value_wording text check (value_wording <> ''),
  override_reason text check (override_reason <> ''),
  wording text not null check (wording <> ''),
  programme_version_id uuid not null,
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, programme_version_id) references programme_version,
  foreign key (municipality_id, answered_by) references person
);
comment on table set_aside_answer is 'Append-only: answers of somebody with a conflict of interest, taken out of an open review and counted nowhere.';
create index on set_aside_answer (municipality_id, review_id);
create index on set_aside_answer (municipality_id, programme_version_id);
create index on set_aside_answer (municipality_id, answered_by);
alter table set_aside_answer enable row level security, force row level security;
create policy tenant on set_aside_answer using (municipality_id = (select sealed.current_municipality()));
grant select on set_aside_answer to tilsyn_app;
grant insert (review_id, question_key, answer, value, value_type, value_wording, override_reason, wording, programme_version_id, comment, evidence_reference, evidence_date, answered_by, answered_at) on set_aside_answer to tilsyn_app;
