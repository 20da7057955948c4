-- A report on its way out: written, checked, approved and released. What is checked is frozen at the hand-over and is what gets
-- released; a released report and its files never change.
create table report_release (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  title_da text not null check (title_da <> ''),
  title_en text not null check (title_en <> ''),
  template text not null check (template in ('committee', 'director', 'ombudsman')),
  edition text not null check (edition in ('internal', 'public')),
  languages text[] not null check (languages in ('{da}', '{da,en}')),
  left_out jsonb not null check (jsonb_typeof(left_out) = 'array'),
  passages jsonb not null check (jsonb_typeof(passages) = 'array'),
  rewordings jsonb not null check (jsonb_typeof(rewordings) = 'array'),
  edits int not null default 0 check (edits >= 0),
  state text not null default 'draft' check (state in ('draft', 'checking', 'checked', 'approved', 'released', 'dropped')),
  corrects_id uuid,
  correction jsonb check (jsonb_typeof(correction) = 'object'),
  created_by uuid,
  created_at timestamptz not null,
  model text,
  baseline_key text check (baseline_key <> ''),
  digest bytea check (octet_length(digest) = 32),
  number text check (number ~ '^[0-9]{4}-[0-9]{1,5}$'),
  released_by uuid,
  released_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, number),
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, corrects_id) references report_release,
  foreign key (municipality_id, created_by) references person,
  foreign key (municipality_id, released_by) references person,
  check ((model is null) = (digest is null)),
  check ((model is not null) = (state in ('checking', 'checked', 'approved', 'released'))),
  check ((state = 'released') = (number is not null and released_at is not null)),
  check ((corrects_id is null) = (correction is null))
);
comment on table report_release is 'A report of a round from its draft to its release; a released one never changes, later corrections are releases of their own.';
comment on column report_release.left_out is 'Keys of the sections that are left out.';
comment on column report_release.passages is 'People''s own paragraphs by section, in both languages, with figures by reference.';
comment on column report_release.rewordings is 'The program''s statements in other words.';
comment on column report_release.edits is 'Counts the saves, so that nobody overwrites what they have not seen.';
comment on column report_release.model is 'The whole report as it was handed over, as text: its digest is of these bytes.';
comment on column report_release.baseline_key is 'The round that the frozen report compares with; an attacker''s check of later editions must know it.';
comment on column report_release.number is 'Year and number within it, e.g. 2026-3.';
comment on column report_release.correction is 'What the correction is about, in both languages.';
create index on report_release (municipality_id, round_id);
create index on report_release (municipality_id, corrects_id);
create index on report_release (municipality_id, created_by);
create index on report_release (municipality_id, released_by);
alter table report_release enable row level security, force row level security;
create policy tenant on report_release using (municipality_id = (select sealed.current_municipality()));
grant select, insert on report_release to tilsyn_app;
grant update (left_out, passages, rewordings, edits, state, model, baseline_key, digest, number, released_by, released_at)
  on report_release to tilsyn_app;

create table report_release_event (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  release_id uuid not null,
  number int not null check (number > 0),
  step text not null check (step in ('begin', 'write', 'hand-over', 'pass', 'approve', 'release', 'send-back', 'drop')),
  word text check (word <> ''),
  person_id uuid,
  at timestamptz not null,
  primary key (municipality_id, release_id, number),
  foreign key (municipality_id, release_id) references report_release,
  foreign key (municipality_id, person_id) references person,
  check ((step = 'send-back') <= (word is not null))
);
comment on table report_release_event is 'Append-only: who took a report which step. Writing is told once a person for each time it lay as a draft.';
create index on report_release_event (municipality_id, person_id);
alter table report_release_event enable row level security, force row level security;
create policy tenant on report_release_event using (municipality_id = (select sealed.current_municipality()));
grant select, insert on report_release_event to tilsyn_app;

