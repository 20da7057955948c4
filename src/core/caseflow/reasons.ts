/** Why a deadline has the state it has, where it is not an event kind or an attribute that is missing. */
export const reasons = [
  'stopped',
  'exception',
  'exception-without-reason',
  'paused',
  'pause-without-reason',
  'asked-of-reviewer',
  'no-rules-in-force',
  'end-before-start',
] as const
export type Reason = (typeof reasons)[number]

/** Before the key of the event kind whose time of day is missing. */
export const timePrefix = 'time:'
/** Before the attribute of the start whose value makes the rule ask nothing. */
export const saysPrefix = 'says:'
/** Before the key of the event kind that was there already, so that the rule asks nothing. */
export const presentPrefix = 'present:'
/** Before the key of the event kind that was never registered in any case. */
export const unregisteredPrefix = 'unregistered:'
