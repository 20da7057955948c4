import type { InitiativeSource } from '../../core/learning/action-plan.ts'
import type { InitiativeActKind } from '../../core/learning/initiative-state.ts'
import type { ActionPlanId, InitiativeId, MunicipalityId, PersonId, UnitId } from '../ids.ts'
import type { Day, Default, Given } from './column.ts'

export interface ActionPlanTable {
  municipality_id: Default<MunicipalityId>
  id: Default<ActionPlanId>
  title: string
  created_by: PersonId | null
  created_at: Date
}

export interface ActionPlanVersionTable {
  municipality_id: Default<MunicipalityId>
  action_plan_id: ActionPlanId
  version: number
  label: string
  foreword: string | null
  edits: Default<number>
  created_by: PersonId | null
  created_at: Date
  published_at: Date | null
  published_by: PersonId | null
}

export interface InitiativeTable {
  municipality_id: Default<MunicipalityId>
  id: Default<InitiativeId>
  action_plan_id: ActionPlanId
  created_at: Date
}

export interface InitiativeVersionTable {
  municipality_id: Default<MunicipalityId>
  action_plan_id: ActionPlanId
  version: number
  initiative_id: InitiativeId
  ord: number
  title: string
  what: string
  owner_person_id: PersonId | null
  owner_unit_id: UnitId | null
  starts_on: Day
  ends_on: Day | null
  source: InitiativeSource
  reference: string | null
}

export interface InitiativeAimTable {
  municipality_id: Default<MunicipalityId>
  action_plan_id: ActionPlanId
  version: number
  initiative_id: InitiativeId
  ord: number
  programme_key: string
  stage_key: string | null
  question_key: string | null
}

export interface InitiativeActTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  initiative_id: InitiativeId
  kind: InitiativeActKind
  day: Day
  note: string | null
  person_id: PersonId | null
  at: Date
}
