import type { CaseEvent } from './case-event.ts'
import { firstFrom, type CaseTimeline } from './case-timeline.ts'
import type { Clock } from './clock.ts'
import type { CompiledCondition } from './compile-rules.ts'
import { verdict, type Verdict } from './deadline-row.ts'
import { InForceTracker } from './in-force.ts'
import { presentPrefix, saysPrefix } from './reasons.ts'
import { areRelated, isBefore } from './related.ts'

/** Judges the conditions of one rule in one case. Clocks must be asked about in the order they started. */
export class ConditionCheck {
  readonly #timeline: CaseTimeline
  readonly #trackers = new Map<CompiledCondition, InForceTracker>()

  constructor(timeline: CaseTimeline) {
    this.#timeline = timeline
  }

  /** What keeps the rule from asking anything here, as known when the clock starts; null for nothing. */
  atStart({ start, version }: Pick<Clock, 'start' | 'version'>): Verdict | null {
    for (const condition of version.when) {
      const found =
        condition.kind === 'attribute'
          ? this.#attribute(condition, start)
          : condition.kind === 'in-force'
            ? this.#inForce(condition, start, version.rule.apartBy)
            : null
      if (found !== null) return found
    }
    return null
  }

  /** What keeps the rule from asking anything here, as known from what came after; null for nothing. */
  afterStart(clock: Clock): Verdict | null {
    for (const condition of clock.version.when)
      if (condition.kind === 'followed-by' && !this.#isFollowed(condition.events, clock))
        return verdict('not-applicable', condition.because)
    return null
  }

  /** Whether an event can end the clock: where the rule asks for an outcome first, not before it. */
  mayEnd(clock: Pick<Clock, 'start' | 'version'>, end: CaseEvent): boolean {
    const { rule, when } = clock.version
    if (rule.kind !== 'presence' || !rule.afterOutcome) return true
    return when.every(
      (condition) =>
        condition.kind !== 'followed-by' ||
        this.#hasAfter(condition.events, clock, (outcome) => !isBefore(end, outcome)),
    )
  }

  #attribute(condition: CompiledCondition & { readonly kind: 'attribute' }, start: number): Verdict | null {
    const { attribute, is, isNot, ifMissing } = condition
    const value = this.#timeline.at(start).attributes[attribute]?.trim().toLowerCase() ?? ''
    if (value === '') return ifMissing === 'applies' ? null : verdict(ifMissing, attribute)
    const holds = (is === null || is.has(value)) && !isNot.has(value)
    return holds ? null : verdict('not-applicable', `${saysPrefix}${attribute}`)
  }

  #inForce(
    condition: CompiledCondition & { readonly kind: 'in-force' },
    start: number,
    apartBy: readonly string[],
  ): Verdict | null {
    let tracker = this.#trackers.get(condition)
    if (tracker === undefined) {
      tracker = new InForceTracker(this.#timeline, condition.since, condition.until, apartBy)
      this.#trackers.set(condition, tracker)
    }
    if (tracker.isAt(start) === condition.holds) return null
    return verdict(
      'not-applicable',
      condition.holds ? condition.because : `${presentPrefix}${condition.because}`,
    )
  }

  #isFollowed(events: number, clock: Clock): boolean {
    const ends = [clock.end, clock.stop].filter((at) => at !== -1).map((at) => this.#timeline.at(at).day)
    const last = ends.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...ends)
    return this.#hasAfter(events, clock, ({ day }) => day <= last)
  }

  /** Whether one of some kinds comes after the start and in time, which the later ones are not if one is not. */
  #hasAfter(
    events: number,
    clock: Pick<Clock, 'start' | 'version'>,
    isInTime: (event: CaseEvent) => boolean,
  ): boolean {
    const timeline = this.#timeline
    const start = timeline.at(clock.start)
    const list = timeline.listOf(events)
    for (let at = firstFrom(timeline, list, start.day); at < list.length; at += 1) {
      const event = timeline.at(list[at] ?? 0)
      if (!isInTime(event)) return false
      if (!isBefore(event, start) && areRelated(start, event, clock.version.rule.apartBy)) return true
    }
    return false
  }
}
