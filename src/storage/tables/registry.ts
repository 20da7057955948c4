import type { ColumnType } from 'kysely'
import type {
  CaseStageId,
  ChildId,
  ImportBatchId,
  ImportSourceId,
  MunicipalityId,
  PersonId,
  UnitId,
} from '../ids.ts'
import type { RegistryMapping } from '../../core/registry/registry-columns.ts'
import type { Day, Default, Json, JsonText } from './column.ts'

export interface ImportSourceTable {
  municipality_id: Default<MunicipalityId>
  id: Default<ImportSourceId>
  name: string
  mapping: Json<RegistryMapping>
}

/** Rows by outcome. */
export interface ImportCounts {
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  /** Of the rows that are not refused: without an end. */
  readonly open: number
}

export interface ImportBatchTable {
  municipality_id: Default<MunicipalityId>
  id: Default<ImportBatchId>
  source_id: ImportSourceId
  file_name: string
  file_digest: string
  state: Default<'previewed' | 'confirmed' | 'discarded'>
  counts: Json<ImportCounts>
  mapping: ColumnType<RegistryMapping, JsonText<RegistryMapping> | undefined, JsonText<RegistryMapping>>
  columns: Default<string[]>
  created_by: PersonId | null
  created_at: Default<Date>
  confirmed_by: PersonId | null
  confirmed_at: Date | null
}

export interface ImportRowTable {
  municipality_id: Default<MunicipalityId>
  batch_id: ImportBatchId
  line: number
  outcome: 'new' | 'unchanged' | 'changed' | 'refused'
  content: Json<unknown>
  difference: ColumnType<unknown, JsonText<unknown> | null, never>
}

export interface ChildTable {
  municipality_id: Default<MunicipalityId>
  id: Default<ChildId>
  external_id: string
  cpr_hash: Buffer | null
  cpr_encrypted: Buffer | null
  name_encrypted: Buffer | null
}

/** The import's other columns, by their column name. */
type Attributes = Readonly<Record<string, string>>

export interface CaseStageTable {
  municipality_id: Default<MunicipalityId>
  id: Default<CaseStageId>
  case_id: string
  stage: string
  unit_id: UnitId
  caseworker: string
  child_id: ChildId | null
  started: Day
  completed: Day | null
  attributes: ColumnType<Attributes, JsonText<Attributes> | undefined, JsonText<Attributes>>
  batch_id: ImportBatchId | null
  recorded_at: Default<Date>
  changed_at: Date | null
}

export interface CaseStageParticipantTable {
  municipality_id: Default<MunicipalityId>
  case_stage_id: CaseStageId
  caseworker: string
  part: 'responsible' | 'took-part' | 'decided' | 'advised'
  person_id: PersonId | null
}

export interface CaseStageVersionTable {
  municipality_id: Default<MunicipalityId>
  case_stage_id: CaseStageId
  version: number
  content: Json<Readonly<Record<string, unknown>>>
  batch_id: ImportBatchId | null
  replaced_at: Default<Date>
}
