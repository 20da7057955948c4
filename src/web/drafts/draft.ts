import type { LocalText } from '../../core/language/language.ts'
import type { AnswerContent } from '../../core/review/answer-content.ts'

/** What a reviewer said to one question and the server has not acknowledged. */
export interface Draft {
  readonly question: string
  readonly content: AnswerContent
  /** What it grew from: the answer as the server had it, with its version. */
  readonly base: AnswerContent & { readonly version: number }
  /** Was sent without an answer coming back, so the server may have it. */
  readonly sent: AnswerContent | null
}

export type Asked = Readonly<Record<string, { readonly number: string; readonly text: LocalText }>>

/** The drafts of one review, as one tab keeps them. */
export interface ReviewDrafts {
  readonly review: string
  /** For whoever wrote them, so that they know what waits. */
  readonly caseId: string
  /** The questions that the drafts answer, by key: the review itself may be closed to them by then. */
  readonly asked?: Asked
  readonly drafts: readonly Draft[]
}
