import type { ColumnType } from 'kysely'
import type { MunicipalityId, PersonId } from '../ids.ts'
import type { Given, JsonText } from './column.ts'

export interface AnsweredRequestTable {
  municipality_id: Given<MunicipalityId>
  person_id: Given<PersonId>
  key: string
  request_digest: Uint8Array
  reply: ColumnType<unknown, never, JsonText<unknown> | null>
  answered_at: Given<Date>
}

export interface DraftSaltTable {
  municipality_id: Given<MunicipalityId>
  person_id: Given<PersonId>
  salt: Given<Buffer>
  made_at: Given<Date>
}
