import type { CaseEvent } from './case-event.ts'

/**
 * Whether two events of a case may have to do with each other: about the same child, and alike in the attributes that
 * keep clocks apart. What one of them leaves open fits everything.
 */
export function areRelated(one: CaseEvent, other: CaseEvent, apartBy: readonly string[]): boolean {
  if (one.child !== other.child && one.child !== '' && other.child !== '') return false
  for (const attribute of apartBy) {
    const value = one.attributes[attribute] ?? ''
    const otherValue = other.attributes[attribute] ?? ''
    if (value !== otherValue && value !== '' && otherValue !== '') return false
  }
  return true
}

/** Whether an event comes before another; on one day only where both have a time of day. */
export function isBefore(one: CaseEvent, other: CaseEvent): boolean {
  if (one.day !== other.day) return one.day < other.day
  return one.moment !== null && other.moment !== null && one.moment < other.moment
}
