import type { AgendaItem } from '../../core/learning/agenda.ts'
import type { FourBoxLines } from '../../core/learning/four-box.ts'
import type { Participant, PointOutcome } from '../../core/learning/visit.ts'
import type {
  FourBoxId,
  MunicipalityId,
  PersonId,
  ReviewId,
  RoundId,
  StrengthId,
  UnitId,
  VisitId,
  VisitPointId,
} from '../ids.ts'
import type { Day, Default, Json } from './column.ts'

export interface LearningVisitTable {
  municipality_id: Default<MunicipalityId>
  id: Default<VisitId>
  unit_id: UnitId
  round_id: RoundId | null
  follows_id: VisitId | null
  held_on: Day
  place: string | null
  participants: Json<readonly Participant[]>
  agenda: Json<readonly AgendaItem[]>
  minutes: Default<string>
  plan_version: Default<number>
  agenda_version: Default<number>
  minutes_version: Default<number>
  planned_by: PersonId | null
  planned_at: Date
  closed_as: 'held' | 'cancelled' | null
  closed_by: PersonId | null
  closed_at: Date | null
  cancelled_reason: string | null
}

export interface VisitMinutesTable {
  municipality_id: Default<MunicipalityId>
  visit_id: VisitId
  version: number
  text: string
  saved_by: PersonId | null
  saved_at: Date
}

export interface VisitPointTable {
  municipality_id: Default<MunicipalityId>
  id: Default<VisitPointId>
  visit_id: VisitId
  text: string
  who: string | null
  due_on: Day | null
  version: Default<number>
  written_by: PersonId | null
  written_at: Date
  outcome: PointOutcome | null
  outcome_note: string | null
  outcome_visit_id: VisitId | null
  outcome_by: PersonId | null
  outcome_at: Date | null
}

export interface FourBoxTable {
  municipality_id: Default<MunicipalityId>
  id: Default<FourBoxId>
  unit_id: UnitId
  round_id: RoundId | null
  visit_id: VisitId | null
  title: string
  lines: Json<FourBoxLines>
  version: Default<number>
  author_id: PersonId | null
  author_role: string
  written_at: Date
  shared_at: Date | null
  withdrawn_at: Date | null
  withdrawn_by: PersonId | null
}

export interface StrengthTable {
  municipality_id: Default<MunicipalityId>
  id: Default<StrengthId>
  unit_id: UnitId
  review_id: ReviewId | null
  question_key: string | null
  case_number: number | null
  theme: string | null
  text: string
  author_id: PersonId | null
  author_role: string
  written_at: Date
  withdrawn_at: Date | null
  withdrawn_by: PersonId | null
}
