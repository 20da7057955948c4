import { sql, type RawBuilder } from 'kysely'
import type { AnswerValue } from '../../core/programme/programme.ts'
import type { RoundId } from '../ids.ts'

/*
 * Statistics read what a review's reviewers answered before another level's answers to the case were open to them: the
 * newest submission that was not influenced (docs/statistics.md). Nearly always that is the review as it stands.
 */

/** One review's independent answers by question; `review` is its alias in the query. */
export function independentAnswersOf(review: string): RawBuilder<Readonly<Record<string, AnswerValue>>> {
  const r = sql.ref(review)
  return sql`coalesce(case when ${r}.influenced_since is null
    then (select jsonb_object_agg(a.question_key, a.answer) from review_answer a
      where a.municipality_id = ${r}.municipality_id and a.review_id = ${r}.id and a.answer is not null)
    else (select jsonb_object_agg(a.question_key, a.answer) from review_submission_answer a
      where a.municipality_id = ${r}.municipality_id and a.review_id = ${r}.id and a.answer is not null and a.number = (
        select max(s.number) from review_submission s
        where s.municipality_id = ${r}.municipality_id and s.review_id = ${r}.id and not s.influenced)) end, '{}')`
}

/** The independent answers of a round's submitted reviews as rows: municipality_id, review_id, question_key, answer. */
export function independentAnswersIn(round: RoundId): RawBuilder<unknown> {
  return sql`
    select a.municipality_id, a.review_id, a.question_key, a.answer from review r
    join review_answer a on a.municipality_id = r.municipality_id and a.review_id = r.id and a.answer is not null
    where r.round_id = ${round} and r.state = 'submitted' and r.influenced_since is null
    union all
    select a.municipality_id, a.review_id, a.question_key, a.answer from review r
    cross join lateral (select max(s.number) as number from review_submission s
      where s.municipality_id = r.municipality_id and s.review_id = r.id and not s.influenced) before
    join review_submission_answer a on a.municipality_id = r.municipality_id and a.review_id = r.id
      and a.number = before.number and a.answer is not null
    where r.round_id = ${round} and r.state = 'submitted' and r.influenced_since is not null`
}
