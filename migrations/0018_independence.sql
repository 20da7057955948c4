create table supervision (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  leader_id uuid not null,
  caseworker text not null check (caseworker <> ''),
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, id),
  foreign key (municipality_id, leader_id) references person,
  check (valid_to >= valid_from - 1)
);
comment on table supervision is 'Who led which caseworker''s daily work, and when: a leader does not review what was done under them.';
comment on column supervision.caseworker is 'The case system''s code of the caseworker, as in case_stage_participant.';
comment on column supervision.valid_to is 'Last day, inclusive; null: until further notice; the day before valid_from: taken back.';
create index on supervision (municipality_id, leader_id);
create index on supervision (municipality_id, caseworker);
alter table supervision enable row level security, force row level security;
create policy tenant on supervision using (municipality_id = (select sealed.current_municipality()));
grant select, insert on supervision to tilsyn_app;
grant update (valid_to) on supervision to tilsyn_app;

create table review_exclusion (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  person_id uuid not null,
  case_id text not null check (case_id <> ''),
  ground text not null check (ground in ('took-part', 'decided', 'supervised', 'discussed', 'knows')),
  review_id uuid not null,
  declared_at timestamptz not null default now(),
  primary key (municipality_id, person_id, case_id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, review_id) references review
);
comment on table review_exclusion is 'Append-only: who has declared that they cannot judge a case independently. It holds for all its stages and rounds.';
comment on column review_exclusion.review_id is 'The review it was declared on.';
create index on review_exclusion (municipality_id, review_id);
create index on review_exclusion (municipality_id, case_id);
alter table review_exclusion enable row level security, force row level security;
create policy tenant on review_exclusion using (municipality_id = (select sealed.current_municipality()));
grant select on review_exclusion to tilsyn_app;
grant insert (person_id, case_id, ground, review_id) on review_exclusion to tilsyn_app;
