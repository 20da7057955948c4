-- Two reviewers of one level who each fill the form alone and then merge their answers.
alter table review add column apart boolean not null default false;
comment on column review.apart is 'Each of its two reviewers fills a form of their own (own_review); review_answer holds what they merged.';

create table own_review (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  review_id uuid not null,
  person_id uuid not null,
  started_at timestamptz not null,
  submitted_at timestamptz,
  minutes int check (minutes >= 0),
  comment text,
  version int not null default 1 check (version > 0),
  primary key (municipality_id, review_id, person_id),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, person_id) references person,
  check (submitted_at >= started_at)
);
comment on table own_review is 'One reviewer''s own form of a review that two fill in apart. Once submitted it never changes.';
comment on column own_review.submitted_at is 'Null: not yet handed in; until both have, neither may know anything of the other''s.';
create index on own_review (municipality_id, person_id);
alter table own_review enable row level security, force row level security;
create policy tenant on own_review using (municipality_id = (select sealed.current_municipality()));
grant select on own_review to tilsyn_app;
grant insert (review_id, person_id, started_at, comment) on own_review to tilsyn_app;
grant update (submitted_at, minutes, comment, version) on own_review to tilsyn_app;

create table own_answer (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  review_id uuid not null,
  person_id uuid not null,
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
  answered_at timestamptz not null,
  version int not null check (version > 0),
  primary key (municipality_id, review_id, person_id, question_key),
  foreign key (municipality_id, review_id, person_id) references own_review,
  foreign key (municipality_id, programme_version_id) references programme_version,
  check ((value_type is not null) = (value is not null)),
  check (answer is null or value is null)
);
comment on table own_answer is 'What one of two said before they merged, kept for ever beside the level''s answers in review_answer.';
create index on own_answer (municipality_id, programme_version_id);
alter table own_answer enable row level security, force row level security;
create policy tenant on own_answer using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update, delete on own_answer to tilsyn_app;

create function refuse_change_of_handed_in() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from own_review as o
    where o.municipality_id = old.municipality_id and o.review_id = old.review_id
      and o.person_id = old.person_id and o.submitted_at is not null
  ) then
    raise exception 'an own form that is handed in does not change' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function refuse_change_of_handed_in() is 'Holds that an own form never changes once it is handed in.';
create trigger own_answer_handed_in before update or delete on own_answer
for each row execute function refuse_change_of_handed_in();

create table merge_move (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  review_id uuid not null,
  question_key text not null check (question_key <> ''),
  at timestamptz not null default now(),
  person_id uuid not null,
  kind text not null check (kind in ('chosen', 'confirmed')),
  given text check (given <> ''),
  reason text check (reason in ('law', 'fact', 'evidence-missing', 'wording')),
  note text check (note <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, person_id) references person,
  check ((kind = 'chosen') = (given is not null)),
  check ((kind = 'chosen') = (reason is not null))
);
comment on table merge_move is 'Append-only: which answer two who reviewed apart choose as the level''s. One chooses, the other confirms.';
comment on column merge_move.given is 'The answer, or the value of another type in its written form.';
create index on merge_move (municipality_id, review_id, question_key, id);
create index on merge_move (municipality_id, person_id);
alter table merge_move enable row level security, force row level security;
create policy tenant on merge_move using (municipality_id = (select sealed.current_municipality()));
grant select on merge_move to tilsyn_app;
grant insert (review_id, question_key, person_id, kind, given, reason, note) on merge_move to tilsyn_app;
