alter table review add column due_on date;
comment on column review.due_on is 'The day it should be submitted by; null: none was set.';
grant update (due_on) on review to tilsyn_app;

create table review_event (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  review_id uuid not null,
  at timestamptz not null default now(),
  person_id uuid,
  kind text not null check (kind in ('assigned', 'moved', 'declared', 'conflict', 'submitted', 'returned', 'reopened',
    'merged', 'written-off', 'critical')),
  reason text check (reason <> ''),
  detail jsonb not null default '{}',
  primary key (municipality_id, id),
  foreign key (municipality_id, review_id) references review,
  foreign key (municipality_id, person_id) references person
);
comment on table review_event is 'Append-only: what happened to a review, and why, as its people see it.';
comment on column review_event.person_id is 'Who did it; null: the program.';
comment on column review_event.reason is 'In the person''s own words.';
comment on column review_event.detail is 'Codes and ids only.';
create index on review_event (municipality_id, review_id, at);
create index on review_event (municipality_id, person_id);
alter table review_event enable row level security, force row level security;
create policy tenant on review_event using (municipality_id = (select sealed.current_municipality()));
grant select on review_event to tilsyn_app;
grant insert (municipality_id, review_id, person_id, kind, reason, detail) on review_event to tilsyn_app;
