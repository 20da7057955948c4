import type { CaseEvent } from './case-event.ts'

/**
 * By day, then moment, those without a time of day first; events of one moment by what they say, so that the order of
 * rows in a file never decides anything.
 */
export function compareEvents(one: CaseEvent, other: CaseEvent): number {
  if (one.day !== other.day) return one.day - other.day
  if (one.moment !== other.moment) return (one.moment ?? -Infinity) - (other.moment ?? -Infinity)
  return (
    compare(one.kind, other.kind) ||
    compare(one.child, other.child) ||
    compare(one.unit, other.unit) ||
    compare(one.caseworker, other.caseworker) ||
    compare(written(one), written(other))
  )
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

function written({ attributes }: CaseEvent): string {
  return JSON.stringify(Object.entries(attributes).sort(([one], [other]) => compare(one, other)))
}
