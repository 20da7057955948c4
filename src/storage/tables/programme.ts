import type { MunicipalityId, ProgrammeVersionId } from '../ids.ts'
import type { Default } from './column.ts'

export interface ProgrammeVersionTable {
  municipality_id: Default<MunicipalityId>
  id: Default<ProgrammeVersionId>
  key: string
  version: number
  title_da: string
  title_en: string
  source: string
  digest: string
  published_at: Date | null
}
