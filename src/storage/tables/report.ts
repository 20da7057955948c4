import type { Language, LocalText } from '../../core/language/language.ts'
import type { ReportEdits } from '../../core/report/edit-report.ts'
import type { ReleaseState, ReleaseStep, ReleaseTemplate } from '../../core/report/release.ts'
import type { MunicipalityId, PersonId, ReportReleaseId, RoundId } from '../ids.ts'
import type { Default, Json } from './column.ts'

export interface ReportReleaseTable {
  municipality_id: Default<MunicipalityId>
  id: Default<ReportReleaseId>
  round_id: RoundId
  title_da: string
  title_en: string
  template: ReleaseTemplate
  edition: 'internal' | 'public'
  languages: Language[]
  left_out: Json<ReportEdits['leftOut']>
  passages: Json<ReportEdits['passages']>
  rewordings: Json<ReportEdits['rewordings']>
  edits: Default<number>
  state: Default<ReleaseState>
  corrects_id: ReportReleaseId | null
  correction: Json<LocalText> | null
  created_by: PersonId | null
  created_at: Date
  model: string | null
  baseline_key: string | null
  digest: Buffer | null
  number: string | null
  released_by: PersonId | null
  released_at: Date | null
}

export interface ReportReleaseEventTable {
  municipality_id: Default<MunicipalityId>
  release_id: ReportReleaseId
  number: number
  step: ReleaseStep | 'begin' | 'write'
  word: string | null
  person_id: PersonId | null
  at: Date
}

export interface ReportReleaseFileTable {
  municipality_id: Default<MunicipalityId>
  release_id: ReportReleaseId
  language: Language
  format: string
  digest: Buffer
  bytes: Buffer
}
