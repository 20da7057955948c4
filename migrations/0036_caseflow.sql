-- What case systems register about cases, event by event, and the deadlines judged from it. An event is never overwritten:
-- what it said before stands in case_event_version. Deadlines are computed from the events and can be computed again.
create table deadline_rules (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  key text not null check (key <> ''),
  version int not null check (version > 0),
  title_da text not null check (title_da <> ''),
  title_en text not null check (title_en <> ''),
  source text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  published_by uuid,
  primary key (municipality_id, key, version),
  foreign key (municipality_id, published_by) references person
);
comment on table deadline_rules is 'The deadlines of a law or a local agreement, as published. A version never changes; of each key the newest counts.';
comment on column deadline_rules.source is 'The rule file''s text, as it was read.';
comment on column deadline_rules.digest is 'SHA-256 (hex) of source.';
comment on column deadline_rules.published_by is 'Null: came with the program at the first import.';
create index on deadline_rules (municipality_id, published_by);
alter table deadline_rules enable row level security, force row level security;
create policy tenant on deadline_rules using (municipality_id = (select sealed.current_municipality()));
grant select, insert on deadline_rules to tilsyn_app;

create function refuse_change_of_deadline_rules() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'deadline rules % % are published and never change', old.key, old.version
    using errcode = 'restrict_violation';
end
$$;
comment on function refuse_change_of_deadline_rules() is 'Holds for every role, the owner included.';
create trigger published_never_changes before update or delete on deadline_rules
  for each row execute function refuse_change_of_deadline_rules();

create table event_source (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  mapping jsonb not null default '{}' check (jsonb_typeof(mapping) = 'object'),
  kinds jsonb not null default '{}' check (jsonb_typeof(kinds) = 'object'),
  primary key (municipality_id, id),
  unique (municipality_id, name)
);
comment on table event_source is 'A system whose events come again and again. Ids of events are unique within their source.';
comment on column event_source.mapping is 'Our column name to the file''s column name.';
comment on column event_source.kinds is 'The source''s word for a kind of event to the rules'' key.';
alter table event_source enable row level security, force row level security;
create policy tenant on event_source using (municipality_id = (select sealed.current_municipality()));
grant select, insert on event_source to tilsyn_app;
grant update (mapping, kinds) on event_source to tilsyn_app;

create table event_import (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  channel text not null check (channel in ('file', 'api')),
  file_name text not null,
  file_digest text not null check (file_digest ~ '^[0-9a-f]{64}$'),
  state text not null default 'previewed' check (state in ('previewed', 'confirmed', 'discarded')),
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  mapping jsonb not null default '{}' check (jsonb_typeof(mapping) = 'object'),
  kinds jsonb not null default '{}' check (jsonb_typeof(kinds) = 'object'),
  columns text[] not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, source_id) references event_source,
  foreign key (municipality_id, created_by) references person,
  foreign key (municipality_id, confirmed_by) references person,
  check ((state = 'confirmed') = (confirmed_at is not null))
);
comment on table event_import is 'One delivery of events, as a file or through the programming interface. Nothing is an event before it is confirmed.';
comment on column event_import.file_name is 'As the person''s computer called it, CPR-like digits hidden; empty where there was no file.';
comment on column event_import.file_digest is 'SHA-256 (hex) of the bytes delivered.';
comment on column event_import.counts is 'Rows by outcome, what is in them that no rule knows, and how many cases they touch.';
create index on event_import (municipality_id, created_at);
create index on event_import (municipality_id, source_id);
create index on event_import (municipality_id, created_by);
create index on event_import (municipality_id, confirmed_by);
alter table event_import enable row level security, force row level security;
create policy tenant on event_import using (municipality_id = (select sealed.current_municipality()));
grant select, insert on event_import to tilsyn_app;
grant update (state, counts, confirmed_by, confirmed_at) on event_import to tilsyn_app;

create table event_import_row (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  batch_id uuid not null,
  line int not null check (line > 0),
  outcome text not null check (outcome in ('new', 'corrected', 'older', 'refused')),
  event_key text,
  case_id text,
  kind text,
  day date,
  moment timestamptz,
  unit text,
  caseworker text,
  child text,
  attributes jsonb,
  registered timestamptz,
  note jsonb,
  primary key (municipality_id, batch_id, line),
  foreign key (municipality_id, batch_id) references event_import,
  check (outcome = 'refused' or (event_key is not null and case_id is not null and kind is not null
    and day is not null and unit is not null and caseworker is not null and attributes is not null))
);
comment on table event_import_row is 'The rows of a previewed delivery; deleted when it is confirmed or discarded. Unchanged rows are only counted.';
comment on column event_import_row.outcome is 'corrected: says something else of a known event than what stands; older: registered before what stands, so kept as history only.';
comment on column event_import_row.note is 'corrected: field to [before, after]; refused: the problems of the row (at most 1,000 rows of a delivery are kept).';
alter table event_import_row enable row level security, force row level security;
create policy tenant on event_import_row using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on event_import_row to tilsyn_app;

