import type { TrainingDocument } from '../../core/calibration/training-case.ts'
import type { AnswerValue } from '../../core/programme/programme.ts'
import type { CalibrationId, MunicipalityId, PersonId, ProgrammeVersionId, TrainingCaseId } from '../ids.ts'
import type { Day, Default, Given, Json } from './column.ts'

export interface TrainingCaseTable {
  municipality_id: Default<MunicipalityId>
  id: Default<TrainingCaseId>
  included_key: string | null
  created_at: Date
}

export interface TrainingCaseVersionTable {
  municipality_id: Default<MunicipalityId>
  training_case_id: TrainingCaseId
  version: number
  title: string
  stage: string
  started: Day
  completed: Day
  documents: Json<readonly TrainingDocument[]>
  digest: string
  written_by: PersonId | null
  written_at: Date
}

export interface CalibrationTable {
  municipality_id: Default<MunicipalityId>
  id: Default<CalibrationId>
  name: string
  programme_version_id: ProgrammeVersionId
  due_on: Day
  created_by: PersonId | null
  created_at: Date
  opened_at: Date | null
  opened_by: PersonId | null
  withdrawn_at: Date | null
  withdrawn_by: PersonId | null
  withdrawn_reason: string | null
  pairs: number | null
  agreeing: number | null
}

export interface CalibrationCaseTable {
  municipality_id: Default<MunicipalityId>
  calibration_id: CalibrationId
  training_case_id: TrainingCaseId
  version: number
  ord: number
}

export interface CalibrationFormTable {
  municipality_id: Default<MunicipalityId>
  calibration_id: CalibrationId
  training_case_id: TrainingCaseId
  person_id: PersonId
  level: number
  started_at: Date | null
  submitted_at: Date | null
  version: Default<number>
}

export interface CalibrationAnswerTable {
  municipality_id: Default<MunicipalityId>
  calibration_id: CalibrationId
  training_case_id: TrainingCaseId
  person_id: PersonId
  question_key: string
  answer: AnswerValue | null
  value: string | null
  override_reason: string | null
  wording: string
  comment: string | null
  evidence_reference: string | null
  evidence_date: Day | null
  answered_at: Date
  version: number
}

export interface CalibrationConclusionTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  calibration_id: CalibrationId
  training_case_id: TrainingCaseId
  question_key: string
  at: Default<Date>
  person_id: PersonId | null
  given: string | null
  reason: string | null
  guidance: string | null
}
