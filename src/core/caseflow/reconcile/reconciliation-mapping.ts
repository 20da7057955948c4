import type { LocalText } from '../../language/language.ts'

/** Which clocks of a case a review of a stage speaks of: those that started in its days, or those that ran on one of them. */
export const clockMatches = ['started', 'running'] as const
type ClockMatch = (typeof clockMatches)[number]

/** A question and the deadlines that ask the same. */
export interface QuestionPair {
  readonly question: string
  /** Ids of rules; of each case at most the clocks of these are looked at. */
  readonly rules: readonly string[]
  readonly match: ClockMatch
  /** The question asks about every such clock that is to be kept by the end of the stage; else about the only one. */
  readonly every: boolean
  readonly note: LocalText | null
}

/** A question near a deadline that does not ask the same, and why. */
interface LeftOutQuestion {
  readonly question: string
  readonly rules: readonly string[]
  readonly why: LocalText
}

/** Which questions of a programme and which deadlines ask the same. A judgement of jurists, so it stands in a file. */
export interface ReconciliationMapping {
  readonly key: string
  readonly version: number
  /** Key of the programme whose questions it names. */
  readonly programme: string
  readonly title: LocalText
  readonly pairs: readonly QuestionPair[]
  readonly leftOut: readonly LeftOutQuestion[]
}
