import type { CriticalActKind, CriticalState, CriticalStep } from '../../core/review/critical-case.ts'
import type { CaseStageId, CriticalCaseId, MunicipalityId, PersonId, ReviewId, UnitId } from '../ids.ts'
import type { Default, Given } from './column.ts'

export interface CriticalCaseTable {
  municipality_id: Default<MunicipalityId>
  id: Default<CriticalCaseId>
  case_id: string
  case_stage_id: CaseStageId
  unit_id: UnitId
  run: Default<number>
  started_at: Date
  acknowledge_by: Date
  act_by: Date
  confirm_by: Date
  account_by: Date
  acknowledged_at: Date | null
  acted_at: Date | null
  confirmed_at: Date | null
  accounted_at: Date | null
  withdrawn_at: Date | null
  /** Computed by the database; never written. */
  state: Given<CriticalState>
}

export interface CriticalActTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  critical_case_id: CriticalCaseId
  run: number
  at: Date
  kind: CriticalActKind
  person_id: PersonId | null
  review_id: ReviewId | null
  step: CriticalStep | null
  due_at: Date | null
  text: string | null
}
