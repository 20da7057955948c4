create table round (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  key text not null check (key <> '' and key !~ '[/|[:space:]]'),
  title_da text not null check (title_da <> ''),
  title_en text not null check (title_en <> ''),
  programme_version_id uuid not null,
  period_from date not null,
  period_to date not null,
  baseline_round_id uuid,
  state text not null default 'planned' check (state in ('planned', 'open', 'closed')),
  created_at timestamptz not null default now(),
  opened_by uuid,
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  foreign key (municipality_id, programme_version_id) references programme_version,
  foreign key (municipality_id, baseline_round_id) references round,
  foreign key (municipality_id, opened_by) references person,
  check (period_to >= period_from),
  check ((state = 'planned') = (opened_at is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (baseline_round_id <> id)
);
comment on table round is 'One audit round on one programme version.';
comment on column round.key is 'E.g. 2018q2; part of every draw''s phase, so it never changes.';
comment on column round.period_from is 'Case stages completed from this day on are in the frame.';
comment on column round.period_to is 'Last day of the frame, inclusive.';
create index on round (municipality_id, programme_version_id);
create index on round (municipality_id, period_from);
alter table round enable row level security, force row level security;
create policy tenant on round using (municipality_id = (select sealed.current_municipality()));
grant select, insert on round to tilsyn_app;
grant update (title_da, title_en, baseline_round_id, state, opened_by, opened_at, closed_at) on round to tilsyn_app;

create table irregularity (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  text_da text not null check (text_da <> ''),
  text_en text,
  author_id uuid,
  at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, author_id) references person
);
comment on table irregularity is 'Append-only: what deviated from the plan, and why; printed in the report.';
create index on irregularity (municipality_id, round_id, at);
alter table irregularity enable row level security, force row level security;
create policy tenant on irregularity using (municipality_id = (select sealed.current_municipality()));
grant select, insert on irregularity to tilsyn_app;

create table draw (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  level int not null check (level > 0),
  phase text not null check (phase <> ''),
  algorithm text not null,
  frame_digest text not null check (frame_digest ~ '^[0-9a-f]{64}$'),
  seed_digest text not null check (seed_digest ~ '^[0-9a-f]{64}$'),
  seed bytea not null check (encode(sha256(seed), 'hex') = seed_digest),
  selection jsonb not null check (jsonb_typeof(selection) = 'object'),
  eligibility jsonb not null check (jsonb_typeof(eligibility) = 'array'),
  from_draw_id uuid,
  committed_by uuid,
  committed_at timestamptz not null default now(),
  drawn_at timestamptz,
  seed_published_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, round_id, level),
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, from_draw_id) references draw,
  foreign key (municipality_id, committed_by) references person,
  check (drawn_at >= committed_at),
  check (seed_published_at >= drawn_at)
);
comment on table draw is 'One level''s draw in a round: frame and seed are fixed by their digests before anything is drawn.';
comment on column draw.phase is 'ROUND/LEVEL; part of every case''s key.';
comment on column draw.seed is 'Secret until published: not granted to the app; read through sealed.draw_seed.';
comment on column draw.frame_digest is 'SHA-256 over the eligible cases'' lines, sorted by case id as bytes.';
comment on column draw.from_draw_id is 'The draw of the level below; null where the frame is the finished case stages.';
create index on draw (municipality_id, from_draw_id);
alter table draw enable row level security, force row level security;
create policy tenant on draw using (municipality_id = (select sealed.current_municipality()));
grant select (municipality_id, id, round_id, level, phase, algorithm, frame_digest, seed_digest, selection, eligibility,
  from_draw_id, committed_by, committed_at, drawn_at, seed_published_at) on draw to tilsyn_app;
grant insert on draw to tilsyn_app;
grant update (drawn_at, seed_published_at) on draw to tilsyn_app;

create function sealed.draw_seed(wanted uuid) returns bytea
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select d.seed from public.draw d
  where d.municipality_id = (select sealed.current_municipality()) and d.id = wanted
    and (d.drawn_at is null or d.seed_published_at is not null)
$$;
comment on function sealed.draw_seed(uuid) is 'The seed, to draw with and after its publication; null between the two.';
grant execute on function sealed.draw_seed(uuid) to tilsyn_app;

create function refuse_second_time() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'draw % was already drawn or published at that step', old.id using errcode = 'restrict_violation';
end
$$;
comment on function refuse_second_time() is 'A draw is drawn once and its seed published once; neither is taken back.';
create trigger drawn_once before update on draw for each row
  when ((old.drawn_at is not null and new.drawn_at is distinct from old.drawn_at)
    or (old.seed_published_at is not null and new.seed_published_at is distinct from old.seed_published_at))
  execute function refuse_second_time();

create table draw_stratum (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  draw_id uuid not null,
  stratum text not null,
  eligible int not null check (eligible >= 0),
  wanted int not null check (wanted >= 0),
  drawn int check (drawn >= 0),
  primary key (municipality_id, draw_id, stratum),
  foreign key (municipality_id, draw_id) references draw
);
comment on table draw_stratum is 'How many cases a stratum of the frame has, how many were wanted and how many drawn.';
comment on column draw_stratum.wanted is 'May exceed eligible: then all are drawn.';
comment on column draw_stratum.drawn is 'Null before the draw.';
alter table draw_stratum enable row level security, force row level security;
create policy tenant on draw_stratum using (municipality_id = (select sealed.current_municipality()));
grant select, insert on draw_stratum to tilsyn_app;
grant update (drawn) on draw_stratum to tilsyn_app;

create table draw_case (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  draw_id uuid not null,
  case_stage_id uuid not null,
  case_id text not null,
  stage text not null,
  stratum text not null,
  key double precision check (key >= 0 and key < 1),
  ord int check (ord > 0),
  status text not null default 'reserve' check (status in ('reserve', 'drawn', 'replaced')),
  reason text check (reason <> ''),
  replaced_by uuid,
  replaced_at timestamptz,
  primary key (municipality_id, draw_id, case_stage_id),
  unique (municipality_id, draw_id, case_id, stage),
  foreign key (municipality_id, draw_id, stratum) references draw_stratum,
  foreign key (municipality_id, case_stage_id) references case_stage,
  foreign key (municipality_id, replaced_by) references person,
  check ((status = 'replaced') = (reason is not null)),
  check ((status = 'replaced') = (replaced_at is not null)),
  check (status = 'reserve' or ord is not null)
);
comment on table draw_case is 'The frozen frame: every eligible case stage with its stratum, after the draw with its number and order.';
comment on column draw_case.case_id is 'As it was when the frame was frozen; the digest is made of it.';
comment on column draw_case.key is 'The pseudo-random number in [0, 1); null before the draw and where the selection uses none.';
comment on column draw_case.ord is 'Place in the stratum''s order, from 1; null before the draw.';
comment on column draw_case.status is 'reserve: next in order when a drawn one is replaced.';
comment on column draw_case.replaced_by is 'Who found the case ineligible.';
create index on draw_case (municipality_id, draw_id, stratum, ord);
create index on draw_case (municipality_id, case_stage_id);
create index on draw_case (municipality_id, draw_id, status);
alter table draw_case enable row level security, force row level security;
create policy tenant on draw_case using (municipality_id = (select sealed.current_municipality()));
grant select, insert on draw_case to tilsyn_app;
grant update (key, ord, status, reason, replaced_by, replaced_at) on draw_case to tilsyn_app;
