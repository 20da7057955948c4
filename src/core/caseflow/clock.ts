import type { RuleVersion } from './compile-rules.ts'

/** A rule's clock in a case: the places of the events that started and ended it. */
export interface Clock {
  readonly start: number
  readonly version: RuleVersion
  /** The event that ended it as it should; -1 while there is none. */
  end: number
  /** The event that stopped it without the step being taken; -1 while there is none. */
  stop: number
  /** An event says that it answers the start, and lies before it. */
  isContradicted: boolean
}

export function startClock(start: number, version: RuleVersion): Clock {
  return { start, version, end: -1, stop: -1, isContradicted: false }
}
