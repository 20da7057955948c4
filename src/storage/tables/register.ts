import type { ChildId, EventSourceId, MunicipalityId, PersonId, RegisterEntryId } from '../ids.ts'
import type { Day, Default, Given } from './column.ts'
import type { Register } from '../../core/caseflow/registers/register.ts'

export interface RegisterEntryTable {
  municipality_id: Default<MunicipalityId>
  id: Given<RegisterEntryId>
  source_id: EventSourceId
  event_key: string
  case_id: string
  register: Register
  about: string
  created_at: Given<Date>
}

export interface RegisterEntryVersionTable {
  municipality_id: Default<MunicipalityId>
  entry_id: RegisterEntryId
  version: number
  act: 'entered' | 'corrected' | 'withdrawn' | 'set-aside' | 'counted-again'
  kind: string
  day: Day
  moment: Date | null
  child_id: ChildId | null
  note: Default<string>
  reason: Default<string>
  approver: PersonId | null
  same_source: EventSourceId | null
  same_key: string | null
  by: PersonId | null
  at: Given<Date>
}
