-- Which cases a list or a file showed, so that "who has seen this child's record" has one quick answer. What an entry says
-- (and its seal covers) stands in its detail; this table only finds it.
create table access_hit (
  municipality_id uuid not null references municipality,
  case_id text not null check (case_id <> ''),
  entry_id bigint not null,
  primary key (municipality_id, case_id, entry_id)
);
comment on table access_hit is 'Index of the access log by case: one row for every case that an entry of the act show-cases names. Filled by a trigger only.';
comment on column access_hit.entry_id is 'Of access_entry. No reference: the seal tells when an entry is gone.';
alter table access_hit enable row level security, force row level security;
create policy tenant on access_hit using (municipality_id = (select sealed.current_municipality()));
grant select on access_hit to tilsyn_app;

create function sealed.index_shown_cases() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into public.access_hit (municipality_id, case_id, entry_id)
  select distinct new.municipality_id, shown.case_id, new.id
  from jsonb_array_elements_text(new.detail -> 'cases') as shown(case_id)
  where shown.case_id <> ''
  on conflict do nothing;
  return null;
end
$$;
comment on function sealed.index_shown_cases() is 'Lets the app fill access_hit by writing log entries, and in no other way.';
create trigger index_shown_cases after insert on access_entry for each row
  when (new.act = 'show-cases' and jsonb_typeof(new.detail -> 'cases') = 'array')
  execute function sealed.index_shown_cases();

-- Entries that an answer to an access request leaves out until a day, e.g. while the police ask that a parent does not learn of it.
create table log_hold (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id text not null check (case_id <> ''),
  entries text[] not null check (cardinality(entries) > 0),
  until date not null,
  reason text not null check (reason <> ''),
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, proposed_by) references person,
  foreign key (municipality_id, decided_by) references person,
  foreign key (municipality_id, lifted_by) references person,
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null)),
  check (decided_by <> proposed_by),
  check ((lifted_by is null) = (lifted_at is null)),
  check (lifted_by is null or approved)
);
comment on table log_hold is 'Log entries on a case that are told to the people concerned later. Counts only when a second person approved it.';
comment on column log_hold.entries is 'As access:17 or change:17.';
comment on column log_hold.until is 'The last day the entries are left out.';
comment on column log_hold.approved is 'Null: waits for the second person.';
create index on log_hold (municipality_id, case_id);
alter table log_hold enable row level security, force row level security;
create policy tenant on log_hold using (municipality_id = (select sealed.current_municipality()));
grant select on log_hold to tilsyn_app;
grant insert (id, case_id, entries, until, reason, proposed_by) on log_hold to tilsyn_app;
grant update (decided_by, decided_at, approved, lifted_by, lifted_at) on log_hold to tilsyn_app;
