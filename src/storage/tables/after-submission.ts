import type { AnswerValue } from '../../core/programme/programme.ts'
import type { DifferenceMoveKind, DifferenceReason } from '../../core/review/difference.ts'
import type { MunicipalityId, PersonId, ProgrammeVersionId, ReviewId } from '../ids.ts'
import type { Day, Default, Given } from './column.ts'

export interface ReviewSubmissionTable {
  municipality_id: Default<MunicipalityId>
  review_id: ReviewId
  number: number
  submitted_at: Date
  submitted_by: PersonId | null
  minutes: number | null
  comment: string | null
  influenced: boolean
}

export interface ReviewSubmissionAnswerTable {
  municipality_id: Default<MunicipalityId>
  review_id: ReviewId
  number: number
  question_key: string
  answer: AnswerValue | null
  value: string | null
  value_type: string | null
  value_wording: string | null
  derived_value: string | null
  override_reason: string | null
  wording: string
  programme_version_id: ProgrammeVersionId
  comment: string | null
  evidence_reference: string | null
  evidence_date: Day | null
  answered_by: PersonId
  answered_at: Date
}

/** Read by nobody but who looks into a conflict; it counts nowhere. */
export interface SetAsideAnswerTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  review_id: ReviewId
  set_aside_at: Given<Date>
  question_key: string
  answer: AnswerValue | null
  value: string | null
  value_type: string | null
  value_wording: string | null
  override_reason: string | null
  wording: string
  programme_version_id: ProgrammeVersionId
  comment: string | null
  evidence_reference: string | null
  evidence_date: Day | null
  answered_by: PersonId
  answered_at: Date
}

export interface DifferenceMoveTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  /** The higher level's. */
  review_id: ReviewId
  below_id: ReviewId
  question_key: string
  at: Given<Date>
  person_id: PersonId
  kind: DifferenceMoveKind
  reason: DifferenceReason | null
  consensus: string | null
  own_answer: string | null
  below_answer: string | null
  note: string | null
}

export interface ReviewMessageTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  /** The higher level's. */
  review_id: ReviewId
  below_id: ReviewId
  question_key: string
  at: Given<Date>
  person_id: PersonId
  text: string
}
