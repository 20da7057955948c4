import type { CaseEvent } from './case-event.ts'
import type { CaseTimeline } from './case-timeline.ts'
import type { RuleVersion } from './compile-rules.ts'
import { knownAttributes } from './known-attributes.ts'
import { concerns, hasReason } from './pauses.ts'
import { areRelated } from './related.ts'

/** `unreasoned`: somebody entered an exception without saying why, so that it does not count. */
export type Lifting = 'lifted' | 'unreasoned' | 'none'

/** Whether an exception lifts the rule for a start; one that names no start where `fits` says so. */
export function liftingOf(
  timeline: CaseTimeline,
  { exception, rule }: RuleVersion,
  start: CaseEvent,
  fits: (exception: CaseEvent) => boolean,
): Lifting {
  let lifting: Lifting = 'none'
  for (const at of timeline.listOf(exception)) {
    const event = timeline.at(at)
    if (!concerns(event, rule.id, false) || !areRelated(start, event, rule.apartBy)) continue
    const answers = event.attributes[knownAttributes.answers] ?? ''
    if (answers === '' ? !fits(event) : answers !== start.attributes[knownAttributes.id]) continue
    if (hasReason(event)) return 'lifted'
    lifting = 'unreasoned'
  }
  return lifting
}
