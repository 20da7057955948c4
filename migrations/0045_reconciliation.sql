-- Where the registry's dates and a reviewer's answer say different things, people find out which is wrong. What they find is
-- append-only: the newest counts, the others are its history. No answer and no event is changed by it (docs/decisions/0020).
create table reconciliation_conclusion (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  review_id uuid not null,
  question_key text not null check (question_key <> ''),
  conclusion text not null check (conclusion in ('registry-wrong', 'reviewer-wrong', 'both-right')),
  reason text not null check (reason <> ''),
  registry text not null check (registry in ('in-time', 'late', 'not-applicable', 'cannot-tell', 'not-matched')),
  answer text not null check (answer in ('yes', 'no', 'na')),
  concluded_by uuid not null,
  concluded_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, concluded_by) references person
);
comment on table reconciliation_conclusion is 'Append-only: what people found out about a deadline that registry and reviewer disagree on; the newest of a review and question counts.';
comment on column reconciliation_conclusion.registry is 'What the registry''s dates said when it was concluded.';
comment on column reconciliation_conclusion.answer is 'What the reviewer''s independent answer was when it was concluded.';
create index on reconciliation_conclusion (municipality_id, review_id, question_key, concluded_at);
create index on reconciliation_conclusion (municipality_id, concluded_by);
alter table reconciliation_conclusion enable row level security, force row level security;
create policy tenant on reconciliation_conclusion using (municipality_id = (select sealed.current_municipality()));
grant select, insert on reconciliation_conclusion to tilsyn_app;
