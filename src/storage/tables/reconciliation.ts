import type { MunicipalityId, PersonId, ReconciliationConclusionId, ReviewId } from '../ids.ts'
import type { Default } from './column.ts'

export interface ReconciliationConclusionTable {
  municipality_id: Default<MunicipalityId>
  id: Default<ReconciliationConclusionId>
  review_id: ReviewId
  question_key: string
  conclusion: 'registry-wrong' | 'reviewer-wrong' | 'both-right'
  reason: string
  registry: 'in-time' | 'late' | 'not-applicable' | 'cannot-tell' | 'not-matched'
  answer: 'yes' | 'no' | 'na'
  concluded_by: PersonId
  concluded_at: Date
}
