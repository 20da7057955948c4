import type { CaseEvent } from '../case-event.ts'
import { knownAttributes } from '../known-attributes.ts'
import { areRelated, isBefore } from '../related.ts'
import type { CompiledFlow } from './compile-flow.ts'
import { answerOf, byDay } from './pair-spans.ts'

/** Something received, and what came of it. */
export interface ReceivedItem {
  readonly start: CaseEvent
  /** No event of the case came before it, as far as days and times of day tell. */
  readonly isNew: boolean
  outcome: 'assessed' | 'joined' | 'settled' | null
  decided: CaseEvent | null
  /** False: it was decided by then, and nobody registered when. */
  isDated: boolean
}

const none: readonly string[] = []

/**
 * Follows what was received to its decision. What opens an assessment decides everything about the same child that waits,
 * unless it names what it answers; so does what ends it without one, and the closing of the case. What is received while an
 * assessment is under way has joined it. Where one is completed that nobody registered as opened, what waited from earlier
 * days became one by then. Of one day, what completes an assessment goes first, then what is received, then
 * what opens one, then what ends without one, unless times of day say otherwise. `events` must be in order.
 */
export function pairReceived(events: readonly CaseEvent[], flow: CompiledFlow): readonly ReceivedItem[] {
  const pairing = new Pairing()
  const firstDay = events[0]?.day ?? 0
  for (const day of byDay(events)) {
    const early = new Set(
      day.filter(({ kind }) => flow.completed.has(kind)).filter((event) => pairing.complete(event)),
    )
    for (const event of day) {
      if (!flow.received.has(event.kind)) continue
      const isNew = event.day === firstDay && !day.some((other) => isBefore(other, event))
      pairing.receive(event, isNew)
    }
    for (const event of day) if (flow.opened.has(event.kind)) pairing.open(event)
    for (const event of day)
      if (flow.completed.has(event.kind) && !early.has(event) && !pairing.complete(event))
        pairing.completeUnopened(event)
    for (const event of day) if (flow.settled.has(event.kind)) pairing.decide(event, 'settled')
    for (const event of day) if (flow.closed.has(event.kind)) pairing.close(event)
  }
  return pairing.items
}

class Pairing {
  readonly items: ReceivedItem[] = []
  readonly #byId = new Map<string, ReceivedItem>()
  #waiting: ReceivedItem[] = []
  /** What opened the assessments under way. */
  #opened: CaseEvent[] = []

  receive(event: CaseEvent, isNew: boolean): void {
    const joins = this.#opened.some((opened) => !isBefore(event, opened) && areRelated(opened, event, none))
    const item: ReceivedItem = {
      start: event,
      isNew,
      outcome: joins ? 'joined' : null,
      decided: joins ? event : null,
      isDated: true,
    }
    this.items.push(item)
    this.#byId.set(event.attributes[knownAttributes.id] ?? '', item)
    if (!joins) this.#waiting.push(item)
  }

  open(event: CaseEvent): void {
    this.decide(event, 'assessed')
    this.#opened.push(event)
  }

  /** Whether it completes an assessment that was opened before. */
  complete(event: CaseEvent): boolean {
    const at = this.#opened.findIndex((opened) => !isBefore(event, opened) && areRelated(opened, event, none))
    if (at !== -1) this.#opened.splice(at, 1)
    return at !== -1
  }

  completeUnopened(event: CaseEvent): void {
    const before = this.#waiting.filter(({ start }) => start.day < event.day)
    this.decide(event, 'assessed', before)
    for (const item of before) if (item.decided === event) item.isDated = false
  }

  close(event: CaseEvent): void {
    this.decide(event, 'settled')
    this.#opened = this.#opened.filter(
      (opened) => isBefore(event, opened) || !areRelated(opened, event, none),
    )
  }

  decide(event: CaseEvent, outcome: 'assessed' | 'settled', waiting = this.#waiting): void {
    const named = this.#byId.get(answerOf(event))
    for (const item of named === undefined ? waiting : [named])
      if (item.outcome === null && !isBefore(event, item.start) && areRelated(item.start, event, none))
        [item.outcome, item.decided] = [outcome, event]
    this.#waiting = this.#waiting.filter((item) => item.outcome === null)
  }
}
