-- A unit's goals, judged at a later round, and the municipality's action plan with what it sets going. What is meant
-- to happen is written here; how it goes is added beside it, never over it.
create table goal (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  programme_key text not null check (programme_key <> ''),
  stage_key text check (stage_key <> ''),
  question_key text check (question_key <> ''),
  target_percent int not null check (target_percent between 1 and 100),
  why text check (why <> ''),
  base_round_id uuid not null,
  base_figure jsonb not null check (jsonb_typeof(base_figure) = 'object'),
  round_id uuid,
  set_by uuid,
  set_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= set_at),
  withdrawn_by uuid,
  withdrawn_reason text check (withdrawn_reason <> ''),
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, base_round_id) references round,
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, set_by) references person,
  foreign key (municipality_id, withdrawn_by) references person,
  check (question_key is null or stage_key is not null),
  check (round_id <> base_round_id),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table goal is 'What share a unit wants to reach on one question, one stage or all stages, by which round. It cannot be changed, only withdrawn.';
comment on column goal.stage_key is 'Null: all stages.';
comment on column goal.question_key is 'Null: the composite of the stage, or of all stages.';
comment on column goal.base_round_id is 'The finished round whose results the goal was chosen from.';
comment on column goal.base_figure is 'What that round showed of it, and what may be expected of the next though nothing changes.';
comment on column goal.round_id is 'The round it is judged at; null: the next one of the programme whose cases are finished after the goal was set.';
create index on goal (municipality_id, unit_id, set_at);
create index on goal (municipality_id, base_round_id);
create index on goal (municipality_id, round_id);
create index on goal (municipality_id, set_by);
create index on goal (municipality_id, withdrawn_by);
alter table goal enable row level security, force row level security;
create policy tenant on goal using (municipality_id = (select sealed.current_municipality()));
grant select, insert on goal to tilsyn_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on goal to tilsyn_app;

create table goal_judgement (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  goal_id uuid not null,
  round_id uuid not null,
  verdict text not null check (verdict in ('met', 'not-met', 'cannot-tell')),
  reason text check (reason in ('too-few', 'no-answers', 'asked-otherwise')),
  figure jsonb check (jsonb_typeof(figure) = 'object'),
  judged_at timestamptz not null,
  primary key (municipality_id, goal_id),
  foreign key (municipality_id, goal_id) references goal,
  foreign key (municipality_id, round_id) references round,
  check ((verdict = 'cannot-tell') = (reason is not null)),
  check ((figure is null) = (reason is not null and reason <> 'too-few'))
);
comment on table goal_judgement is 'Append-only: what a closed round says of a goal, by the results'' own interval.';
comment on column goal_judgement.figure is 'The share with its counts and interval; null where nothing could be counted.';
create index on goal_judgement (municipality_id, round_id);
alter table goal_judgement enable row level security, force row level security;
create policy tenant on goal_judgement using (municipality_id = (select sealed.current_municipality()));
grant select, insert on goal_judgement to tilsyn_app;

create table action_plan (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  created_by uuid,
  created_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, created_by) references person
);
comment on table action_plan is 'A plan of the whole municipality. What it says is in its versions.';
create index on action_plan (municipality_id, created_by);
alter table action_plan enable row level security, force row level security;
create policy tenant on action_plan using (municipality_id = (select sealed.current_municipality()));
grant select, insert on action_plan to tilsyn_app;

create table action_plan_version (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  action_plan_id uuid not null,
  version int not null check (version > 0),
  label text not null check (label <> ''),
  foreword text check (foreword <> ''),
  edits int not null default 0 check (edits >= 0),
  created_by uuid,
  created_at timestamptz not null,
  published_at timestamptz check (published_at >= created_at),
  published_by uuid,
  primary key (municipality_id, action_plan_id, version),
  unique (municipality_id, action_plan_id, label),
  foreign key (municipality_id, action_plan_id) references action_plan,
  foreign key (municipality_id, created_by) references person,
  foreign key (municipality_id, published_by) references person
);
comment on table action_plan_version is 'One version of an action plan: a draft until it is published, and unchangeable from then on.';
comment on column action_plan_version.label is 'As people call it, e.g. 2.0.';
comment on column action_plan_version.edits is 'Counts the saves, so that nobody overwrites what they have not seen.';
create unique index action_plan_version_one_draft on action_plan_version (municipality_id, action_plan_id)
  where published_at is null;
create index on action_plan_version (municipality_id, created_by);
create index on action_plan_version (municipality_id, published_by);
alter table action_plan_version enable row level security, force row level security;
create policy tenant on action_plan_version using (municipality_id = (select sealed.current_municipality()));
grant select, insert on action_plan_version to tilsyn_app;
grant update (label, foreword, edits, published_at, published_by) on action_plan_version to tilsyn_app;

create table initiative (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  action_plan_id uuid not null,
  created_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, id, action_plan_id),
  foreign key (municipality_id, action_plan_id) references action_plan
);
comment on table initiative is 'Something an action plan sets going; the same one through all versions it stands in.';
create index on initiative (municipality_id, action_plan_id);
alter table initiative enable row level security, force row level security;
create policy tenant on initiative using (municipality_id = (select sealed.current_municipality()));
grant select, insert on initiative to tilsyn_app;

