create table absence (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  taken_back_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, entered_by) references person,
  check (valid_to >= valid_from)
);
comment on table absence is 'Days somebody is away and reviews nothing. Why they are away is nowhere: it could be about their health.';
comment on column absence.valid_to is 'Last day, inclusive.';
comment on column absence.taken_back_at is 'Set: entered by mistake, or the person came back; it counts no more.';
create index on absence (municipality_id, person_id, valid_to);
create index on absence (municipality_id, entered_by);
alter table absence enable row level security, force row level security;
create policy tenant on absence using (municipality_id = (select sealed.current_municipality()));
grant select on absence to tilsyn_app;
grant insert (person_id, valid_from, valid_to, entered_by) on absence to tilsyn_app;
grant update (taken_back_at) on absence to tilsyn_app;

create table due_plan (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  round_id uuid not null,
  level int not null check (level > 0),
  days int not null check (days between 1 and 365),
  spread boolean not null,
  primary key (municipality_id, round_id, level),
  foreign key (municipality_id, round_id) references round
);
comment on table due_plan is 'When a level''s reviews are due, where those who lead the audit chose otherwise than the usual.';
comment on column due_plan.days is 'Calendar days after the draw by which everything is to be submitted.';
comment on column due_plan.spread is 'True: every reviewer''s reviews are spread evenly over the weeks; false: all are due on the last day.';
alter table due_plan enable row level security, force row level security;
create policy tenant on due_plan using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update on due_plan to tilsyn_app;

create index on review (municipality_id, due_on) where state in ('assigned', 'in-progress');
