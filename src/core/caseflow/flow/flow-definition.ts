import type { LocalText } from '../../language/language.ts'
import type { FlowWords } from './flow-words.ts'

type Kinds = readonly string[]

/** How long something takes: what was received until it is decided, or from a start to an end. */
export type TimeDefinition =
  | { readonly key: string; readonly name: LocalText; readonly of: 'received' }
  | {
      readonly key: string
      readonly name: LocalText
      readonly of: 'span'
      readonly start: Kinds
      readonly end: Kinds
      /** End it without its being finished; so does what closes the case. */
      readonly stop: Kinds
    }

/** What the weekly and the monthly report count, in the words of the rules: an optional part of a file of rules. */
export interface FlowDefinition {
  readonly words: FlowWords
  /** Each of these counts as one received. */
  readonly received: Kinds
  /** Opens an assessment: what was received led to it. */
  readonly opened: Kinds
  /** Completes the assessment. */
  readonly completed: Kinds
  /** Ends what was received without an assessment. */
  readonly settled: Kinds
  /** Ends the case, and everything in it. */
  readonly closed: Kinds
  /** The rules of the first hours after receipt. */
  readonly prompt: readonly string[]
  readonly times: readonly TimeDefinition[]
  readonly measures: {
    readonly start: Kinds
    readonly end: Kinds
    /** The attribute that names the type; '' where none does. */
    readonly type: string
  }
  readonly placements: {
    readonly start: Kinds
    readonly end: Kinds
    readonly plan: Kinds
    /** Rules that give the last day for a plan. */
    readonly planRules: readonly string[]
  }
  readonly followUps: RepeatedDefinition
  readonly visits: RepeatedDefinition
}

export interface RepeatedDefinition {
  readonly held: Kinds
  readonly rules: readonly string[]
}
