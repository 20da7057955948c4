create table programme_version (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  key text not null check (key <> ''),
  version int not null check (version > 0),
  title_da text not null check (title_da <> ''),
  title_en text not null check (title_en <> ''),
  source text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  published_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, key, version)
);
comment on table programme_version is 'What is audited and how. A published version never changes.';
comment on column programme_version.source is 'The programme file''s text, as it was read.';
comment on column programme_version.digest is 'SHA-256 (hex) of source.';
comment on column programme_version.published_at is 'Null: a draft, on which no round can open.';
alter table programme_version enable row level security, force row level security;
create policy tenant on programme_version using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update, delete on programme_version to tilsyn_app;

create function refuse_change_of_published() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'programme version % % is published and never changes', old.key, old.version
    using errcode = 'restrict_violation';
end
$$;
comment on function refuse_change_of_published() is 'Holds for every role, the owner included.';
create trigger published_never_changes before update or delete on programme_version
  for each row when (old.published_at is not null) execute function refuse_change_of_published();
