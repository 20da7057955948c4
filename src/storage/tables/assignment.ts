import type { AbsenceId, MunicipalityId, PersonId, RoundId } from '../ids.ts'
import type { Day, Default, Given } from './column.ts'

export interface AbsenceTable {
  municipality_id: Default<MunicipalityId>
  id: Default<AbsenceId>
  person_id: PersonId
  valid_from: Day
  /** Last day, inclusive. */
  valid_to: Day
  entered_by: PersonId
  entered_at: Given<Date>
  taken_back_at: Date | null
}

export interface DuePlanTable {
  municipality_id: Default<MunicipalityId>
  round_id: RoundId
  level: number
  days: number
  spread: boolean
}