create table report_release_file (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  release_id uuid not null,
  language text not null check (language in ('da', 'en')),
  format text not null check (format <> ''),
  digest bytea not null check (octet_length(digest) = 32),
  bytes bytea not null,
  primary key (municipality_id, release_id, language, format),
  foreign key (municipality_id, release_id) references report_release
);
comment on table report_release_file is 'A released report''s files, as they were made at the release: a later program lays out otherwise, and these stay.';
alter table report_release_file enable row level security, force row level security;
create policy tenant on report_release_file using (municipality_id = (select sealed.current_municipality()));
grant select, insert on report_release_file to tilsyn_app;

create function hold_report_release() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if old.state in ('released', 'dropped') then
    raise exception 'a % report stays as it is', old.state using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if old.state <> 'draft' and (old.left_out, old.passages, old.rewordings) is distinct from (new.left_out, new.passages, new.rewordings) then
    raise exception 'a report is written as a draft only' using errcode = 'integrity_constraint_violation';
  end if;
  if old.model is not null and new.model is not null and (old.model, old.digest) is distinct from (new.model, new.digest) then
    raise exception 'what is checked is what gets released' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'checking'), ('draft', 'dropped'), ('checking', 'checked'),
      ('checking', 'draft'), ('checked', 'approved'), ('checked', 'draft'), ('approved', 'released'), ('approved', 'draft')) then
    raise exception 'no report goes from % to %', old.state, new.state using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
comment on function hold_report_release() is 'Holds the way of a report and what was frozen, for the owner of the table too.';
create trigger report_release_held before update or delete on report_release
for each row execute function hold_report_release();

create function hold_report_release_file() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' and exists (select from public.report_release as r
      where r.municipality_id = new.municipality_id and r.id = new.release_id and r.state = 'approved') then
    return new;
  end if;
  raise exception 'files are made once, at the release' using errcode = 'integrity_constraint_violation';
end
$$;
comment on function hold_report_release_file() is 'Files come with the release and never change, for the owner of the table too.';
create trigger report_release_file_held before insert or update or delete on report_release_file
for each row execute function hold_report_release_file();

-- What anybody may read: released public editions and their files, and nothing else of the municipality.
create policy for_everybody on report_release for select to tilsyn_owner
  using (state = 'released' and edition = 'public');
create policy for_everybody on report_release_file for select to tilsyn_owner
  using (exists (select from report_release as r where r.municipality_id = report_release_file.municipality_id
    and r.id = report_release_file.release_id and r.state = 'released' and r.edition = 'public'));

create function sealed.list_public_releases(wanted uuid)
returns table (number text, title_da text, title_en text, template text, languages text[], released_at timestamptz, digest bytea,
  corrects text, correction jsonb, files jsonb)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select r.number, r.title_da, r.title_en, r.template, r.languages, r.released_at, r.digest, c.number, r.correction,
    (select coalesce(jsonb_agg(jsonb_build_object('language', f.language, 'format', f.format, 'size', octet_length(f.bytes),
      'digest', encode(f.digest, 'hex')) order by f.language, f.format), '[]')
      from public.report_release_file as f where f.municipality_id = r.municipality_id and f.release_id = r.id)
  from public.report_release as r
    left join public.report_release as c on c.municipality_id = r.municipality_id and c.id = r.corrects_id
  where r.municipality_id = wanted and r.state = 'released' and r.edition = 'public'
  order by r.released_at desc, r.number desc limit 1000
$$;
comment on function sealed.list_public_releases(uuid) is 'Released public editions of a municipality, the newest first. Needs no claim: they are for everybody.';

create function sealed.find_public_file(of_municipality uuid, wanted text, in_language text, as_format text)
returns table (bytes bytea)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select f.bytes from public.report_release as r
    join public.report_release_file as f on f.municipality_id = r.municipality_id and f.release_id = r.id
  where r.municipality_id = of_municipality and r.number = wanted and r.state = 'released' and r.edition = 'public'
    and f.language = in_language and f.format = as_format
$$;
comment on function sealed.find_public_file(uuid, text, text, text) is 'A file of a released public edition. Needs no claim: it is for everybody.';
grant execute on function sealed.list_public_releases(uuid), sealed.find_public_file(uuid, text, text, text) to tilsyn_app;
