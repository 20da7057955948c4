import type {
  AgreementOutcome,
  WalkThroughParticipant,
} from '../../core/caseflow/walk-through/walk-through.ts'
import type { AgreementId, MunicipalityId, PersonId, UnitId, WalkThroughId } from '../ids.ts'
import type { Day, Default, Given, Json } from './column.ts'

export interface WalkThroughTable {
  municipality_id: Default<MunicipalityId>
  id: Default<WalkThroughId>
  case_id: string
  unit_id: UnitId
  held_on: Day
  participants: Json<readonly WalkThroughParticipant[]>
  notes: Default<string>
  version: Default<number>
  opened_by: PersonId | null
  opened_at: Date
  closed_by: PersonId | null
  closed_at: Date | null
}

export interface WalkThroughAgreementTable {
  municipality_id: Default<MunicipalityId>
  id: Default<AgreementId>
  walk_through_id: WalkThroughId
  text: string
  who_id: PersonId | null
  who: string
  due_on: Day
  version: Default<number>
  written_by: PersonId | null
  written_at: Date
}

export interface WalkThroughOutcomeTable {
  municipality_id: Default<MunicipalityId>
  agreement_id: AgreementId
  n: number
  outcome: AgreementOutcome
  note: string | null
  person_id: PersonId | null
  at: Date
}

export interface WalkThroughAdditionTable {
  municipality_id: Default<MunicipalityId>
  id: Given<number>
  walk_through_id: WalkThroughId
  text: string
  person_id: PersonId | null
  at: Date
}
