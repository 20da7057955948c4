import { dayOf } from '../calendar/danish-time.ts'
import type { CaseEvent } from './case-event.ts'
import { compareEvents } from './compare-events.ts'
import type { CompiledRules, KindSet } from './compile-rules.ts'

const none: readonly number[] = []

/** A case's events up to a moment that some rule asks about, in order, and where those of each kind stand. */
export class CaseTimeline {
  readonly compiled: CompiledRules
  readonly asOf: number
  readonly asOfDay: number
  readonly events: readonly CaseEvent[]
  /** Kind numbers of `events`. */
  readonly #kinds: readonly number[]
  readonly #ofKind: (number[] | undefined)[]
  /** Merged lists of sets of several kinds, as they are asked for. */
  readonly #ofSet: (readonly number[] | undefined)[] = []
  readonly #saying = new Map<string, readonly number[]>()

  constructor(compiled: CompiledRules, events: readonly CaseEvent[], asOf: number) {
    this.compiled = compiled
    this.asOf = asOf
    this.asOfDay = dayOf(asOf)
    const known: CaseEvent[] = []
    const kinds: number[] = []
    let isSorted = true
    for (const event of events) {
      if (event.day > this.asOfDay || (event.moment !== null && event.moment > asOf)) continue
      const kind = compiled.kindNumbers.get(event.kind)
      if (kind === undefined) continue
      const before = known[known.length - 1]
      if (before !== undefined && isSorted && compareEvents(before, event) > 0) isSorted = false
      known.push(event)
      kinds.push(kind)
    }
    if (!isSorted) {
      known.sort(compareEvents)
      for (const [at, event] of known.entries()) kinds[at] = compiled.kindNumbers.get(event.kind) ?? 0
    }
    this.events = known
    const ofKind: (number[] | undefined)[] = []
    for (let at = 0; at < kinds.length; at += 1) {
      const kind = kinds[at] ?? 0
      const list = ofKind[kind]
      if (list === undefined) ofKind[kind] = [at]
      else list.push(at)
    }
    this.#kinds = kinds
    this.#ofKind = ofKind
  }

  /** Where the events of a set stand, in order. */
  listOf(set: KindSet): readonly number[] {
    const known = this.#ofSet[set]
    if (known !== undefined) return known
    const found = this.#gather(set)
    this.#ofSet[set] = found
    return found
  }

  /** Those of them that say something in an attribute. */
  listSaying(set: KindSet, attribute: string): readonly number[] {
    const name = `${set} ${attribute}`
    const known = this.#saying.get(name)
    if (known !== undefined) return known
    const found = this.listOf(set).filter((at) => (this.at(at).attributes[attribute] ?? '') !== '')
    this.#saying.set(name, found)
    return found
  }

  isOf(at: number, set: KindSet): boolean {
    return this.compiled.has[set]?.[this.#kinds[at] ?? 0] === 1
  }

  /** An event that is known to stand there. */
  at(index: number): CaseEvent {
    const event = this.events[index]
    if (event === undefined) throw new Error(`no event ${index} of ${this.events.length}`)
    return event
  }

  #gather(set: KindSet): readonly number[] {
    let found: readonly number[] = none
    let merged: number[] | undefined
    for (const kind of this.compiled.sets[set] ?? none) {
      const list = this.#ofKind[kind]
      if (list === undefined) continue
      if (found === none) found = list
      else {
        merged ??= found.slice()
        for (const at of list) merged.push(at)
      }
    }
    return merged?.sort((one, other) => one - other) ?? found
  }
}

/** The first place in an ascending list whose event is on a day or later. */
export function firstFrom(timeline: CaseTimeline, list: readonly number[], day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (timeline.at(list[middle] ?? 0).day < day) low = middle + 1
    else high = middle
  }
  return low
}
