-- Selections that take the newest or the riskiest cases tell, for each stratum, how many cases fell out and by which part
-- of the rule; the frozen frame does not hold those cases, so the counts are kept as they were when it was frozen.

alter table draw_stratum add column excluded jsonb check (jsonb_typeof(excluded) = 'array');
comment on column draw_stratum.excluded is 'How many cases fell out, by the part of the rule that they fell to; null where the selection counts none.';
comment on column draw_case.key is 'The pseudo-random number in [0, 1); null before the draw.';
