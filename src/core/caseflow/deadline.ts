/**
 * What became of a deadline, as of a moment:
 * - `met`, `late`: done, in time or not.
 * - `running`: not done, and the time is not up.
 * - `open`: not done, and the time is up.
 * - `not-applicable`: the rule asks nothing here, with the reason.
 * - `cannot-tell`: a date or a time of day is missing, named in `missing`; never guessed.
 */
export const deadlineStates = ['met', 'late', 'running', 'open', 'not-applicable', 'cannot-tell'] as const
export type DeadlineState = (typeof deadlineStates)[number]

/** A point of a deadline: a day in Denmark, and the moment where the rule counts in hours. */
export interface DeadlinePoint {
  /** Days since 1970-01-01. */
  readonly day: number
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly moment: number | null
}

/** One rule at one case, from the event that set its clock going. A case has as many as it has such events. */
export interface Deadline {
  readonly rule: string
  /** Key of the rules (law and period) it was judged by. */
  readonly rules: string
  readonly rulesVersion: number
  readonly started: DeadlinePoint | null
  /** Last day (or moment) in time, pauses counted in; null where there is no limit. */
  readonly due: DeadlinePoint | null
  readonly done: DeadlinePoint | null
  readonly state: DeadlineState
  /** Days (or hours, as the rule counts) past `due`, until done or until now; null where not late. */
  readonly lateBy: number | null
  /** Key of the event kind, date or attribute that is missing, or of the reason that no deadline applies. */
  readonly because: string | null
  /** Of the event that set the clock going. */
  readonly unit: string
  readonly caseworker: string
}
