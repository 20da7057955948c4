-- Answers of every type beside yes, no and not applicable; ratings that follow from other answers; private notes.
alter table review_answer
  add column value text check (value <> ''),
  add column value_type text check (value_type in ('graded', 'number', 'date', 'text')),
  add column value_wording text check (value_wording <> ''),
  add column derived_value text check (derived_value <> ''),
  add column override_reason text check (override_reason <> ''),
  add check ((value_type is not null) = (value is not null or derived_value is not null)),
  add check (answer is null or value_type is null),
  add check ((value_type is not distinct from 'graded') = (value_wording is not null)),
  add check (derived_value is null or value_type = 'graded'),
  add check (override_reason is null or (value is not null and value_type = 'graded')),
  add check (case value_type
    when 'graded' then coalesce(value, '1') ~ '^[1-9][0-9]?$' and coalesce(derived_value, '1') ~ '^[1-9][0-9]?$'
    when 'number' then value ~ '^-?(0|[1-9][0-9]{0,14})([.][0-9]{1,6})?$'
    when 'date' then value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    else true end);
comment on column review_answer.value is 'Answer to a question of another type than yes-no, in one written form: the grade''s place from 1, 12.5, 2024-01-31, or the text.';
comment on column review_answer.value_wording is 'The grade as it stood in Danish when it was given.';
comment on column review_answer.derived_value is 'The grade that followed from the other answers on submission. Where value is set as well, the reviewer overrode it.';
comment on column review_answer.override_reason is 'Why the reviewer overrode the derived grade.';

alter table review_submission_answer
  alter column answer drop not null,
  add column value text,
  add column value_type text,
  add column value_wording text,
  add column derived_value text,
  add column override_reason text,
  add check (answer is not null or value is not null or derived_value is not null);

create table review_note (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  review_id uuid not null,
  question_key text not null check (question_key <> ''),
  person_id uuid not null,
  text text not null check (text <> ''),
  primary key (municipality_id, review_id, question_key, person_id),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, person_id) references person
);
comment on table review_note is 'What a reviewer notes for themselves. Only its writer ever reads it; it is erased when the round closes.';
create index on review_note (municipality_id, person_id);
alter table review_note enable row level security, force row level security;
create policy tenant on review_note using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update, delete on review_note to tilsyn_app;
