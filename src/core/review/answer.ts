import type { AnswerValue } from '../programme/programme.ts'

/** One answered question of one review, as the answers file and the analysis see it. */
export interface Answer {
  readonly round: string
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly level: number
  readonly question: string
  readonly answer: AnswerValue
  /** Inverse of the probability that the case was drawn at this level; 1 where unknown. */
  readonly weight: number
  readonly reviewer?: string
  readonly caseworker?: string
  readonly line?: number
}
