import type { DisputeOutcome, ReplyKind } from '../../core/review/feedback.ts'
import type { FeedbackReplyId, MunicipalityId, PersonId, ReviewId } from '../ids.ts'
import type { Default } from './column.ts'

export interface FeedbackTable {
  municipality_id: Default<MunicipalityId>
  review_id: ReviewId
  released_at: Date
}

export interface FeedbackRecipientTable {
  municipality_id: Default<MunicipalityId>
  review_id: ReviewId
  person_id: PersonId
  read_at: Date | null
}

export interface FeedbackReplyTable {
  municipality_id: Default<MunicipalityId>
  id: Default<FeedbackReplyId>
  review_id: ReviewId
  question_key: string
  person_id: PersonId
  at: Date
  kind: ReplyKind
  /** In the person's own words; a dispute has some. */
  words: string | null
}

export interface FeedbackOutcomeTable {
  municipality_id: Default<MunicipalityId>
  reply_id: FeedbackReplyId
  person_id: PersonId
  at: Date
  outcome: DisputeOutcome
  words: string
}
