import type { ColumnType } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { MunicipalityId, PersonId, RoleAssignmentId, SessionId, UnitId } from '../ids.ts'
import type { Day, Default, Given, JsonText } from './column.ts'

export interface MunicipalityTable {
  municipality_id: Default<MunicipalityId>
  name: string
  demo: Default<boolean>
  second_factor: Default<'optional' | 'required'>
  created_at: Default<Date>
}

export interface UnitTable {
  municipality_id: Default<MunicipalityId>
  id: Default<UnitId>
  name: string
  kind: 'family' | 'duty'
}

export interface PersonTable {
  municipality_id: Default<MunicipalityId>
  id: Default<PersonId>
  name: string
  initials: string
  email: string | null
  created_at: Default<Date>
}

export interface RoleAssignmentTable {
  municipality_id: Default<MunicipalityId>
  id: Default<RoleAssignmentId>
  person_id: PersonId
  role: Role
  unit_id: UnitId | null
  valid_from: Day
  valid_to: Day | null
  from_claims: Default<boolean>
}

/** What a log row says beside the act: codes and ids, never answers, names or CPR numbers. */
export type LogDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export interface AccessEntryTable {
  municipality_id: Given<MunicipalityId>
  id: Given<number>
  at: Given<Date>
  person_id: Given<PersonId | null>
  session_id: Given<SessionId | null>
  act: string
  subject_kind: string
  subject_id: string | null
  detail: ColumnType<LogDetail, JsonText<LogDetail> | undefined, never>
  written_in: Given<number | null>
}

export type Room =
  | 'programme'
  | 'registry'
  | 'draw'
  | 'review'
  | 'calibration'
  | 'finding'
  | 'learning'
  | 'analysis'
  | 'report'
  | 'caseflow'
  | 'oversight'
  | 'access'
  | 'notification'

export interface ChangeEntryTable {
  municipality_id: Given<MunicipalityId>
  id: Given<number>
  at: Given<Date>
  person_id: Given<PersonId | null>
  session_id: Given<SessionId | null>
  act: string
  room: Room
  subject_kind: string
  subject_id: string | null
  detail: ColumnType<LogDetail, JsonText<LogDetail> | undefined, never>
  written_in: Given<number | null>
}
