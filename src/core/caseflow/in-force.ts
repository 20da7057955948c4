import type { CaseEvent } from './case-event.ts'
import type { CaseTimeline } from './case-timeline.ts'
import type { KindSet } from './compile-rules.ts'
import { areRelated, isBefore } from './related.ts'

/** Follows what begins and ends in a case (support, a plan), to say what is in force when something else happens. */
export class InForceTracker {
  readonly #timeline: CaseTimeline
  readonly #events: readonly number[]
  readonly #until: KindSet
  readonly #apartBy: readonly string[]
  #next = 0
  #begun: CaseEvent[] = []

  constructor(timeline: CaseTimeline, since: KindSet, until: KindSet, apartBy: readonly string[]) {
    this.#timeline = timeline
    this.#until = until
    this.#apartBy = apartBy
    // On one day, what ends goes before what begins: a change from one measure to another leaves no gap.
    this.#events = [...timeline.listOf(since), ...timeline.listOf(until)].sort(
      (one, other) =>
        timeline.at(one).day - timeline.at(other).day ||
        Number(timeline.isOf(other, until)) - Number(timeline.isOf(one, until)) ||
        one - other,
    )
  }

  /** Whether something that began before an event has not ended by then. Events must be asked about in order. */
  isAt(index: number): boolean {
    const event = this.#timeline.at(index)
    for (;;) {
      const at = this.#events[this.#next]
      if (at === undefined || !isBefore(this.#timeline.at(at), event)) break
      this.#take(at)
      this.#next += 1
    }
    return this.#begun.some((begun) => areRelated(begun, event, this.#apartBy))
  }

  #take(at: number): void {
    const event = this.#timeline.at(at)
    if (this.#timeline.isOf(at, this.#until))
      this.#begun = this.#begun.filter((begun) => !areRelated(begun, event, this.#apartBy))
    else this.#begun.push(event)
  }
}
