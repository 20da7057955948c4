import type { FindingSummary } from '../../../contract/finding/finding.ts'
import type { ActSeed } from './act-draft.ts'

/** What a form begins with: the plan and the assessment as they stand. */
export function seedOf({ measures, responsible, due, severity }: FindingSummary): ActSeed {
  return { measures, responsible: responsible?.id ?? null, due, severity }
}
