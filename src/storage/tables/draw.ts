import type { ColumnType } from 'kysely'
import type { DrawAlgorithm } from '../../core/draw/draw-file.ts'
import type { Exclusion } from '../../core/draw/exclusion.ts'
import type { CaseStage } from '../../core/registry/case-stage.ts'
import type { Criterion, Selection } from '../../core/programme/programme.ts'
import type {
  CaseStageId,
  DrawId,
  IrregularityId,
  MunicipalityId,
  PersonId,
  ProgrammeVersionId,
  RoundId,
  UnitId,
} from '../ids.ts'
import type { Day, Default, Json } from './column.ts'

export interface RoundTable {
  municipality_id: Default<MunicipalityId>
  id: Default<RoundId>
  key: string
  title_da: string
  title_en: string
  programme_version_id: ProgrammeVersionId
  period_from: Day
  period_to: Day
  baseline_round_id: RoundId | null
  state: Default<'planned' | 'open' | 'closed'>
  created_at: Default<Date>
  opened_by: PersonId | null
  opened_at: Date | null
  closed_at: Date | null
}

export interface IrregularityTable {
  municipality_id: Default<MunicipalityId>
  id: Default<IrregularityId>
  round_id: RoundId
  text_da: string
  text_en: string | null
  author_id: PersonId | null
  at: Default<Date>
}

export interface DrawTable {
  municipality_id: Default<MunicipalityId>
  id: Default<DrawId>
  round_id: RoundId
  level: number
  phase: string
  algorithm: DrawAlgorithm
  frame_digest: string
  seed_digest: string
  /** Written once, never selected: `sealed.draw_seed` gives it when it may be known. */
  seed: ColumnType<never, Buffer, never>
  selection: Json<Selection>
  eligibility: Json<readonly Criterion[]>
  from_draw_id: DrawId | null
  from_cases: Json<readonly { readonly caseId: string; readonly stage: string }[]> | null
  committed_by: PersonId | null
  committed_at: Default<Date>
  drawn_at: Date | null
  seed_published_at: Date | null
}

export interface DrawStratumTable {
  municipality_id: Default<MunicipalityId>
  draw_id: DrawId
  stratum: string
  eligible: number
  wanted: number
  drawn: number | null
  excluded: Json<readonly Exclusion[]> | null
}

/** A case stage's other columns when the frame was frozen. */
export type FrozenContent = Pick<CaseStage, 'unit' | 'caseworker' | 'started' | 'completed' | 'attributes'>

export interface DrawCaseTable {
  municipality_id: Default<MunicipalityId>
  draw_id: DrawId
  case_stage_id: CaseStageId
  case_id: string
  stage: string
  stratum: string
  content: Json<FrozenContent>
  unit_id: UnitId
  key: number | null
  ord: number | null
  status: Default<'reserve' | 'drawn' | 'replaced'>
  reason: string | null
  replaced_by: PersonId | null
  replaced_at: Date | null
}
