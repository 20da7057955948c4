import type { CaseEvent } from './case-event.ts'
import type { Clock } from './clock.ts'
import { areRelated } from './related.ts'

/** Whether an event ends a clock; or neither it nor any that started later. */
export type Ending = 'this' | 'not-this' | 'none-from-here'

interface Group {
  /** Any of its starting events: all are of one child and alike in what keeps clocks apart. */
  readonly like: CaseEvent
  /** In the order they started; those before `first` have ended. */
  readonly clocks: { readonly clock: Clock; readonly start: CaseEvent }[]
  first: number
}

/** The clocks of a rule that run, by whom and what they are about: an end finds the oldest at once, however many run. */
export class RunningClocks {
  readonly #apartBy: readonly string[]
  readonly #groups = new Map<string, Group>()

  constructor(apartBy: readonly string[]) {
    this.#apartBy = apartBy
  }

  add(clock: Clock, start: CaseEvent): void {
    const name = this.#nameOf(start)
    const group = this.#groups.get(name)
    if (group === undefined) this.#groups.set(name, { like: start, clocks: [{ clock, start }], first: 0 })
    else group.clocks.push({ clock, start })
  }

  /** The oldest that an event ends, or all of them. */
  listEndedBy(
    event: CaseEvent,
    which: 'oldest' | 'all',
    ends: (clock: Clock, start: CaseEvent) => Ending,
  ): readonly Clock[] {
    const ended: Clock[] = []
    for (const group of this.#groups.values()) {
      if (!areRelated(group.like, event, this.#apartBy)) continue
      this.#skipEnded(group)
      for (let at = group.first; at < group.clocks.length; at += 1) {
        const running = group.clocks[at]
        if (running === undefined || !isRunning(running.clock)) continue
        const ending = ends(running.clock, running.start)
        if (ending === 'none-from-here') break
        if (ending === 'this') ended.push(running.clock)
        if (ending === 'this' && which === 'oldest') break
      }
    }
    if (which === 'all' || ended.length <= 1) return ended
    return [ended.reduce((oldest, clock) => (clock.start < oldest.start ? clock : oldest))]
  }

  /** A clock that an event has to do with, if one runs. */
  find(event: CaseEvent): Clock | undefined {
    for (const group of this.#groups.values()) {
      if (!areRelated(group.like, event, this.#apartBy)) continue
      this.#skipEnded(group)
      const first = group.clocks[group.first]
      if (first !== undefined) return first.clock
    }
    return undefined
  }

  #skipEnded(group: Group): void {
    for (;;) {
      const first = group.clocks[group.first]
      if (first === undefined || isRunning(first.clock)) return
      group.first += 1
    }
  }

  #nameOf(event: CaseEvent): string {
    if (this.#apartBy.length === 0) return event.child
    return [event.child, ...this.#apartBy.map((attribute) => event.attributes[attribute] ?? '')].join(
      '\u0001',
    )
  }
}

function isRunning({ end, stop }: Clock): boolean {
  return end === -1 && stop === -1
}
