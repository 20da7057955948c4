import type { WorkingDayCount } from '../calendar/working-days.ts'
import type { LocalText } from '../language/language.ts'
import type { FlowDefinition } from './flow/flow-definition.ts'

/** A kind of event that rules speak of. */
export interface EventKind {
  readonly key: string
  readonly name: LocalText
  /** Words that sources use for it, compared without regard to capitals. */
  readonly aliases: readonly string[]
  /** Some rule counts it in hours: without a time of day it often cannot be judged. */
  readonly needsTime: boolean
}

/** How sure we are of the legal basis. `verified`: seen in a found text; `partial`: one side of it; `memory`: not looked up. */
export const confidences = ['verified', 'partial', 'memory'] as const
export type Confidence = (typeof confidences)[number]

export const limitUnits = ['hours', 'working-days', 'days', 'months'] as const
export type LimitUnit = (typeof limitUnits)[number]

/**
 * How long a step may take. `of-case`: the case says how long; read from the event that starts the clock, or from the
 * newest event of the kinds in `on` up to then. Its unit `date` means that the attribute is itself the last day.
 */
export type Limit =
  | { readonly kind: 'fixed'; readonly count: number; readonly unit: LimitUnit }
  | {
      readonly kind: 'of-case'
      readonly attribute: string
      readonly unit: LimitUnit | 'date'
      readonly on: readonly string[]
    }

/** What must hold for the rule to ask anything. */
export type Condition =
  /** An event of these kinds comes on the start or after it, before the clock is stopped. */
  | { readonly kind: 'followed-by'; readonly events: readonly string[] }
  /** At the start, the last event of `since` and `until` is of `since` (or is not, where `holds` is false). */
  | {
      readonly kind: 'in-force'
      readonly since: readonly string[]
      readonly until: readonly string[]
      readonly holds: boolean
    }
  /** The starting event says so. Values are compared without regard to capitals. */
  | {
      readonly kind: 'attribute'
      readonly attribute: string
      readonly is: readonly string[]
      readonly isNot: readonly string[]
      readonly ifMissing: 'cannot-tell' | 'applies' | 'not-applicable'
    }

interface RuleBase {
  readonly id: string
  readonly text: LocalText
  /** As the source gives it. */
  readonly legal: string
  readonly confidence: Confidence
  readonly note: LocalText | null
  readonly when: readonly Condition[]
  /** Attributes that keep clocks of one case apart, beside the child: events that differ in one have nothing to do with each other. */
  readonly apartBy: readonly string[]
  readonly pausable: boolean
  /** Whether an exception with a reason, entered by a person, lifts it. */
  readonly exceptions: boolean
  /**
   * Nothing is told until what it asks for has been registered in any case at all: where nobody registers it anywhere, that it
   * is missing in a case says nothing about the case.
   */
  readonly onceRegistered: boolean
}

/** From a start to an end, within a limit. */
export interface WithinRule extends RuleBase {
  readonly kind: 'within'
  readonly start: readonly string[]
  readonly end: readonly string[]
  readonly limit: Limit
  /** `each` start sets a clock going; or the first, and what starts while it runs is `joined` to it. */
  readonly starts: 'each' | 'joined'
  /** An end closes the `oldest` clock that runs, or `all`, where it does not itself say which start it answers. */
  readonly closes: 'oldest' | 'all'
  /** End the clock without the step being taken: in time, and the rule asks nothing; too late, and it was not kept. */
  readonly stop: readonly string[]
}

export const stepDistinctions = ['kind', 'day'] as const
export type StepDistinction = (typeof stepDistinctions)[number]

/** A step on or before the day of another. */
export interface OrderRule extends RuleBase {
  readonly kind: 'order'
  readonly step: readonly string[]
  readonly before: readonly string[]
  /** So many steps. */
  readonly count: number
  /** Of steps that are alike in it only the first counts: of each `kind` or each `day` one; null: all count. */
  readonly distinct: StepDistinction | null
  /** Steps before the last of these do not count. */
  readonly since: readonly string[]
}

/** So many of an event within a limit of the start, and after that in every such window, for as long as it lasts. */
export interface RecurringRule extends RuleBase {
  readonly kind: 'recurring'
  /** Empty: the first event starts it. */
  readonly start: readonly string[]
  /** Whether the first window begins at the start; else at the first event after it, which another rule asks for. */
  readonly fromStart: boolean
  readonly event: readonly string[]
  readonly count: number
  readonly limit: Limit
  readonly stop: readonly string[]
}

/** Something must happen, and no law says how soon. */
export interface PresenceRule extends RuleBase {
  readonly kind: 'presence'
  readonly start: readonly string[]
  readonly end: readonly string[]
  /** An end before what the start must be followed by is none: nobody can tell yet of what has not happened. */
  readonly afterOutcome: boolean
  readonly closes: 'oldest' | 'all'
  readonly stop: readonly string[]
}

/** No event tells whether it was kept; the reviewer is asked. */
export interface AskedRule extends RuleBase {
  readonly kind: 'asked'
}

export type DeadlineRule = WithinRule | OrderRule | RecurringRule | PresenceRule | AskedRule

/** The deadlines of one law (or of one's own), for as long as it was in force. A version never changes once published. */
export interface DeadlineRules {
  readonly key: string
  readonly version: number
  readonly title: LocalText
  /** What must be known before real use. */
  readonly status: LocalText | null
  /** ISO days, both included. The law in force on the day a clock starts judges it. */
  readonly inForce: { readonly from: string | null; readonly to: string | null }
  readonly settings: WorkingDayCount & {
    /** Kinds of event that stop and restart the clocks of rules that can be paused. */
    readonly pause: readonly string[]
    readonly resume: readonly string[]
    /** Kinds of event that lift a rule in a case. */
    readonly exception: readonly string[]
  }
  readonly kinds: readonly EventKind[]
  readonly deadlines: readonly DeadlineRule[]
  /** What the weekly and the monthly report count; null where these rules say nothing of it. */
  readonly flow: FlowDefinition | null
}
