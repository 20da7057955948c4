import type { Participant } from '../../core/review/participant.ts'
import type { AnchorId, CaseStageId, MunicipalityId, ReviewId, RoundId, UnitId } from '../ids.ts'
import type { Default, Json } from './column.ts'
import type { FrozenContent } from './draw.ts'

export interface AnchorCaseTable {
  municipality_id: Default<MunicipalityId>
  id: Default<AnchorId>
  case_stage_id: CaseStageId
  unit_id: UnitId
  content: Json<FrozenContent>
  participants: Json<readonly Participant[]>
  frozen_at: Date
}

export interface AnchorInRoundTable {
  municipality_id: Default<MunicipalityId>
  round_id: RoundId
  level: number
  anchor_id: AnchorId
  outcome: 'given' | 'no-reviewer' | 'law-changed' | 'in-this-round'
  review_id: ReviewId | null
}
