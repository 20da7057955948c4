import { sql } from 'kysely'
import type { AnswerValue } from '../../core/programme/programme.ts'
import type { ReviewState } from '../../core/review/review.ts'
import type { CaseStageId, ProgrammeVersionId, ReviewId, RoundId } from '../ids.ts'
import type { PersonalReader, Reader } from '../transaction.ts'
import { independentAnswersOf } from './independent-answers.ts'

type Answers = Readonly<Record<string, AnswerValue>>

/** An anchor's review in a round, and the last one before it at the same level. */
export interface AnchorReview {
  readonly id: ReviewId
  readonly caseStageId: CaseStageId
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly level: number
  readonly state: ReviewState
  readonly answers: Answers
  readonly earlier: {
    readonly round: string
    readonly programmeVersionId: ProgrammeVersionId
    readonly answers: Answers
  } | null
}

/** All reviews of the round's anchors. An earlier review may be of the time when the case was drawn like others. */
export async function listAnchorReviews(
  reader: PersonalReader,
  round: RoundId,
): Promise<readonly AnchorReview[]> {
  const { rows } = await sql<AnchorReview>`
    select r.id, r.case_stage_id as "caseStageId", c.case_id as "caseId", c.stage, u.name as unit, r.level, r.state,
      ${independentAnswersOf('r')} as answers,
      (select jsonb_build_object('round', o.key, 'programmeVersionId', o.programme_version_id,
          'answers', ${independentAnswersOf('e')})
        from review e join round o on o.municipality_id = e.municipality_id and o.id = e.round_id
        where e.municipality_id = r.municipality_id and e.case_stage_id = r.case_stage_id and e.level = r.level
          and e.round_id <> r.round_id and e.state = 'submitted' and o.period_to < n.period_from
        order by o.period_to desc, e.submitted_at desc limit 1) as earlier
    from review r
    join round n on n.municipality_id = r.municipality_id and n.id = r.round_id
    join case_stage c on c.municipality_id = r.municipality_id and c.id = r.case_stage_id
    join unit u on u.municipality_id = r.municipality_id and u.id = r.unit_id
    where r.round_id = ${round} and r.anchor_id is not null
    order by r.level, c.stage, c.case_id`.execute(reader.db)
  return rows
}

/** How many anchors of a round each level reviewed. */
export async function countAnchorReviews(
  reader: Reader,
  round: RoundId,
): Promise<readonly { readonly level: number; readonly reviews: number }[]> {
  const { rows } = await sql<{ level: number; reviews: number }>`
    select level, count(*)::int as reviews from review
    where round_id = ${round} and anchor_id is not null and state = 'submitted'
    group by level order by level`.execute(reader.db)
  return rows
}
