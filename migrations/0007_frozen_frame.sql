-- A later import may change a case stage. What was drawn from must stay checkable, so the frame keeps its rows as they
-- were, and a draw keeps the cases that the level below had in force when it was frozen.

alter table draw_case add column content jsonb not null check (jsonb_typeof(content) = 'object');
comment on column draw_case.content is 'The frame''s other columns as they were when it was frozen: unit, caseworker, started, completed, attributes.';

alter table draw add column from_cases jsonb check (jsonb_typeof(from_cases) = 'array');
alter table draw add check ((from_draw_id is null) = (from_cases is null));
comment on column draw.from_cases is 'Case id and stage of the level below''s cases in force when this frame was frozen; null where the frame is the finished case stages.';
grant select (from_cases) on draw to tilsyn_app;
