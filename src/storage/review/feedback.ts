import { sql } from 'kysely'
import type { ReplyKind, DisputeOutcome } from '../../core/review/feedback.ts'
import type { ReviewState } from '../../core/review/review.ts'
import type { CaseStageId, FeedbackReplyId, PersonId, ProgrammeVersionId, ReviewId, RoundId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export interface FeedbackHead {
  readonly review: ReviewId
  readonly roundId: RoundId
  readonly caseStageId: CaseStageId
  readonly titleDa: string
  readonly titleEn: string
  readonly programmeVersionId: ProgrammeVersionId
  readonly stage: string
  readonly caseId: string
  readonly unit: string
  /** The day the case stage was completed; it decides which law applied. */
  readonly completed: string
  readonly state: ReviewState
  readonly comment: string | null
  readonly releasedAt: Date
  readonly readAt: Date | null
}

function selectFeedback(reader: PersonalReader, person: PersonId) {
  return reader.db
    .selectFrom('feedback_recipient as mine')
    .innerJoin('feedback as f', 'f.review_id', 'mine.review_id')
    .innerJoin('review as r', 'r.id', 'f.review_id')
    .innerJoin('round as o', 'o.id', 'r.round_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .innerJoin('draw_case as d', (join) =>
      join.onRef('d.draw_id', '=', 'r.draw_id').onRef('d.case_stage_id', '=', 'r.case_stage_id'),
    )
    .select([
      'r.id as review',
      'r.round_id as roundId',
      'r.case_stage_id as caseStageId',
      'o.title_da as titleDa',
      'o.title_en as titleEn',
      'o.programme_version_id as programmeVersionId',
      'd.stage',
      'd.case_id as caseId',
      'u.name as unit',
      sql<string>`d.content->>'completed'`.as('completed'),
      'r.state',
      'r.comment',
      'f.released_at as releasedAt',
      'mine.read_at as readAt',
    ])
    .where('mine.person_id', '=', person)
}

/** The person's feedback, the newest first; what they have not read comes before what they have. */
export async function listFeedback(
  reader: PersonalReader,
  person: PersonId,
): Promise<readonly FeedbackHead[]> {
  return selectFeedback(reader, person)
    .orderBy(sql`mine.read_at is not null`)
    .orderBy('f.released_at', 'desc')
    .orderBy('r.id')
    .limit(200)
    .execute()
}

export async function findFeedback(
  reader: PersonalReader,
  review: ReviewId,
  person: PersonId,
): Promise<FeedbackHead | undefined> {
  return selectFeedback(reader, person).where('r.id', '=', review).executeTakeFirst()
}

/** How many the person has not read. */
export async function countUnread(reader: Reader, person: PersonId): Promise<number> {
  const { count } = await reader.db
    .selectFrom('feedback_recipient')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface FeedbackReply {
  readonly id: FeedbackReplyId
  readonly question: string
  readonly kind: ReplyKind
  readonly words: string | null
  readonly at: Date
  readonly outcome: DisputeOutcome | null
  readonly outcomeWords: string | null
  readonly outcomeAt: Date | null
}

/** What the person has replied to a review's points, with how disputes ended. */
export async function listReplies(
  reader: PersonalReader,
  review: ReviewId,
  person: PersonId,
): Promise<readonly FeedbackReply[]> {
  return reader.db
    .selectFrom('feedback_reply as y')
    .leftJoin('feedback_outcome as e', 'e.reply_id', 'y.id')
    .select([
      'y.id',
      'y.question_key as question',
      'y.kind',
      'y.words',
      'y.at',
      'e.outcome',
      'e.words as outcomeWords',
      'e.at as outcomeAt',
    ])
    .where('y.review_id', '=', review)
    .where('y.person_id', '=', person)
    .orderBy('y.question_key')
    .limit(1000)
    .execute()
}

export interface NewReply {
  readonly question: string
  readonly kind: ReplyKind
  readonly words: string | null
}

/** Adds replies; one that was given already stays as it was. How many were added. */
export async function saveReplies(
  writer: Writer,
  of: { readonly review: ReviewId; readonly person: PersonId; readonly at: Date },
  replies: readonly NewReply[],
): Promise<number> {
  if (replies.length === 0) return 0
  const saved = await writer.db
    .insertInto('feedback_reply')
    .values(
      replies.map(({ question, kind, words }) => ({
        review_id: of.review,
        question_key: question,
        person_id: of.person,
        at: of.at,
        kind,
        words,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return saved.length
}

/** The first time counts. */
export async function saveRead(
  writer: Writer,
  of: { readonly review: ReviewId; readonly person: PersonId; readonly at: Date },
): Promise<void> {
  await writer.db
    .updateTable('feedback_recipient')
    .set({ read_at: of.at })
    .where('review_id', '=', of.review)
    .where('person_id', '=', of.person)
    .where('read_at', 'is', null)
    .execute()
}