create table case_event (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  source_id uuid not null,
  event_key text not null check (event_key <> ''),
  case_id text not null check (case_id <> ''),
  kind text not null check (kind <> ''),
  day date not null,
  moment timestamptz,
  unit text not null,
  caseworker text not null,
  child_id uuid,
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  registered timestamptz,
  batch_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, source_id, event_key),
  foreign key (municipality_id, source_id) references event_source,
  foreign key (municipality_id, child_id) references child,
  foreign key (municipality_id, batch_id) references event_import
);
comment on table case_event is 'What a case system registered about a case, as its newest registration says.';
comment on column case_event.event_key is 'The source''s own id of the event, or else case, kind and time: the same event again is not another one.';
comment on column case_event.kind is 'Key of a kind of the rules, or the source''s own word where no rule knows it.';
comment on column case_event.day is 'In Denmark.';
comment on column case_event.moment is 'Null: the source gave no time of day, or one that the clock ran through twice.';
comment on column case_event.unit is 'As the source calls it; empty where it does not say.';
comment on column case_event.registered is 'When the source registered what stands here; null where it does not say.';
comment on column case_event.batch_id is 'The delivery that last wrote the row.';
create index on case_event (municipality_id, case_id, day);
create index on case_event (municipality_id, child_id) where child_id is not null;
create index on case_event (municipality_id, batch_id);
alter table case_event enable row level security, force row level security;
create policy tenant on case_event using (municipality_id = (select sealed.current_municipality()));
grant select, insert on case_event to tilsyn_app;
grant update (case_id, kind, day, moment, unit, caseworker, child_id, attributes, registered, batch_id, recorded_at)
  on case_event to tilsyn_app;

create table case_event_version (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  source_id uuid not null,
  event_key text not null,
  version int not null check (version > 0),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  registered timestamptz,
  batch_id uuid,
  replaced_at timestamptz not null default now(),
  primary key (municipality_id, source_id, event_key, version),
  foreign key (municipality_id, source_id, event_key) references case_event,
  foreign key (municipality_id, batch_id) references event_import
);
comment on table case_event_version is 'Append-only: what an event said in a registration that a newer one replaced.';
comment on column case_event_version.content is 'The whole event as it was registered then, its child by the case system''s id.';
comment on column case_event_version.batch_id is 'The delivery that brought the newer registration, or this older one late.';
create index on case_event_version (municipality_id, batch_id);
alter table case_event_version enable row level security, force row level security;
create policy tenant on case_event_version using (municipality_id = (select sealed.current_municipality()));
grant select, insert on case_event_version to tilsyn_app;

create table case_to_judge (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  case_id text not null,
  since timestamptz not null default now(),
  primary key (municipality_id, case_id)
);
comment on table case_to_judge is 'Cases whose events or rules changed after their deadlines were judged; the program takes them from here.';
create index on case_to_judge (municipality_id, since, case_id);
alter table case_to_judge enable row level security, force row level security;
create policy tenant on case_to_judge using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on case_to_judge to tilsyn_app;

create table case_deadline (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  case_id text not null,
  n int not null check (n > 0),
  rule text not null check (rule <> ''),
  rules text not null,
  rules_version int not null,
  unit text not null,
  unit_id uuid,
  caseworker text not null,
  started_on date,
  started_at timestamptz,
  due_on date,
  due_at timestamptz,
  ends_at timestamptz,
  done_on date,
  done_at timestamptz,
  verdict text not null check (verdict in ('met', 'late', 'pending', 'cannot-tell')),
  late_by double precision,
  because text,
  judged_at timestamptz not null,
  primary key (municipality_id, case_id, n),
  foreign key (municipality_id, rules, rules_version) references deadline_rules,
  foreign key (municipality_id, unit_id) references unit,
  check (verdict <> 'pending' or done_on is null)
);
comment on table case_deadline is 'One rule at one case, judged from its events; written anew as a whole when the case''s events change.';
comment on column case_deadline.n is 'Counts the deadlines of the case.';
comment on column case_deadline.unit is 'Of the event that set the clock going, or the case''s newest where that does not say.';
comment on column case_deadline.unit_id is 'The unit of that name; null where there is none.';
comment on column case_deadline.due_at is 'Only where the rule counts in hours.';
comment on column case_deadline.ends_at is 'The first moment that is too late. Not done by then means open, before it running: nobody need judge anew because time passes.';
comment on column case_deadline.late_by is 'Days or hours, as the rule counts; null where not late. Of what is not done it is counted when it is read.';
comment on column case_deadline.because is 'Which date, kind or time of day is missing.';
create index case_deadline_pending on case_deadline (municipality_id, ends_at, case_id, n) where verdict = 'pending';
create index case_deadline_pending_of_unit on case_deadline (municipality_id, unit_id, ends_at) where verdict = 'pending';
create index case_deadline_pending_of_caseworker on case_deadline (municipality_id, caseworker, ends_at) where verdict = 'pending';
create index on case_deadline (municipality_id, rule, due_on);
create index on case_deadline (municipality_id, unit_id, due_on);
create index on case_deadline (municipality_id, rules, rules_version);
alter table case_deadline enable row level security, force row level security;
create policy tenant on case_deadline using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on case_deadline to tilsyn_app;