create table initiative_version (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  action_plan_id uuid not null,
  version int not null,
  initiative_id uuid not null,
  ord int not null check (ord > 0),
  title text not null check (title <> ''),
  what text not null check (what <> ''),
  owner_person_id uuid,
  owner_unit_id uuid,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  source text not null check (source in ('audit', 'ombudsman', 'task-force', 'ankestyrelsen', 'citizen', 'own')),
  reference text check (reference <> ''),
  primary key (municipality_id, action_plan_id, version, initiative_id),
  unique (municipality_id, action_plan_id, version, ord) deferrable initially immediate,
  foreign key (municipality_id, action_plan_id, version) references action_plan_version,
  foreign key (municipality_id, initiative_id, action_plan_id) references initiative (municipality_id, id, action_plan_id),
  foreign key (municipality_id, owner_person_id) references person,
  foreign key (municipality_id, owner_unit_id) references unit,
  check (num_nonnulls(owner_person_id, owner_unit_id) = 1)
);
comment on table initiative_version is 'What one version of the plan says of an initiative.';
comment on column initiative_version.source is 'What called for it: a finding of an audit, the ombudsman, the Task Force, Ankestyrelsen, a citizen, or the municipality itself.';
comment on column initiative_version.reference is 'Where to find that: a report and its page, a letter and its date.';
create index on initiative_version (municipality_id, initiative_id);
create index on initiative_version (municipality_id, owner_person_id);
create index on initiative_version (municipality_id, owner_unit_id);
alter table initiative_version enable row level security, force row level security;
create policy tenant on initiative_version using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on initiative_version to tilsyn_app;

create table initiative_aim (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  action_plan_id uuid not null,
  version int not null,
  initiative_id uuid not null,
  ord int not null check (ord > 0),
  programme_key text not null check (programme_key <> ''),
  stage_key text check (stage_key <> ''),
  question_key text check (question_key <> ''),
  primary key (municipality_id, action_plan_id, version, initiative_id, ord),
  unique nulls not distinct (municipality_id, action_plan_id, version, initiative_id, programme_key, stage_key, question_key),
  foreign key (municipality_id, action_plan_id, version, initiative_id) references initiative_version,
  check (question_key is null or stage_key is not null)
);
comment on table initiative_aim is 'The figures an initiative is meant to move, named before anyone knows whether they did.';
comment on column initiative_aim.stage_key is 'Null: all stages.';
comment on column initiative_aim.question_key is 'Null: the composite of the stage, or of all stages.';
alter table initiative_aim enable row level security, force row level security;
create policy tenant on initiative_aim using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on initiative_aim to tilsyn_app;

create table initiative_act (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id bigint generated always as identity,
  initiative_id uuid not null,
  kind text not null check (kind in ('started', 'noted', 'done', 'stopped', 'resumed')),
  day date not null,
  note text check (note <> ''),
  person_id uuid,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, initiative_id) references initiative,
  foreign key (municipality_id, person_id) references person,
  check (kind not in ('noted', 'stopped', 'resumed') or note is not null)
);
comment on table initiative_act is 'Append-only: how an initiative goes. Its state is what these acts add up to.';
comment on column initiative_act.day is 'When it happened; before and after are reckoned from the day of the first start.';
create unique index initiative_act_started_once on initiative_act (municipality_id, initiative_id) where kind = 'started';
create index on initiative_act (municipality_id, initiative_id, id);
create index on initiative_act (municipality_id, person_id);
alter table initiative_act enable row level security, force row level security;
create policy tenant on initiative_act using (municipality_id = (select sealed.current_municipality()));
grant select on initiative_act to tilsyn_app;
grant insert (municipality_id, initiative_id, kind, day, note, person_id, at) on initiative_act to tilsyn_app;

create function refuse_change_of_published_plan() returns trigger
language plpgsql
as $$
begin
  if old.published_at is not null then
    raise exception 'a published version of an action plan does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
comment on function refuse_change_of_published_plan() is 'Holds that a published version of an action plan stays as it was published, for the owner of the tables too.';
create trigger action_plan_version_published before update or delete on action_plan_version
for each row execute function refuse_change_of_published_plan();

create function refuse_change_within_published_plan() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from action_plan_version as v
    where (tg_op <> 'INSERT' and v.municipality_id = old.municipality_id and v.action_plan_id = old.action_plan_id
        and v.version = old.version and v.published_at is not null)
      or (tg_op <> 'DELETE' and v.municipality_id = new.municipality_id and v.action_plan_id = new.action_plan_id
        and v.version = new.version and v.published_at is not null)
  ) then
    raise exception 'a published version of an action plan does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
comment on function refuse_change_within_published_plan() is 'The same for what a version says of its initiatives and what they are meant to move.';
create trigger initiative_version_published before insert or update or delete on initiative_version
for each row execute function refuse_change_within_published_plan();
create trigger initiative_aim_published before insert or update or delete on initiative_aim
for each row execute function refuse_change_within_published_plan();

create function refuse_change_of_goal() returns trigger
language plpgsql
as $$
begin
  if old.withdrawn_at is not null
    or (new.withdrawn_at is not null
      and exists (select from goal_judgement as j where j.municipality_id = new.municipality_id and j.goal_id = new.id))
  then
    raise exception 'a goal that is judged or withdrawn stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function refuse_change_of_goal() is 'Holds that a goal that was not met cannot be taken out of the account afterwards.';
create trigger goal_settled before update on goal
for each row execute function refuse_change_of_goal();
