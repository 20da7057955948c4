import { sql } from 'kysely'
import type { ReviewState } from '../../core/review/review.ts'
import type { CaseStageId, PersonId, ReviewId, RoundId, UnitId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** A review as whoever gives reviews out sees it. An anchor looks like any other, by the case id its reviewers see. */
export interface RoundReview {
  readonly id: ReviewId
  readonly level: number
  readonly caseStageId: CaseStageId
  readonly caseId: string
  readonly stage: string
  readonly unitId: UnitId
  readonly unit: string
  readonly state: Exclude<ReviewState, 'written-off'>
  readonly assignedTo: PersonId | null
  readonly assignedWith: PersonId | null
  readonly dueOn: string | null
  readonly submittedAt: Date | null
  /** Not drawn; who leads the audit does not review it. */
  readonly isAnchor: boolean
}

/** A round's reviews, by level, due date and case; `units` undefined: in the whole municipality. */
export async function listRoundReviews(
  reader: PersonalReader,
  round: RoundId,
  units: readonly UnitId[] | undefined,
): Promise<readonly RoundReview[]> {
  let query = reader.db
    .selectFrom('review as r')
    .innerJoin('case_stage as c', 'c.id', 'r.case_stage_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .select([
      'r.id',
      'r.level',
      'r.case_stage_id as caseStageId',
      sql<string>`coalesce(r.shown_case_id, c.case_id)`.as('caseId'),
      'c.stage',
      'r.unit_id as unitId',
      'u.name as unit',
      sql<RoundReview['state']>`r.state`.as('state'),
      'r.assigned_to as assignedTo',
      'r.assigned_with as assignedWith',
      'r.due_on as dueOn',
      'r.submitted_at as submittedAt',
      sql<boolean>`r.anchor_id is not null`.as('isAnchor'),
    ])
    .where('r.round_id', '=', round)
    .where('r.state', '<>', 'written-off')
  if (units !== undefined) query = query.where('r.unit_id', 'in', units)
  return query
    .orderBy('r.level')
    .orderBy('r.due_on')
    .orderBy(sql`coalesce(r.shown_case_id, c.case_id)`)
    .orderBy('r.id')
    .limit(20_000)
    .execute()
}
