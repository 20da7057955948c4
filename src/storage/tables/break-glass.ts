import type { BreakGlassId, MunicipalityId, PersonId, SessionId, UnitId } from '../ids.ts'
import type { Default } from './column.ts'

export interface BreakGlassTable {
  municipality_id: Default<MunicipalityId>
  id: Default<BreakGlassId>
  case_id: string
  unit_id: UnitId | null
  reason: string
  minutes: number
  opened_by: Default<PersonId>
  session_id: Default<SessionId>
  opened_at: Default<Date>
  ended_by: PersonId | null
  ended_at: Date | null
  justified: boolean | null
  review_word: string | null
  reviewed_by: PersonId | null
  reviewed_at: Date | null
}
