/** Attributes of events that mean the same in every source. */
export const knownAttributes = {
  /** The source's own id of the event, unique within the source. */
  id: 'event_id',
  /** The id of the event that this one is the answer to: the acknowledgement of a certain notification. */
  answers: 'answers',
  /** Of an exception or a pause: ids of the rules it is about, with spaces between; absent for a pause: all it can be. */
  rule: 'rule',
  /** Of an exception or a pause: why. Without it neither counts. */
  reason: 'reason',
} as const
