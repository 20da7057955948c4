-- The registers of gates: what people enter about safety plans, placements, notifiers and disagreements where the case system
-- has no place for it. An entry is an event of a source of the program's own, so that it is judged like any other event; who
-- entered it, for whom, and what it said before stands here.
alter table event_source add column built_in boolean not null default false;
comment on column event_source.built_in is 'The program''s own registers; nothing is imported into it.';
create unique index on event_source (municipality_id) where built_in;

create table register_entry (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  event_key text not null,
  case_id text not null check (case_id <> ''),
  register text not null check (register in ('safety-plan', 'placement', 'notifier', 'disagreement')),
  about text not null,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, source_id, event_key),
  foreign key (municipality_id, source_id, event_key) references case_event
);
comment on table register_entry is 'An event that a person entered in a register. What it says stands in its newest version.';
comment on column register_entry.about is 'Which safety plan, placement or disagreement of the case; empty: the case has no more than one.';
create index on register_entry (municipality_id, case_id);
alter table register_entry enable row level security, force row level security;
create policy tenant on register_entry using (municipality_id = (select sealed.current_municipality()));
grant select on register_entry to tilsyn_app;
grant insert (municipality_id, source_id, event_key, case_id, register, about) on register_entry to tilsyn_app;

create table register_entry_version (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  entry_id uuid not null,
  version int not null check (version > 0),
  act text not null check (act in ('entered', 'corrected', 'withdrawn', 'set-aside', 'counted-again')),
  kind text not null check (kind <> ''),
  day date not null,
  moment timestamptz,
  child_id uuid,
  note text not null default '',
  reason text not null default '',
  approver uuid,
  same_source uuid,
  same_key text,
  by uuid,
  at timestamptz not null default now(),
  primary key (municipality_id, entry_id, version),
  foreign key (municipality_id, entry_id) references register_entry,
  foreign key (municipality_id, child_id) references child,
  foreign key (municipality_id, approver) references person,
  foreign key (municipality_id, by) references person,
  foreign key (municipality_id, same_source, same_key) references case_event,
  check ((version = 1) = (act = 'entered')),
  check ((act = 'set-aside') = (same_key is not null)),
  check ((same_source is null) = (same_key is null)),
  check (act not in ('corrected', 'withdrawn', 'counted-again') or reason <> '')
);
comment on table register_entry_version is 'Append-only: what an entry says from then on, and who said so.';
comment on column register_entry_version.act is 'set-aside: the case system has the same event, so that this one no longer counts; counted-again: somebody said that they are two.';
comment on column register_entry_version.kind is 'Of the event as it was entered, also where it no longer counts.';
comment on column register_entry_version.day is 'In Denmark.';
comment on column register_entry_version.approver is 'Of an approval: who gave it. Somebody else in the first version''s "by": entered on their behalf.';
comment on column register_entry_version.by is 'Null: the program, while it took a delivery in.';
create index on register_entry_version (municipality_id, child_id) where child_id is not null;
create index on register_entry_version (municipality_id, approver) where approver is not null;
create index on register_entry_version (municipality_id, by);
create index on register_entry_version (municipality_id, same_source, same_key) where same_key is not null;
alter table register_entry_version enable row level security, force row level security;
create policy tenant on register_entry_version using (municipality_id = (select sealed.current_municipality()));
grant select on register_entry_version to tilsyn_app;
grant insert (municipality_id, entry_id, version, act, kind, day, moment, child_id, note, reason, approver, same_source,
  same_key, by) on register_entry_version to tilsyn_app;

-- The registers look for the few events of these kinds among a million others.
create index case_event_of_gates on case_event (municipality_id, kind, day) where kind in ('safety-plan-proposed',
  'safety-plan-approved-department-manager', 'safety-plan-approved-area-manager', 'safety-plan-approved-unit-lawyer',
  'safety-plan-started', 'safety-plan-reviewed', 'safety-plan-ended', 'placement-committee-passed', 'placement-decided',
  'placement-started', 'responsibility-disputed', 'responsibility-to-department-manager', 'responsibility-to-manager',
  'responsibility-settled');
