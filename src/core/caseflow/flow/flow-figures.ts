import type { LocalText } from '../../language/language.ts'

/** Shapes that the weekly and the monthly report have in common. `docs/flow-reports.md` says what each figure means. */

/** A count of so many, with Wilson's 95 % interval: how far chance alone may move the share in a period like this one. */
export interface FlowShare {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly lower: number
  readonly upper: number
}

export interface FlowUnit {
  /** On the server the unit's id; on files the source's own word for it. */
  readonly id: string
  readonly name: string
}

/** What became of deadlines. What cannot be told is in no share, and always shown beside it. */
export interface KeptDeadlines {
  readonly met: number
  readonly late: number
  /** Not done, and the time is up. */
  readonly open: number
  /** Not done, and the time is not up. */
  readonly running: number
  readonly cannotTell: number
  /** Met, of those whose time is up; null where there are none. What is met early counts when its time would be up. */
  readonly share: FlowShare | null
}

/** A rule that a report names. */
export interface FlowRule {
  readonly id: string
  readonly text: LocalText
  /** As the rules give it. */
  readonly legal: string
  /** How long it gives, as in "24 hours". */
  readonly limit: LocalText
}

export interface FlowPoint {
  /** As the week or month is written: 2026-W47, 2026-11. */
  readonly period: string
  /** First day. */
  readonly from: string
  readonly isOver: boolean
  /**
   * A count, a share (0 to 1) or days; null where there is nothing to take a share or a mean of, and where the events do
   * not reach back over all of the period.
   */
  readonly value: number | null
  /** What a share is of, or how many a mean is of; null for counts. */
  readonly of: number | null
  /** What is not decided yet and so is in no share; null where the series has no such thing. */
  readonly undecided: number | null
  /** Control limits of the share; null where there are none. */
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * Over, and at most one in ten of a share's cases undecided: what they come to can move it by ten points at most. Decisions
 * to open may take longer or shorter than others, so the share of the decided alone may be far from what it will be.
 */
export function isSettled({ isOver, of, undecided }: FlowPoint): boolean {
  return isOver && (undecided ?? 0) * 10 <= (undecided ?? 0) + (of ?? 0)
}

/** `long-run`, `few-crossings`: Anhøj's two rules for run charts; `beyond-limits`: outside Laney's limits. */
export const runSignals = ['long-run', 'few-crossings', 'beyond-limits'] as const
export type RunSignal = (typeof runSignals)[number]

/** Whether a series moves more than chance would make it; of the periods that are settled (`isSettled`) and, for shares, large enough for a percentage. */
export type RunVerdict =
  /** Fewer than `needed` points beside the median: nothing is said. */
  | { readonly state: 'too-few'; readonly points: number; readonly needed: number }
  /** The median is the least or the most that there can be, so no point lies beyond it, and the rules say nothing. */
  | { readonly state: 'at-edge'; readonly edge: 'least' | 'most' }
  /** A stock: each point holds mostly what the one before did, and the rules are about points that do not. */
  | { readonly state: 'stock' }
  | {
      readonly state: 'judged'
      /** Points that do not lie on the median. */
      readonly points: number
      /** Most points in a row on one side of the median, and the most that chance makes. */
      readonly longestRun: number
      readonly longestRunLimit: number
      /** How often the line crosses the median, and the fewest that chance makes. */
      readonly crossings: number
      readonly fewestCrossings: number
      /** None: the series varies as chance alone would make it. */
      readonly signals: readonly RunSignal[]
    }

/** One run chart: the periods before the report's and its own, the oldest first. */
export interface FlowSeries<Key extends string = string> {
  readonly key: Key
  /** What the series is of, where the key has several: a kind of measure. */
  readonly of: string | null
  readonly kind: 'count' | 'share' | 'days'
  readonly points: readonly FlowPoint[]
  /** Of the periods that are over; null where there are none. */
  readonly median: number | null
  readonly verdict: RunVerdict
}
