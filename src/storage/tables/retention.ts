import type { LegalHoldId, MunicipalityId, PersonId, PurgeRunId } from '../ids.ts'
import type { Day, Default, Json } from './column.ts'

export interface RetentionRuleTable {
  municipality_id: Default<MunicipalityId>
  kind: string
  version: number
  months: number | null
  basis: string | null
  confirmed: Default<boolean>
  reason: string
  decided_by: PersonId
  decided_at: Default<Date>
  approved_by: PersonId | null
  approved_at: Date | null
  approved: boolean | null
}

export interface LegalHoldTable {
  municipality_id: Default<MunicipalityId>
  id: Default<LegalHoldId>
  case_id: string
  reason: string
  placed_by: PersonId
  placed_at: Default<Date>
  lifted_by: PersonId | null
  lifted_at: Date | null
  lifted_reason: string | null
}

export interface PurgeRunTable {
  municipality_id: Default<MunicipalityId>
  id: Default<PurgeRunId>
  as_of: Day
  cases: number
  counts: Json<Readonly<Record<string, number>>>
  proposed_by: PersonId
  proposed_at: Default<Date>
  decided_by: PersonId | null
  decided_at: Date | null
  approved: boolean | null
  erased: Default<number>
  left_alone: Default<number>
  finished_at: Date | null
}

export interface PurgeCaseTable {
  municipality_id: Default<MunicipalityId>
  run_id: PurgeRunId
  case_id: string
}
