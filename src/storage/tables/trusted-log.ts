import type { LogHoldId, MunicipalityId, PersonId } from '../ids.ts'
import type { Day, Default } from './column.ts'

/** Filled by a trigger; the app has no right to write it. */
export interface AccessHitTable {
  municipality_id: MunicipalityId
  case_id: string
  entry_id: number
}

export interface LogHoldTable {
  municipality_id: Default<MunicipalityId>
  id: Default<LogHoldId>
  case_id: string
  entries: string[]
  until: Day
  reason: string
  proposed_by: PersonId
  proposed_at: Default<Date>
  decided_by: PersonId | null
  decided_at: Date | null
  approved: boolean | null
  lifted_by: PersonId | null
  lifted_at: Date | null
}
