-- A later import may move a case stage to another unit. What was frozen lies where it lay when it was frozen: who may see a
-- drawn case, who reviews it and where it counts must not change under a draw.

alter table draw_case add column unit_id uuid;

-- Forced row security hides every municipality from a migration, the owner's too.
alter table draw_case no force row level security;
alter table case_stage no force row level security;
alter table unit no force row level security;
update draw_case d
set unit_id = coalesce(
  (select u.id from unit u where u.municipality_id = d.municipality_id and u.name = d.content->>'unit'), c.unit_id)
from case_stage c
where c.municipality_id = d.municipality_id and c.id = d.case_stage_id;
alter table draw_case force row level security;
alter table case_stage force row level security;
alter table unit force row level security;

alter table draw_case alter column unit_id set not null;
alter table draw_case add foreign key (municipality_id, unit_id) references unit;
create index on draw_case (municipality_id, unit_id);
comment on column draw_case.unit_id is 'The unit of content, where the case stage lay when the frame was frozen; its name there is the name of that day.';
