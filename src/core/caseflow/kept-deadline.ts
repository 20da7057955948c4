import { startOfDay } from '../calendar/danish-time.ts'
import type { Deadline } from './deadline.ts'

/** As deadlines are kept: whether one that is not done runs or is open depends on when it is asked. */
export type KeptVerdict = 'met' | 'late' | 'pending' | 'cannot-tell'

/** Where a rule asks nothing of a case there is nothing to keep: the case's own page judges anew and tells why. */
export function isAsked({ state, started, done }: Deadline): boolean {
  return state !== 'not-applicable' && (state !== 'cannot-tell' || started !== null || done !== null)
}

export function keptVerdict(state: Deadline['state']): KeptVerdict {
  switch (state) {
    case 'running':
    case 'open':
      return 'pending'
    case 'met':
    case 'late':
    case 'cannot-tell':
      return state
    case 'not-applicable':
      throw new Error('a deadline that asks nothing is not kept')
  }
  return state satisfies never
}

/** The first moment that is too late; null where there is no limit. */
export function endOfDeadline({ due }: Deadline): number | null {
  return due === null ? null : (due.moment ?? startOfDay(due.day + 1))
}
