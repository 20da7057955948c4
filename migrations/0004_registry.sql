create table import_source (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  primary key (municipality_id, id),
  unique (municipality_id, name)
);
comment on table import_source is 'A kind of file that is imported again and again.';
comment on column import_source.mapping is 'Our column name to the file''s column name.';
alter table import_source enable row level security, force row level security;
create policy tenant on import_source using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update on import_source to tilsyn_app;

create table import_batch (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  file_name text not null,
  file_digest text not null check (file_digest ~ '^[0-9a-f]{64}$'),
  state text not null default 'previewed' check (state in ('previewed', 'confirmed', 'discarded')),
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  created_by uuid,
  created_at timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, source_id) references import_source,
  foreign key (municipality_id, created_by) references person,
  foreign key (municipality_id, confirmed_by) references person,
  check ((state = 'confirmed') = (confirmed_at is not null))
);
comment on table import_batch is 'One reading of one file. Nothing reaches the registry before it is confirmed.';
comment on column import_batch.file_digest is 'SHA-256 (hex) of the file''s bytes.';
comment on column import_batch.counts is 'Rows by outcome: new, unchanged, changed, refused.';
create index on import_batch (municipality_id, created_at);
create index on import_batch (municipality_id, source_id);
alter table import_batch enable row level security, force row level security;
create policy tenant on import_batch using (municipality_id = (select sealed.current_municipality()));
grant select, insert on import_batch to tilsyn_app;
grant update (state, counts, confirmed_by, confirmed_at) on import_batch to tilsyn_app;

create table import_row (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  batch_id uuid not null,
  line int not null check (line > 0),
  outcome text not null check (outcome in ('new', 'unchanged', 'changed', 'refused')),
  content jsonb not null,
  difference jsonb,
  primary key (municipality_id, batch_id, line),
  foreign key (municipality_id, batch_id) references import_batch
);
comment on table import_row is 'The rows of a previewed file; deleted when the batch is confirmed or discarded.';
comment on column import_row.line is 'Line in the file; the header is line 1.';
comment on column import_row.content is 'The case stage as read, or the problems of a refused row. CPR numbers and names only encrypted.';
comment on column import_row.difference is 'For changed rows: field to [before, after].';
alter table import_row enable row level security, force row level security;
create policy tenant on import_row using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on import_row to tilsyn_app;

create table child (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  external_id text not null check (external_id <> ''),
  cpr_hash bytea check (octet_length(cpr_hash) = 32),
  cpr_encrypted bytea,
  name_encrypted bytea,
  primary key (municipality_id, id),
  unique (municipality_id, external_id),
  unique (municipality_id, cpr_hash),
  check ((cpr_hash is null) = (cpr_encrypted is null))
);
comment on table child is 'A child whose case stages are in the registry. Reading it takes an access entry.';
comment on column child.external_id is 'The case system''s id.';
comment on column child.cpr_hash is 'HMAC-SHA256 of the ten digits, for look-up.';
comment on column child.cpr_encrypted is 'The ten digits, encrypted by the app; the key is not in the database.';
comment on column child.name_encrypted is 'The name, encrypted by the app.';
alter table child enable row level security, force row level security;
create policy tenant on child using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update on child to tilsyn_app;

create table case_stage (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id text not null check (case_id <> ''),
  stage text not null check (stage <> ''),
  unit_id uuid not null,
  caseworker text not null,
  child_id uuid,
  started date not null,
  completed date,
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  batch_id uuid,
  recorded_at timestamptz not null default now(),
  changed_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, case_id, stage),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, child_id) references child,
  foreign key (municipality_id, batch_id) references import_batch,
  check (completed >= started)
);
comment on table case_stage is 'One step of a child''s case, e.g. a child assessment. It can be drawn when it is completed.';
comment on column case_stage.case_id is 'The case system''s id of the case; with stage unique.';
comment on column case_stage.stage is 'Key of a stage of the programme, e.g. underretning.';
comment on column case_stage.caseworker is 'The case system''s code of the responsible caseworker (person.initials where that person has access).';
comment on column case_stage.completed is 'Null: still open.';
comment on column case_stage.attributes is 'The import''s other columns, by name; eligibility and strata read them.';
comment on column case_stage.batch_id is 'The import that last wrote the row.';
create index on case_stage (municipality_id, stage, completed);
create index on case_stage (municipality_id, unit_id, completed);
create index on case_stage (municipality_id, completed, id);
create index on case_stage (municipality_id, child_id);
create index on case_stage (municipality_id, batch_id);
alter table case_stage enable row level security, force row level security;
create policy tenant on case_stage using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update on case_stage to tilsyn_app;

create table case_stage_participant (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  case_stage_id uuid not null,
  caseworker text not null check (caseworker <> ''),
  part text not null check (part in ('responsible', 'took-part', 'decided', 'advised')),
  person_id uuid,
  primary key (municipality_id, case_stage_id, caseworker, part),
  foreign key (municipality_id, case_stage_id) references case_stage,
  foreign key (municipality_id, person_id) references person
);
comment on table case_stage_participant is 'Who took part in a case stage: none of them may review it.';
comment on column case_stage_participant.person_id is 'Null: someone without access here.';
create index on case_stage_participant (municipality_id, person_id);
alter table case_stage_participant enable row level security, force row level security;
create policy tenant on case_stage_participant using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on case_stage_participant to tilsyn_app;
grant update (person_id) on case_stage_participant to tilsyn_app;

create table case_stage_version (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  case_stage_id uuid not null,
  version int not null check (version > 0),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  batch_id uuid,
  replaced_at timestamptz not null default now(),
  primary key (municipality_id, case_stage_id, version),
  foreign key (municipality_id, case_stage_id) references case_stage,
  foreign key (municipality_id, batch_id) references import_batch
);
comment on table case_stage_version is 'Append-only: what a case stage said before a later import changed it.';
comment on column case_stage_version.content is 'The changed columns as they were.';
comment on column case_stage_version.batch_id is 'The import that changed it.';
create index on case_stage_version (municipality_id, batch_id);
alter table case_stage_version enable row level security, force row level security;
create policy tenant on case_stage_version using (municipality_id = (select sealed.current_municipality()));
grant select, insert on case_stage_version to tilsyn_app;
