import type { DueFeedId, MunicipalityId, PersonId, UnitId } from '../ids.ts'
import type { Default } from './column.ts'

export interface DueFeedTable {
  municipality_id: Default<MunicipalityId>
  id: Default<DueFeedId>
  person_id: PersonId
  unit_id: UnitId
  language: 'da' | 'en'
  created_at: Date
  ended_at: Date | null
}
