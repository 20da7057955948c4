-- How long what is kept, who decided it, and the erasing of cases. docs/decisions/0025-retention.md says why it is built so.

create table retention_rule (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  kind text not null check (kind <> ''),
  version integer not null check (version > 0),
  months integer check (months > 0),
  basis text check (basis <> ''),
  confirmed boolean not null default false,
  reason text not null check (reason <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  primary key (municipality_id, kind, version),
  foreign key (municipality_id, decided_by) references person,
  check (basis is not null or not confirmed)
);
comment on table retention_rule is 'Append-only: how long the municipality keeps a kind of record. The highest version counts; a kind without one is kept.';
comment on column retention_rule.months is 'Counted from the kind''s start (core/access/retention/kinds.ts). Null: kept until something else is decided.';
comment on column retention_rule.basis is 'The legal basis in the municipality''s own words; null: none was named.';
comment on column retention_rule.confirmed is 'Somebody who may has confirmed the basis.';
create index on retention_rule (municipality_id, decided_by);
alter table retention_rule enable row level security, force row level security;
create policy tenant on retention_rule using (municipality_id = (select sealed.current_municipality()));
grant select on retention_rule to tilsyn_app;
grant insert (kind, version, months, basis, confirmed, reason, decided_by, decided_at) on retention_rule to tilsyn_app;

create table legal_hold (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id text not null check (case_id <> ''),
  reason text not null check (reason <> ''),
  placed_by uuid not null,
  placed_at timestamptz not null default now(),
  lifted_by uuid,
  lifted_at timestamptz,
  lifted_reason text check (lifted_reason <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, placed_by) references person,
  foreign key (municipality_id, lifted_by) references person,
  check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lifted_reason is null))
);
comment on table legal_hold is 'A case that is not erased while this stands, e.g. because of a complaint or a lawsuit.';
create unique index legal_hold_one_open on legal_hold (municipality_id, case_id) where lifted_at is null;
create index on legal_hold (municipality_id, case_id);
create index on legal_hold (municipality_id, placed_by);
alter table legal_hold enable row level security, force row level security;
create policy tenant on legal_hold using (municipality_id = (select sealed.current_municipality()));
grant select on legal_hold to tilsyn_app;
grant insert (id, case_id, reason, placed_by, placed_at) on legal_hold to tilsyn_app;
grant update (lifted_by, lifted_at, lifted_reason) on legal_hold to tilsyn_app;

create table purge_run (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  as_of date not null,
  cases integer not null check (cases >= 0),
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  erased integer not null default 0 check (erased >= 0),
  left_alone integer not null default 0 check (left_alone >= 0),
  finished_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, proposed_by) references person,
  foreign key (municipality_id, decided_by) references person,
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null)),
  check (decided_by <> proposed_by),
  check (finished_at is null or approved)
);
comment on table purge_run is 'Cases to be erased together: proposed by one person, approved by another, carried out by the command tilsyn purge.';
comment on column purge_run.as_of is 'The day by which the periods had passed.';
comment on column purge_run.counts is 'Rows by table when it was proposed.';
comment on column purge_run.left_alone is 'Cases that were held back since, or were no longer due.';
comment on column purge_run.finished_at is 'Every case is done and the files of the database were written anew.';
create unique index purge_run_one_open on purge_run (municipality_id) where finished_at is null and approved is not false;
alter table purge_run enable row level security, force row level security;
create policy tenant on purge_run using (municipality_id = (select sealed.current_municipality()));
grant select on purge_run to tilsyn_app;
grant insert (id, as_of, cases, counts, proposed_by, proposed_at) on purge_run to tilsyn_app;
grant update (decided_by, decided_at, approved) on purge_run to tilsyn_app;

create table purge_case (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  run_id uuid not null,
  case_id text not null check (case_id <> ''),
  primary key (municipality_id, run_id, case_id),
  foreign key (municipality_id, run_id) references purge_run
);
comment on table purge_case is 'Cases of a run that are still to be erased; the row goes with the case.';
alter table purge_case enable row level security, force row level security;
create policy tenant on purge_case using (municipality_id = (select sealed.current_municipality()));
grant select, delete on purge_case to tilsyn_app;
grant insert (municipality_id, run_id, case_id) on purge_case to tilsyn_app;

create function sealed.is_purging() returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select sealed.current_session() is not distinct from '0e7a5ed0-0000-4000-8000-000000000000'::uuid
    and sealed.current_person() is null and sealed.current_municipality() is not null
$$;
comment on function sealed.is_purging() is 'Whether the claim is that of the command tilsyn purge. Claims are signed, so what runs in a person''s transaction cannot pretend to be it.';
grant execute on function sealed.is_purging() to tilsyn_app;

-- What never changes is erased all the same when its time has come.
create or replace function refuse_change_of_handed_in() returns trigger
language plpgsql
as $$
begin
  if not sealed.is_purging() and exists (
    select from own_review as o
    where o.municipality_id = old.municipality_id and o.review_id = old.review_id
      and o.person_id = old.person_id and o.submitted_at is not null
  ) then
    raise exception 'an own form that is handed in does not change' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create or replace function refuse_change_of_closed_walk_through() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if old.closed_at is not null and not sealed.is_purging() then
    raise exception 'a closed walk-through does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
create or replace function refuse_change_within_closed_walk_through() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if not sealed.is_purging() and exists (
    select from public.walk_through as w
    where w.closed_at is not null
      and ((tg_op <> 'INSERT' and w.municipality_id = old.municipality_id and w.id = old.walk_through_id)
        or (tg_op <> 'DELETE' and w.municipality_id = new.municipality_id and w.id = new.walk_through_id))
  ) then
    raise exception 'a closed walk-through does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
