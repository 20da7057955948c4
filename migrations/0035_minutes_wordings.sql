-- Minutes keep their earlier wordings, and a goal remembers the four-box proposal that it grew from.
create table visit_minutes (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  visit_id uuid not null,
  version int not null check (version > 0),
  text text not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (municipality_id, visit_id, version),
  foreign key (municipality_id, visit_id) references learning_visit,
  foreign key (municipality_id, saved_by) references person
);
comment on table visit_minutes is 'Append-only: every wording of a visit''s minutes that was saved; the newest is the visit''s own text.';
comment on column visit_minutes.version is 'The visit''s minutes_version as of this wording.';
comment on column visit_minutes.saved_by is 'Null: the program itself, in the demo.';
create index on visit_minutes (municipality_id, saved_by);
alter table visit_minutes enable row level security, force row level security;
create policy tenant on visit_minutes using (municipality_id = (select sealed.current_municipality()));
grant select, insert on visit_minutes to tilsyn_app;

alter table goal add column four_box_id uuid;
alter table goal add foreign key (municipality_id, four_box_id) references four_box;
comment on column goal.four_box_id is 'The shared proposal of the unit that the goal grew from; null: none.';
create index on goal (municipality_id, four_box_id);
