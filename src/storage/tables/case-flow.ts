import type { FlowFact } from '../../core/caseflow/flow/flow-fact.ts'
import type { MunicipalityId, UnitId } from '../ids.ts'
import type { Day, Default } from './column.ts'

export interface CaseFlowTable {
  municipality_id: Default<MunicipalityId>
  case_id: string
  n: number
  fact: FlowFact['kind']
  key: string
  from_on: Day | null
  to_on: Day | null
  outcome: NonNullable<FlowFact['outcome']> | null
  unit: string
  unit_id: UnitId | null
  plan_on: Day | null
  plan_due: Day | null
}
