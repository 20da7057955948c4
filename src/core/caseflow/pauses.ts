import type { CaseEvent } from './case-event.ts'
import type { CaseTimeline } from './case-timeline.ts'
import type { Clock } from './clock.ts'
import { knownAttributes } from './known-attributes.ts'
import { areRelated } from './related.ts'

/** A time in which a clock stands still; until null: it still does. */
export interface Pause {
  readonly from: CaseEvent
  readonly until: CaseEvent | null
}

export interface Pauses {
  readonly list: readonly Pause[]
  /** Somebody entered a pause without saying why: it does not count. */
  readonly hasUnreasoned: boolean
}

const noPauses: Pauses = { list: [], hasUnreasoned: false }

/** The pauses of a clock, in order; none overlap. */
export function pausesOf(timeline: CaseTimeline, clock: Clock): Pauses {
  const { pause, resume, rule } = clock.version
  const begun = timeline.listOf(pause)
  if (begun.length === 0) return noPauses
  const start = timeline.at(clock.start)
  const isOurs = (event: CaseEvent) =>
    areRelated(start, event, rule.apartBy) && concerns(event, rule.id, true)
  const list: Pause[] = []
  let hasUnreasoned = false
  let from: CaseEvent | null = null
  for (const at of [...begun, ...timeline.listOf(resume)].sort((one, other) => one - other)) {
    const event = timeline.at(at)
    if (!isOurs(event)) continue
    if (timeline.isOf(at, resume)) {
      if (from !== null) list.push({ from, until: event })
      from = null
    } else if (from === null) {
      if (hasReason(event)) from = event
      else hasUnreasoned = true
    }
  }
  if (from !== null) list.push({ from, until: null })
  return { list: list.filter(({ until }) => until === null || until.day >= start.day), hasUnreasoned }
}

/** Whether the event names a rule; `always` for one that names none. */
export function concerns(event: CaseEvent, rule: string, always: boolean): boolean {
  const named = event.attributes[knownAttributes.rule]?.trim() ?? ''
  return named === '' ? always : named.split(/[\s,;]+/u).includes(rule)
}

export function hasReason(event: CaseEvent): boolean {
  return (event.attributes[knownAttributes.reason]?.trim() ?? '') !== ''
}
