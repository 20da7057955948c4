import type { AnswerType, AnswerValue } from '../../core/programme/programme.ts'
import type {
  AnchorId,
  CaseStageId,
  DrawId,
  MunicipalityId,
  PersonId,
  ProgrammeVersionId,
  ReviewId,
  RoundId,
  SupervisionId,
  UnitId,
} from '../ids.ts'
import type { ConflictGround } from '../../core/review/independence.ts'
import type { ReviewEventKind } from '../../core/review/review-event.ts'
import type { LogDetail } from './access.ts'
import type { Day, Default, Given, JsonText } from './column.ts'
import type { ColumnType } from 'kysely'

export interface ReviewTable {
  municipality_id: Default<MunicipalityId>
  id: Default<ReviewId>
  round_id: RoundId
  level: number
  case_stage_id: CaseStageId
  draw_id: DrawId
  unit_id: UnitId
  state: Default<'assigned' | 'in-progress' | 'submitted' | 'written-off'>
  assigned_to: PersonId | null
  assigned_with: PersonId | null
  started_at: Date | null
  submitted_at: Date | null
  minutes: number | null
  comment: string | null
  due_on: Day | null
  version: Default<number>
  /** Set: an anchor, which was not drawn. */
  anchor_id: AnchorId | null
  shown_case_id: string | null
  /** Computed by the database; never written. */
  drawn_case_stage_id: Given<CaseStageId | null>
  /** Since when its reviewers may have seen another level's answers before submitting again. */
  influenced_since: Date | null
  /** Each of its two reviewers fills a form of their own. */
  apart: Default<boolean>
  /** When its submitted answers were looked through for errors; null: not since they were submitted. */
  findings_at: Date | null
}

export interface ReviewEventTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  review_id: ReviewId
  at: Given<Date>
  /** Null: the program. */
  person_id: PersonId | null
  kind: ReviewEventKind
  reason: string | null
  detail: ColumnType<LogDetail, JsonText<LogDetail> | undefined, never>
}

export interface SupervisionTable {
  municipality_id: Default<MunicipalityId>
  id: Default<SupervisionId>
  leader_id: PersonId
  /** The case system's code. */
  caseworker: string
  valid_from: Day
  valid_to: Day | null
}

export interface ReviewExclusionTable {
  municipality_id: Default<MunicipalityId>
  person_id: PersonId
  case_id: string
  ground: ConflictGround
  review_id: ReviewId
  declared_at: Given<Date>
}

export interface ReviewAnswerTable {
  municipality_id: Default<MunicipalityId>
  review_id: ReviewId
  question_key: string
  /** Null: of another type, or comment or evidence only so far. */
  answer: AnswerValue | null
  value: string | null
  value_type: Exclude<AnswerType, 'yes-no'> | null
  value_wording: string | null
  derived_value: string | null
  override_reason: string | null
  wording: string
  programme_version_id: ProgrammeVersionId
  comment: string | null
  evidence_reference: string | null
  evidence_date: Day | null
  answered_by: PersonId
  answered_at: Default<Date>
  version: Default<number>
}

export interface ReviewNoteTable {
  municipality_id: Default<MunicipalityId>
  review_id: ReviewId
  question_key: string
  person_id: PersonId
  text: string
}

export interface QuestionTallyTable {
  municipality_id: Default<MunicipalityId>
  round_id: RoundId
  level: number
  unit_id: UnitId
  stage: string
  question_key: string
  yes: Default<number>
  no: Default<number>
  na: Default<number>
}

export interface RoundProgressTable {
  municipality_id: Default<MunicipalityId>
  round_id: RoundId
  level: number
  unit_id: UnitId
  drawn: Default<number>
  assigned: Default<number>
  started: Default<number>
  submitted: Default<number>
  minutes: Default<number>
}
