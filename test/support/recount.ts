import type { Pool } from 'pg'

/**
 * What `question_tally` and `round_progress` should say, counted afresh from the reviews, where it differs from what
 * they do say. `superPool` sees all municipalities; an empty list is right.
 */
export async function differencesFromRecount(superPool: Pool): Promise<readonly string[]> {
  const { rows } = await superPool.query<{ difference: string }>(`
    with counted as (
      select r.municipality_id, r.round_id, r.level, r.unit_id, c.stage, a.question_key,
        count(*) filter (where a.answer = 'yes')::int as yes,
        count(*) filter (where a.answer = 'no')::int as no,
        count(*) filter (where a.answer = 'na')::int as na
      from review r
      join case_stage c on (c.municipality_id, c.id) = (r.municipality_id, r.case_stage_id)
      join review_answer a on (a.municipality_id, a.review_id) = (r.municipality_id, r.id)
      where r.state = 'submitted' group by 1, 2, 3, 4, 5, 6
    ), kept as (
      select municipality_id, round_id, level, unit_id, stage, question_key, yes, no, na
      from question_tally where yes + no + na > 0
    ), progressed as (
      select municipality_id, round_id, level, unit_id, count(*)::int as drawn,
        count(assigned_to)::int as assigned, count(started_at)::int as started,
        count(submitted_at)::int as submitted, coalesce(sum(minutes) filter (where state = 'submitted'), 0) as minutes
      from review where state <> 'written-off' group by 1, 2, 3, 4
    ), progress as (
      select municipality_id, round_id, level, unit_id, drawn, assigned, started, submitted, minutes
      from round_progress where drawn + assigned + started + submitted > 0
    )
    select difference from (
      select 'counted ' || (x.*)::text as difference from (table counted except table kept) x
      union all select 'kept ' || (x.*)::text from (table kept except table counted) x
      union all select 'counted ' || (x.*)::text from (table progressed except table progress) x
      union all select 'kept ' || (x.*)::text from (table progress except table progressed) x
    ) as differences order by difference`)
  return rows.map(({ difference }) => difference)
}
