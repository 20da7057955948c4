import type { CaseEvent } from './case-event.ts'
import { CaseTimeline } from './case-timeline.ts'
import type { CompiledRules, RuleLine } from './compile-rules.ts'
import type { Deadline } from './deadline.ts'
import { deadlineRow, verdict, versionOn } from './deadline-row.ts'
import { judgeOrder } from './judge-order.ts'
import { judgeRecurring } from './judge-recurring.ts'
import { judgeWithin } from './judge-within.ts'
import { asRegistered } from './once-registered.ts'

/**
 * What became of every deadline of a case, as known at a moment (milliseconds since 1970-01-01T00:00Z): rule by rule, in
 * the order the clocks started. Events after that moment are not looked at. The order of `events` does not matter.
 */
export function judgeCase(compiled: CompiledRules, events: readonly CaseEvent[], asOf: number): Deadline[] {
  const timeline = new CaseTimeline(compiled, events, asOf)
  const found: Deadline[] = []
  for (const line of compiled.lines) {
    const first = found.length
    judgeLine(timeline, line, found)
    if (compiled.unregistered.size === 0) continue
    for (const [at, deadline] of found.slice(first).entries())
      found[first + at] = asRegistered(deadline, line, compiled.unregistered)
  }
  return found
}

function judgeLine(timeline: CaseTimeline, line: RuleLine, found: Deadline[]): void {
  switch (line.kind) {
    case 'within':
    case 'presence':
      judgeWithin(timeline, line, found)
      break
    case 'order':
      judgeOrder(timeline, line, found)
      break
    case 'recurring':
      judgeRecurring(timeline, line, found)
      break
    case 'asked': {
      const version = versionOn(line.versions, timeline.asOfDay)
      if (version !== undefined)
        found.push(deadlineRow(version, null, null, verdict('not-applicable', 'asked-of-reviewer')))
      break
    }
    default:
      line.kind satisfies never
  }
}
