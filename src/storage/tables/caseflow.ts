import type { ColumnType } from 'kysely'
import type { EventReading } from '../../core/caseflow/event-mapping.ts'
import type { ChildId, EventImportId, EventSourceId, MunicipalityId, PersonId, UnitId } from '../ids.ts'
import type { Day, Default, Json, JsonText } from './column.ts'

export interface DeadlineRulesTable {
  municipality_id: Default<MunicipalityId>
  key: string
  version: number
  title_da: string
  title_en: string
  source: string
  digest: string
  published_at: Date
  published_by: PersonId | null
  reason: string | null
  of_version: number | null
  recorded_at: Default<Date>
}

/** One name to another: our column to the file's, or a source's word to a kind's key. */
export type Names = Readonly<Record<string, string>>

export interface EventSourceTable {
  municipality_id: Default<MunicipalityId>
  id: Default<EventSourceId>
  name: string
  built_in: Default<boolean>
  mapping: ColumnType<Names, JsonText<Names> | undefined, JsonText<Names>>
  kinds: ColumnType<Names, JsonText<Names> | undefined, JsonText<Names>>
  reading: ColumnType<EventReading, JsonText<EventReading> | undefined, JsonText<EventReading>>
}

/** Rows of a delivery by outcome, and what stands out in them. */
export interface EventCounts {
  readonly rows: number
  readonly new: number
  readonly corrected: number
  /** Registered before what stands already; kept as history. */
  readonly older: number
  readonly unchanged: number
  readonly refused: number
  /** Of a kind that no published rule knows. */
  readonly unknownKinds: number
  /** Without the time of day that a rule in hours needs. */
  readonly missingTimes: number
  /** Naming a unit that there is not. */
  readonly unknownUnits: number
  /** Whose events are new or corrected. */
  readonly cases: number
  /** The source's words of unknown kinds with their counts, the most frequent first; at most 50. */
  readonly words: readonly { readonly word: string; readonly count: number }[]
  /** Refused rows by the code of what is wrong, the most frequent first; deliveries from before it was counted have none. */
  readonly why?: readonly { readonly code: string; readonly count: number }[]
}

export interface EventImportTable {
  municipality_id: Default<MunicipalityId>
  id: Default<EventImportId>
  source_id: EventSourceId
  channel: 'file' | 'api'
  file_name: string
  file_digest: string
  state: Default<'previewed' | 'confirmed' | 'discarded'>
  counts: Json<EventCounts>
  mapping: ColumnType<Names, JsonText<Names> | undefined, JsonText<Names>>
  kinds: ColumnType<Names, JsonText<Names> | undefined, JsonText<Names>>
  reading: ColumnType<EventReading, JsonText<EventReading> | undefined, JsonText<EventReading>>
  columns: Default<string[]>
  created_by: PersonId | null
  created_at: Default<Date>
  confirmed_by: PersonId | null
  confirmed_at: Date | null
}

export interface EventImportRowTable {
  municipality_id: Default<MunicipalityId>
  batch_id: EventImportId
  line: number
  outcome: 'new' | 'corrected' | 'older' | 'refused'
  event_key: string | null
  case_id: string | null
  kind: string | null
  day: Day | null
  moment: Date | null
  unit: string | null
  caseworker: string | null
  child: string | null
  child_cpr_hash: Buffer | null
  child_cpr: Buffer | null
  attributes: ColumnType<Names | null, JsonText<Names> | null, never>
  registered: Date | null
  note: ColumnType<unknown, JsonText<unknown> | null, never>
}

export interface CaseEventTable {
  municipality_id: Default<MunicipalityId>
  source_id: EventSourceId
  event_key: string
  case_id: string
  kind: string
  day: Day
  moment: Date | null
  unit: string
  caseworker: string
  child_id: ChildId | null
  attributes: ColumnType<Names, JsonText<Names> | undefined, JsonText<Names>>
  registered: Date | null
  batch_id: EventImportId | null
  recorded_at: Default<Date>
}

export interface CaseEventVersionTable {
  municipality_id: Default<MunicipalityId>
  source_id: EventSourceId
  event_key: string
  version: number
  content: Json<Readonly<Record<string, unknown>>>
  registered: Date | null
  batch_id: EventImportId | null
  replaced_at: Default<Date>
}

export interface CaseToJudgeTable {
  municipality_id: Default<MunicipalityId>
  case_id: string
  since: Default<Date>
}

export interface CaseDeadlineTable {
  municipality_id: Default<MunicipalityId>
  case_id: string
  n: number
  rule: string
  rules: string
  rules_version: number
  unit: string
  unit_id: UnitId | null
  caseworker: string
  started_on: Day | null
  started_at: Date | null
  due_on: Day | null
  due_at: Date | null
  ends_at: Date | null
  done_on: Day | null
  done_at: Date | null
  verdict: 'met' | 'late' | 'pending' | 'cannot-tell'
  late_by: number | null
  because: string | null
  judged_at: Date
  judge_again_at: Date | null
}
