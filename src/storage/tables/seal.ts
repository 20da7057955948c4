import type { MunicipalityId } from '../ids.ts'
import type { Default } from './column.ts'

export interface LogSealTable {
  municipality_id: Default<MunicipalityId>
  position: number
  log: 'access' | 'change'
  entry_id: number
  leaf: Buffer
}

export interface LogHeadTable {
  municipality_id: Default<MunicipalityId>
  number: number
  size: number
  root: Buffer
  sealed_at: Date
  seen: string
  previous: Buffer
  key_id: string
  signature: Buffer
  peaks: Buffer
}
