import { sql } from 'kysely'
import type { AnswerContent } from '../../core/review/answer-content.ts'
import type { ReviewState, StoredReview } from '../../core/review/review.ts'
import type {
  AnchorId,
  CaseStageId,
  DrawId,
  PersonId,
  ProgrammeVersionId,
  ReviewId,
  RoundId,
  UnitId,
} from '../ids.ts'
import type { Reader } from '../transaction.ts'
import { isBarred } from './independence.ts'
import { colleaguesReady, inOwnForms } from './own-turn.ts'

/** What decides who may do what with a review: ids, codes and times, nothing of the case's content. */
export interface ReviewHead extends StoredReview {
  readonly id: ReviewId
  readonly roundId: RoundId
  readonly roundKey: string
  readonly roundClosed: boolean
  readonly programmeVersionId: ProgrammeVersionId
  readonly level: number
  readonly caseStageId: CaseStageId
  readonly drawId: DrawId
  readonly stage: string
  readonly unitId: UnitId
  readonly assignedTo: PersonId | null
  readonly assignedWith: PersonId | null
  readonly version: number
  /** Whether the person who asks may not judge the case stage: `isBarred`. */
  readonly tookPart: boolean
  /** Whether they have said that they can judge it independently. */
  readonly declared: boolean
  /** Null: drawn like others. Told to nobody but those who lead the audit. */
  readonly anchorId: AnchorId | null
  readonly shownCaseId: string | null
  /** The level has anchors of this stage in the round: nothing may tell which of its reviews are theirs. */
  readonly hasAnchors: boolean
  /** Each of its two reviewers fills a form of their own; what follows is about the form of the person who asks. */
  readonly apart: boolean
  /** There are own forms to read, also once what was merged has been sent back. */
  readonly hasForms: boolean
  readonly ownStartedAt: Date | null
  readonly ownSubmittedAt: Date | null
  readonly ownMinutes: number | null
  /** Whoever else reviews it has handed in, or there is nobody else. */
  readonly colleaguesReady: boolean
}

function selectHead(reader: Reader, id: ReviewId, person: PersonId) {
  return reader.db
    .selectFrom('review as r')
    .innerJoin('round', 'round.id', 'r.round_id')
    .innerJoin('case_stage as c', 'c.id', 'r.case_stage_id')
    .leftJoin('own_review as own', (join) =>
      join.onRef('own.review_id', '=', 'r.id').on('own.person_id', '=', person),
    )
    .select([
      'r.id',
      'r.round_id as roundId',
      'round.key as roundKey',
      sql<boolean>`round.state = 'closed'`.as('roundClosed'),
      'round.programme_version_id as programmeVersionId',
      'r.level',
      'r.case_stage_id as caseStageId',
      'r.draw_id as drawId',
      'c.stage',
      'r.unit_id as unitId',
      'r.state',
      'r.started_at as startedAt',
      'r.submitted_at as submittedAt',
      'r.minutes',
      'r.assigned_to as assignedTo',
      'r.assigned_with as assignedWith',
      'r.version',
      isBarred('c', sql`${person}::uuid`).as('tookPart'),
      sql<boolean>`exists (select from review_event as e
        where e.review_id = r.id and e.person_id = ${person} and e.kind = 'declared')`.as('declared'),
      'r.anchor_id as anchorId',
      'r.shown_case_id as shownCaseId',
      inOwnForms.as('apart'),
      'r.apart as hasForms',
      'own.started_at as ownStartedAt',
      'own.submitted_at as ownSubmittedAt',
      'own.minutes as ownMinutes',
      colleaguesReady(sql`${person}::uuid`).as('colleaguesReady'),
      sql<boolean>`exists (select from anchor_in_round as i
        join anchor_case as a on a.id = i.anchor_id join case_stage as s on s.id = a.case_stage_id
        where i.round_id = r.round_id and i.level = r.level and i.review_id is not null
          and s.stage = c.stage)`.as('hasAnchors'),
    ])
    .where('r.id', '=', id)
}

export async function findReview(
  reader: Reader,
  id: ReviewId,
  person: PersonId,
): Promise<ReviewHead | undefined> {
  return selectHead(reader, id, person).executeTakeFirst()
}

/** A stored answer as a save compares itself with it. */
export type StoredAnswer = AnswerContent & { readonly version: number }

/**
 * Head and stored answer in one statement: a save is the most frequent act of all. It needs no access entry of its own,
 * because the content stays inside; the save leaves a change entry.
 */
export async function findReviewToAnswer(
  reader: Reader,
  id: ReviewId,
  person: PersonId,
  question: string,
): Promise<{ readonly head: ReviewHead; readonly stored: StoredAnswer | undefined } | undefined> {
  const row = await selectHead(reader, id, person)
    .leftJoin('review_answer as a', (join) =>
      join.onRef('a.review_id', '=', 'r.id').on('a.question_key', '=', question),
    )
    .select([
      'a.answer',
      'a.value',
      'a.override_reason as overrideReason',
      'a.comment',
      'a.evidence_reference as evidenceReference',
      'a.evidence_date as evidenceDate',
      'a.version as answerVersion',
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { answer, value, overrideReason, comment, evidenceReference, evidenceDate, answerVersion, ...head } =
    row
  if (answerVersion === null) return { head, stored: undefined }
  const content = { answer, value, overrideReason, comment, evidenceReference, evidenceDate }
  return { head, stored: { ...content, version: answerVersion } }
}

export interface ReviewOfCase {
  readonly id: ReviewId
  readonly level: number
  readonly state: ReviewState
}

/** All levels' reviews of one case stage in a round, from the lowest level up. */
export async function listReviewsOfCase(
  reader: Reader,
  round: RoundId,
  caseStage: CaseStageId,
): Promise<readonly ReviewOfCase[]> {
  return reader.db
    .selectFrom('review')
    .select(['id', 'level', 'state'])
    .where('round_id', '=', round)
    .where('case_stage_id', '=', caseStage)
    .orderBy('level')
    .limit(100)
    .execute()
}
