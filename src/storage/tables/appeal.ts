import type { AppealBasis, AppealScope } from '../../core/learning/appeal-count.ts'
import type { AppealAge, AppealOutcome } from '../../core/learning/appeal.ts'
import type { AppealCountId, AppealId, MunicipalityId, PersonId, UnitId } from '../ids.ts'
import type { Day, Default } from './column.ts'

export interface AppealTable {
  municipality_id: Default<MunicipalityId>
  id: Default<AppealId>
  reference: string
  unit_id: UnitId | null
  provision: string
  provision_certain: boolean
  age_group: AppealAge | null
  about: string | null
  reassessed_on: Day | null
  sent_on: Day
  entered_by: PersonId | null
  entered_at: Date
  decided_on: Day | null
  outcome: AppealOutcome | null
  ground: string | null
  decision_by: PersonId | null
  lesson: string | null
  lesson_person_id: PersonId | null
  lesson_due_on: Day | null
  lesson_by: PersonId | null
  learnt_on: Day | null
  learnt_how: string | null
  learnt_by: PersonId | null
  withdrawn_at: Date | null
  withdrawn_by: PersonId | null
  withdrawn_reason: string | null
}

export interface AppealCountTable {
  municipality_id: Default<MunicipalityId>
  id: Default<AppealCountId>
  year: number
  scope: AppealScope
  body: string
  provision: string | null
  age_group: AppealAge | null
  basis: AppealBasis
  sent: number | null
  decided: number | null
  upheld: number | null
  upheld_percent: number | null
  source: string
  entered_by: PersonId | null
  entered_at: Date
  withdrawn_at: Date | null
  withdrawn_by: PersonId | null
  withdrawn_reason: string | null
}
