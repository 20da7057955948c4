-- The monthly walk-through of a case: what coordinator and caseworker saw, and what they agreed. Open, it is written by
-- those who lead; closed, it stays as it is, and what was wrong is said in an addition. What became of an agreement is
-- added act by act.
create table walk_through (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id text not null check (case_id <> ''),
  unit_id uuid not null,
  held_on date not null,
  participants jsonb not null check (jsonb_typeof(participants) = 'array'),
  notes text not null default '',
  version int not null default 1 check (version > 0),
  opened_by uuid,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz check (closed_at >= opened_at),
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, opened_by) references person,
  foreign key (municipality_id, closed_by) references person
);
comment on table walk_through is 'One walk-through of a case. Once closed_at is set, nobody changes it any more, the owner of the table included.';
comment on column walk_through.unit_id is 'The unit that had the case then.';
comment on column walk_through.participants is 'In their order: [{person: id or null, name}]; a name without a person is somebody from outside.';
comment on column walk_through.version is 'Grows with each write of day, participants or notes. Who saw an older one is told, and overwrites nothing.';
comment on column walk_through.opened_by is 'Null: the program itself, in the demo.';
create unique index walk_through_one_open on walk_through (municipality_id, case_id) where closed_at is null;
create index on walk_through (municipality_id, case_id, held_on);
create index on walk_through (municipality_id, unit_id, held_on);
create index on walk_through (municipality_id, opened_by);
create index on walk_through (municipality_id, closed_by);
alter table walk_through enable row level security, force row level security;
create policy tenant on walk_through using (municipality_id = (select sealed.current_municipality()));
grant select, insert on walk_through to tilsyn_app;
grant update (held_on, participants, notes, version, closed_by, closed_at) on walk_through to tilsyn_app;

create table walk_through_agreement (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  walk_through_id uuid not null,
  text text not null check (text <> ''),
  who_id uuid,
  who text not null check (who <> ''),
  due_on date not null,
  version int not null default 1 check (version > 0),
  written_by uuid,
  written_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, walk_through_id) references walk_through,
  foreign key (municipality_id, who_id) references person,
  foreign key (municipality_id, written_by) references person
);
comment on table walk_through_agreement is 'What was agreed: what, who and by when. It can be changed while its walk-through is open.';
comment on column walk_through_agreement.who_id is 'Null: somebody from outside, by the name alone.';
comment on column walk_through_agreement.who is 'The name as of the writing.';
create index on walk_through_agreement (municipality_id, walk_through_id, written_at);
create index on walk_through_agreement (municipality_id, who_id, due_on);
create index on walk_through_agreement (municipality_id, written_by);
alter table walk_through_agreement enable row level security, force row level security;
create policy tenant on walk_through_agreement using (municipality_id = (select sealed.current_municipality()));
grant select, insert on walk_through_agreement to tilsyn_app;
grant update (text, who_id, who, due_on, version) on walk_through_agreement to tilsyn_app;

create table walk_through_outcome (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  agreement_id uuid not null,
  n int not null check (n > 0),
  outcome text not null check (outcome in ('done', 'dropped', 'reopened')),
  note text check (note <> ''),
  person_id uuid,
  at timestamptz not null,
  primary key (municipality_id, agreement_id, n),
  foreign key (municipality_id, agreement_id) references walk_through_agreement,
  foreign key (municipality_id, person_id) references person,
  check (outcome = 'done' or note is not null)
);
comment on table walk_through_outcome is 'Append-only: what became of an agreement; the last one counts. Dropping and reopening need a reason.';
create index on walk_through_outcome (municipality_id, person_id);
alter table walk_through_outcome enable row level security, force row level security;
create policy tenant on walk_through_outcome using (municipality_id = (select sealed.current_municipality()));
grant select, insert on walk_through_outcome to tilsyn_app;

create table walk_through_addition (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  walk_through_id uuid not null,
  text text not null check (text <> ''),
  person_id uuid,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, walk_through_id) references walk_through,
  foreign key (municipality_id, person_id) references person
);
comment on table walk_through_addition is 'Append-only: what is corrected or added to a closed walk-through; what it said stays beside it.';
create index on walk_through_addition (municipality_id, walk_through_id, id);
create index on walk_through_addition (municipality_id, person_id);
alter table walk_through_addition enable row level security, force row level security;
create policy tenant on walk_through_addition using (municipality_id = (select sealed.current_municipality()));
grant select on walk_through_addition to tilsyn_app;
grant insert (municipality_id, walk_through_id, text, person_id, at) on walk_through_addition to tilsyn_app;

create function refuse_change_of_closed_walk_through() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if old.closed_at is not null then
    raise exception 'a closed walk-through does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
comment on function refuse_change_of_closed_walk_through() is 'Holds that a closed walk-through stays as it was closed, for the owner of the table too.';
create trigger walk_through_closed before update or delete on walk_through
for each row execute function refuse_change_of_closed_walk_through();

create function refuse_change_within_closed_walk_through() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
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
comment on function refuse_change_within_closed_walk_through() is 'The same for what was agreed in it. What becomes of an agreement is told in walk_through_outcome.';
create trigger walk_through_agreement_closed before insert or update or delete on walk_through_agreement
for each row execute function refuse_change_within_closed_walk_through();

-- Which cases a unit has now is asked by the unit that their events name.
create index on case_event (municipality_id, unit, case_id) where unit <> '';
