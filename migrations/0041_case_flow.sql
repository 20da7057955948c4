-- What a case's events say that the weekly and the monthly report count, worked out when the case is judged: a report of a
-- hundred thousand events reads a few thousand rows.
create table case_flow (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  case_id text not null,
  n int not null check (n > 0),
  fact text not null check (fact in ('received', 'step', 'time', 'measure', 'placement')),
  key text not null,
  from_on date,
  to_on date,
  outcome text check (outcome in ('assessed', 'joined', 'settled', 'done', 'stopped', 'ended', 'closed', 'loose')),
  unit text not null,
  unit_id uuid,
  plan_on date,
  plan_due date,
  primary key (municipality_id, case_id, n),
  foreign key (municipality_id, unit_id) references unit,
  check (from_on is not null or (outcome = 'loose' and to_on is not null))
);
comment on table case_flow is 'What the reports count of a case; written anew as a whole when the case is judged.';
comment on column case_flow.n is 'Counts the facts of the case.';
comment on column case_flow.key is 'received: new or known; step: which; time: its key in the rules; measure: its type, empty where none is named.';
comment on column case_flow.from_on is 'Null only where there is an end without a start.';
comment on column case_flow.unit is 'Of the event that began it, or the case''s newest where that does not say.';
comment on column case_flow.unit_id is 'The unit of that name; null where there is none.';
comment on column case_flow.plan_on is 'Of a placement: when its plan was made.';
comment on column case_flow.plan_due is 'Of a placement: the last day for a plan by the rules.';
create index on case_flow (municipality_id, fact, from_on);
create index on case_flow (municipality_id, fact, to_on);
create index on case_flow (municipality_id, unit_id);
alter table case_flow enable row level security, force row level security;
create policy tenant on case_flow using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on case_flow to tilsyn_app;

create index on case_deadline (municipality_id, rule, started_on);
create index on case_deadline (municipality_id, done_on);
