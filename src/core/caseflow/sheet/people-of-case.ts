import type { CaseEvent } from '../case-event.ts'

/** Somebody who has had the case, by its events. Days as days since 1970-01-01. */
export interface CaseHolder {
  readonly unit: string
  readonly caseworker: string
  /** The first and the last event that names them. */
  readonly from: number
  readonly to: number
}

type HolderEvent = Pick<CaseEvent, 'day' | 'unit' | 'caseworker'>

/**
 * Units with their caseworkers, the one of the newest event first. Where an event names one of the two alone, the other is
 * as before. Siblings may have a caseworker each, so somebody named later does not take over from another.
 */
export function peopleOfCase(events: readonly HolderEvent[]): readonly CaseHolder[] {
  const found = new Map<string, CaseHolder>()
  let unit = ''
  let caseworker = ''
  for (const event of events) {
    if (event.unit === '' && event.caseworker === '') continue
    unit = event.unit === '' ? unit : event.unit
    caseworker = event.caseworker === '' ? caseworker : event.caseworker
    const key = JSON.stringify([unit, caseworker])
    const from = found.get(key)?.from ?? event.day
    // Put last again, so that the order is that of the newest events.
    found.delete(key)
    found.set(key, { unit, caseworker, from, to: event.day })
  }
  return [...found.values()].toReversed()
}
