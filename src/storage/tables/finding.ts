import type { CitizenResponse, FindingState, Ground, Measure, Severity } from '../../core/finding/finding.ts'
import type { FindingEntryKind } from '../../core/finding/finding-act.ts'
import type {
  CaseStageId,
  FindingAdditionId,
  FindingId,
  MunicipalityId,
  PersonId,
  ReviewId,
  RoundId,
  UnitId,
} from '../ids.ts'
import type { Day, Default, Given } from './column.ts'

export interface FindingTable {
  municipality_id: Default<MunicipalityId>
  id: Default<FindingId>
  round_id: RoundId
  case_stage_id: CaseStageId
  unit_id: UnitId
  stage: string
  question_key: string | null
  words: string | null
  words_key: string | null
  added_in: ReviewId | null
  added_by: PersonId | null
  found_at: Date
  recorded_at: Date
  sources: Default<number>
  severity: Default<Severity>
  severity_by: PersonId | null
  run: Default<number>
  version: Default<number>
  measures: Measure[] | null
  responsible_id: PersonId | null
  due_on: Day | null
  /** Kept by a trigger; never written. */
  first_due_on: Day | null
  /** Kept by a trigger; never written. */
  put_off: Given<number>
  /** Kept by a trigger; never written. */
  put_off_late: Given<boolean>
  /** Kept by a trigger; never written. */
  late_before: Given<boolean>
  contacted_on: Day | null
  response: CitizenResponse | null
  carried_out_on: Day | null
  journalised_on: Day | null
  carried_out_by: PersonId | null
  verified_by: PersonId | null
  ground: Ground | null
  proposed_by: PersonId | null
  approved_by: PersonId | null
  fallen: Default<boolean>
  told_waiting: Default<boolean>
  /** Computed by the database; never written. */
  state: Given<FindingState>
  /** Computed by the database; never written. */
  closed: Given<boolean>
}

export interface FindingSourceTable {
  municipality_id: Default<MunicipalityId>
  finding_id: FindingId
  review_id: ReviewId
  level: number
  found_at: Date
  withdrawn_at: Date | null
}

export interface FindingActTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  finding_id: FindingId
  run: number
  at: Date
  kind: FindingEntryKind
  person_id: PersonId | null
  text: string | null
  review_id: ReviewId | null
  measures: Measure[] | null
  responsible_id: PersonId | null
  due_on: Day | null
  done_on: Day | null
  journalised_on: Day | null
  response: CitizenResponse | null
  ground: Ground | null
  severity: Severity | null
}

export interface FindingAdditionTable {
  municipality_id: Default<MunicipalityId>
  id: Given<FindingAdditionId>
  finding_id: FindingId
  review_id: ReviewId
  person_id: PersonId
  text: string
  at: Date
  withdrawn_at: Date | null
}
