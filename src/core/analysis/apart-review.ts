import type { AnswerValue } from '../programme/programme.ts'

/** What the two who reviewed a case apart at one level each handed in, before either saw the other's form. */
export interface ApartReview {
  readonly caseId: string
  readonly stage: string
  readonly level: number
  /** Their roles, in the order in which the programme names them; `answers` in the same order. */
  readonly reviewers: readonly [string, string]
  readonly answers: readonly [ReadonlyMap<string, AnswerValue>, ReadonlyMap<string, AnswerValue>]
}
