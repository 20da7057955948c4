/** What came of something received: an assessment was opened, one was under way already, or it ended without one. */
const receivedOutcomes = ['assessed', 'joined', 'settled'] as const

/** Steps that are counted on their day. */
const flowSteps = [
  'assessment-opened',
  'notification-closed',
  'assessment-ended',
  'case-closed',
  'follow-up-held',
  'visit-held',
] as const
export type FlowStep = (typeof flowSteps)[number]

/**
 * What a case's events say that the reports count, made once when the case is judged, so that no report reads events.
 *
 * - `received`: key `new` or `known`; ends when it is decided, with one of `receivedOutcomes`.
 * - `step`: key a `FlowStep`; begins and ends on its day.
 * - `time`: key of a time; ends `done` or `stopped`.
 * - `measure`: key its type; `placement`: key ''. Either ends `ended`, or `closed` with its case; without a start `loose`.
 */
export interface FlowFact {
  readonly kind: 'received' | 'step' | 'time' | 'measure' | 'placement'
  readonly key: string
  /** Days since 1970-01-01. `from` is null only where there is an end without a start. */
  readonly from: number | null
  readonly to: number | null
  readonly outcome:
    (typeof receivedOutcomes)[number] | 'done' | 'stopped' | 'ended' | 'closed' | 'loose' | null
  /** Of the event that began it, or what ended it; '' where that does not say. */
  readonly unit: string
  /** Of a placement: the day its plan was made, and the last day for one by the rules; null where there is none. */
  readonly planOn: number | null
  readonly planDue: number | null
}
