-- What happens to a review after it is submitted: sent back and submitted again, compared with its neighbour level,
-- talked about, or written off (docs/decisions/0009).
alter table review add column influenced_since timestamptz;
comment on column review.influenced_since is 'When it was first sent back while another level''s answers to the case were open to its reviewers. What they submit after that is corrected, not independent: statistics read the submission before.';
grant update (influenced_since) on review to tilsyn_app;
alter table review add check (influenced_since >= started_at);

create table review_submission (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  review_id uuid not null,
  number int not null check (number > 0),
  submitted_at timestamptz not null,
  submitted_by uuid,
  minutes int check (minutes >= 0),
  comment text,
  influenced boolean not null,
  primary key (municipality_id, review_id, number),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, submitted_by) references person
);
comment on table review_submission is 'Append-only: a submission that was sent back, as it stood. The newest submission is the review itself.';
comment on column review_submission.submitted_by is 'Null: not known; the review came from elsewhere.';
comment on column review_submission.influenced is 'Submitted by reviewers to whom another level''s answers to the case had been open.';
create index on review_submission (municipality_id, submitted_by);
alter table review_submission enable row level security, force row level security;
create policy tenant on review_submission using (municipality_id = (select sealed.current_municipality()));
grant select, insert on review_submission to tilsyn_app;

create table review_submission_answer (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  review_id uuid not null,
  number int not null,
  question_key text not null check (question_key <> ''),
  answer text not null check (answer in ('yes', 'no', 'na')),
  wording text not null check (wording <> ''),
  programme_version_id uuid not null,
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (municipality_id, review_id, number, question_key),
  foreign key (municipality_id, review_id, number) references review_submission,
  foreign key (municipality_id, programme_version_id) references programme_version,
  foreign key (municipality_id, answered_by) references person
);
comment on table review_submission_answer is 'Append-only: the answers of a submission that was sent back, as review_answer had them.';
create index on review_submission_answer (municipality_id, programme_version_id);
create index on review_submission_answer (municipality_id, answered_by);
alter table review_submission_answer enable row level security, force row level security;
create policy tenant on review_submission_answer using (municipality_id = (select sealed.current_municipality()));
grant select, insert on review_submission_answer to tilsyn_app;

create table difference_move (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  review_id uuid not null,
  below_id uuid not null,
  question_key text not null check (question_key <> ''),
  at timestamptz not null default now(),
  person_id uuid not null,
  kind text not null check (kind in ('proposed', 'agreed', 'kept')),
  reason text check (reason in ('law', 'fact', 'evidence-missing', 'wording')),
  consensus text check (consensus in ('yes', 'no', 'na')),
  own_answer text check (own_answer in ('yes', 'no', 'na')),
  below_answer text check (below_answer in ('yes', 'no', 'na')),
  note text check (note <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, below_id) references review,
  foreign key (municipality_id, person_id) references person,
  check ((kind = 'proposed') = (reason is not null)),
  check ((kind = 'proposed') = (consensus is not null)),
  check (review_id <> below_id)
);
comment on table difference_move is 'Append-only: what two levels say to a question they answered differently. Neither answer is changed by it.';
comment on column difference_move.review_id is 'The higher level''s review.';
comment on column difference_move.kind is 'The higher level proposes; the lower level agrees or keeps its view.';
comment on column difference_move.own_answer is 'The higher level''s answer when it was said; null: not asked there.';
comment on column difference_move.below_answer is 'The lower level''s answer when it was said; null: not asked there.';
create index on difference_move (municipality_id, review_id, question_key, id);
create index on difference_move (municipality_id, below_id);
create index on difference_move (municipality_id, person_id);
alter table difference_move enable row level security, force row level security;
create policy tenant on difference_move using (municipality_id = (select sealed.current_municipality()));
grant select on difference_move to tilsyn_app;
grant insert (review_id, below_id, question_key, person_id, kind, reason, consensus, own_answer, below_answer, note)
  on difference_move to tilsyn_app;

create table review_message (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  review_id uuid not null,
  below_id uuid not null,
  question_key text not null check (question_key <> ''),
  at timestamptz not null default now(),
  person_id uuid not null,
  text text not null check (text <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, below_id) references review,
  foreign key (municipality_id, person_id) references person,
  check (review_id <> below_id)
);
comment on table review_message is 'Append-only: what the reviewers of two neighbour levels write to each other about a question, once both have submitted.';
comment on column review_message.review_id is 'The higher level''s review.';
create index on review_message (municipality_id, review_id, question_key, id);
create index on review_message (municipality_id, below_id);
create index on review_message (municipality_id, person_id);
alter table review_message enable row level security, force row level security;
create policy tenant on review_message using (municipality_id = (select sealed.current_municipality()));
grant select on review_message to tilsyn_app;
grant insert (review_id, below_id, question_key, person_id, text) on review_message to tilsyn_app;
