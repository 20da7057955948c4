-- What the caseworkers are told of the reviews of their own cases, and what they answer (docs/decisions/0011).
create table feedback (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  review_id uuid not null,
  released_at timestamptz not null,
  primary key (municipality_id, review_id),
  foreign key (municipality_id, review_id) references review
);
comment on table feedback is 'Append-only: reviews that those who did the work may see. One a case stage and round: the highest level''s.';
alter table feedback enable row level security, force row level security;
create policy tenant on feedback using (municipality_id = (select sealed.current_municipality()));
grant select, insert on feedback to tilsyn_app;

create table feedback_recipient (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  review_id uuid not null,
  person_id uuid not null,
  read_at timestamptz,
  primary key (municipality_id, review_id, person_id),
  foreign key (municipality_id, review_id) references feedback,
  foreign key (municipality_id, person_id) references person
);
comment on table feedback_recipient is 'Who did the work: the responsible caseworker and those who took part, as the registry had them at the release.';
comment on column feedback_recipient.read_at is 'When they said that they had read it; null: not yet.';
create index on feedback_recipient (municipality_id, person_id);
alter table feedback_recipient enable row level security, force row level security;
create policy tenant on feedback_recipient using (municipality_id = (select sealed.current_municipality()));
grant select, insert on feedback_recipient to tilsyn_app;
grant update (read_at) on feedback_recipient to tilsyn_app;

create table feedback_reply (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  review_id uuid not null,
  question_key text not null check (question_key <> ''),
  person_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('accepted', 'disputed')),
  words text check (words <> ''),
  primary key (municipality_id, id),
  unique (municipality_id, review_id, question_key, person_id),
  foreign key (municipality_id, review_id, person_id) references feedback_recipient,
  check (kind <> 'disputed' or words is not null)
);
comment on table feedback_reply is 'Append-only: whether somebody accepts a point that was not in order, or disputes it, in their own words.';
create index on feedback_reply (municipality_id, review_id, person_id);
alter table feedback_reply enable row level security, force row level security;
create policy tenant on feedback_reply using (municipality_id = (select sealed.current_municipality()));
grant select, insert on feedback_reply to tilsyn_app;

create table feedback_outcome (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  reply_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('upheld', 'changed')),
  words text not null check (words <> ''),
  primary key (municipality_id, reply_id),
  foreign key (municipality_id, reply_id) references feedback_reply,
  foreign key (municipality_id, person_id) references person
);
comment on table feedback_outcome is 'Append-only: how a dispute ended. No answer is changed by it.';
comment on column feedback_outcome.outcome is 'upheld: the review stands; changed: those who lead the audit are asked to have it corrected.';
create index on feedback_outcome (municipality_id, person_id);
alter table feedback_outcome enable row level security, force row level security;
create policy tenant on feedback_outcome using (municipality_id = (select sealed.current_municipality()));
grant select, insert on feedback_outcome to tilsyn_app;
