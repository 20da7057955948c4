-- Anchor cases: old files that are reviewed again in each round by somebody who has not seen them, to tell stricter
-- reviewers from worse casework (docs/statistics.md). To its reviewer an anchor's review is like any other.

create table anchor_case (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_stage_id uuid not null,
  unit_id uuid not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  participants jsonb not null check (jsonb_typeof(participants) = 'array'),
  frozen_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, case_stage_id),
  unique (municipality_id, id, case_stage_id),
  foreign key (municipality_id, case_stage_id) references case_stage,
  foreign key (municipality_id, unit_id) references unit
);
comment on table anchor_case is 'A case stage that is reviewed again each round, as it stood when it was first reviewed. Never changed.';
comment on column anchor_case.unit_id is 'The unit of its first review.';
comment on column anchor_case.content is 'As draw_case.content: unit, caseworker, started, completed, attributes.';
comment on column anchor_case.participants is 'Who took part when it was frozen: part, caseworker, name.';
create index on anchor_case (municipality_id, unit_id);
alter table anchor_case enable row level security, force row level security;
create policy tenant on anchor_case using (municipality_id = (select sealed.current_municipality()));
grant select, insert on anchor_case to tilsyn_app;

-- An anchor's review names the draw of its level like every other, so that whatever reads the day of the draw reads the
-- same for both; only a drawn case must be in that draw's frame.
alter table review add column anchor_id uuid;
alter table review add column shown_case_id text check (shown_case_id <> '');
alter table review add column drawn_case_stage_id uuid
  generated always as (case when anchor_id is null then case_stage_id end) stored;
alter table review drop constraint review_municipality_id_draw_id_case_stage_id_fkey;
alter table review add foreign key (municipality_id, draw_id) references draw;
alter table review add foreign key (municipality_id, draw_id, drawn_case_stage_id) references draw_case;
alter table review add foreign key (municipality_id, anchor_id, case_stage_id)
  references anchor_case (municipality_id, id, case_stage_id);
alter table review add check (shown_case_id is null or anchor_id is not null);
drop index review_municipality_id_draw_id_case_stage_id_idx;
create index on review (municipality_id, draw_id, drawn_case_stage_id);
create index on review (municipality_id, anchor_id, case_stage_id);
comment on table review is 'One level''s review of one drawn case stage, or of an anchor.';
comment on column review.anchor_id is 'Set: an anchor, which was not drawn and counts in no result. Told to nobody but those who lead the audit.';
comment on column review.shown_case_id is 'The case id that the reviewer sees, where the frozen file has one of its own.';
comment on column review.drawn_case_stage_id is 'The case stage where it was drawn; null for an anchor.';

create table anchor_in_round (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  round_id uuid not null,
  level int not null check (level > 0),
  anchor_id uuid not null,
  outcome text not null check (outcome in ('given', 'no-reviewer', 'law-changed', 'in-this-round')),
  review_id uuid,
  primary key (municipality_id, round_id, level, anchor_id),
  foreign key (municipality_id, round_id) references round,
  foreign key (municipality_id, anchor_id) references anchor_case,
  foreign key (municipality_id, review_id) references review,
  check ((outcome = 'given') = (review_id is not null))
);
comment on table anchor_in_round is 'What became of each anchor of a level when the level was drawn.';
comment on column anchor_in_round.outcome is 'Why it was left out: nobody may review it, another law was in force, or the round''s own frame has it.';
create index on anchor_in_round (municipality_id, anchor_id);
create index on anchor_in_round (municipality_id, review_id);
alter table anchor_in_round enable row level security, force row level security;
create policy tenant on anchor_in_round using (municipality_id = (select sealed.current_municipality()));
grant select, insert on anchor_in_round to tilsyn_app;
grant update (outcome, review_id) on anchor_in_round to tilsyn_app;
