import type { AnswerType, AnswerValue } from '../../core/programme/programme.ts'
import type { DifferenceReason } from '../../core/review/difference.ts'
import type { MergeMoveKind } from '../../core/review/merge.ts'
import type { MunicipalityId, PersonId, ProgrammeVersionId, ReviewId } from '../ids.ts'
import type { Day, Default, Given } from './column.ts'

export interface OwnReviewTable {
  municipality_id: Default<MunicipalityId>
  review_id: ReviewId
  person_id: PersonId
  started_at: Date
  submitted_at: Date | null
  minutes: number | null
  comment: string | null
  version: Default<number>
}

export interface OwnAnswerTable {
  municipality_id: Default<MunicipalityId>
  review_id: ReviewId
  person_id: PersonId
  question_key: string
  answer: AnswerValue | null
  value: string | null
  value_type: Exclude<AnswerType, 'yes-no'> | null
  value_wording: string | null
  override_reason: string | null
  wording: string
  programme_version_id: ProgrammeVersionId
  comment: string | null
  evidence_reference: string | null
  evidence_date: Day | null
  answered_at: Date
  version: number
}

export interface MergeMoveTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  review_id: ReviewId
  question_key: string
  at: Given<Date>
  person_id: PersonId
  kind: MergeMoveKind
  given: string | null
  reason: DifferenceReason | null
  note: string | null
}
