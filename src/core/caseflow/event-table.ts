import type { ByteDictionary } from '../tabular/byte-dictionary.ts'
import type { CaseEvent } from './case-event.ts'
import type { EventColumns } from './event-columns.ts'

export interface EventTexts {
  readonly cases: ByteDictionary
  readonly units: ByteDictionary
  readonly caseworkers: ByteDictionary
  readonly children: ByteDictionary
  readonly eventIds: ByteDictionary
  /** Keys of the kinds, by their number. */
  readonly kinds: readonly string[]
  readonly attributes: readonly { readonly name: string; readonly texts: ByteDictionary }[]
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

/** The events of a file, case by case in the order that the cases first stand in it. */
export class EventTable {
  readonly #columns: EventColumns
  readonly #texts: EventTexts
  /** Rows of all cases, one case after the other, each in the order of time. */
  readonly #order: Int32Array
  /** Where a case's rows begin in `order`; the next case's begin where they end. */
  readonly #firsts: Int32Array

  constructor(columns: EventColumns, texts: EventTexts, order: Int32Array, firsts: Int32Array) {
    this.#columns = columns
    this.#texts = texts
    this.#order = order
    this.#firsts = firsts
  }

  get cases(): number {
    return this.#firsts.length - 1
  }

  /** Cases of which every row was left out have none. */
  get casesWithEvents(): number {
    let count = 0
    for (let at = 0; at < this.cases; at += 1) if (this.#firsts[at] !== this.#firsts[at + 1]) count += 1
    return count
  }

  get events(): number {
    return this.#firsts[this.cases] ?? 0
  }

  /** `at` counts the cases from 0. */
  caseId(at: number): string {
    return this.#texts.cases.textOf(at + 1)
  }

  /** A case's events by day, then moment (those without one first), then line. */
  eventsOf(at: number): CaseEvent[] {
    const events: CaseEvent[] = []
    const end = this.#firsts[at + 1] ?? 0
    for (let index = this.#firsts[at] ?? 0; index < end; index += 1)
      events.push(this.#event(this.#order[index] ?? 0))
    return events
  }

  /** Lines of a case's events in the file, in the same order. */
  linesOf(at: number): number[] {
    return [...this.#order.subarray(this.#firsts[at], this.#firsts[at + 1])].map(
      (row) => this.#columns.line[row] ?? 0,
    )
  }

  /** Which of some kinds of event stand in no case up to a day (days since 1970-01-01). */
  kindsMissing(kinds: readonly string[], day: number): ReadonlySet<string> {
    const missing = new Set(kinds)
    for (let index = 0; index < this.#order.length && missing.size > 0; index += 1) {
      const row = this.#order[index] ?? 0
      if ((this.#columns.day[row] ?? 0) <= day)
        missing.delete(this.#texts.kinds[this.#columns.kind[row] ?? 0] ?? '')
    }
    return missing
  }

  #event(row: number): CaseEvent {
    const { kinds, units, caseworkers, children } = this.#texts
    const columns = this.#columns
    const moment = columns.moment[row] ?? Number.NaN
    return {
      kind: kinds[columns.kind[row] ?? 0] ?? '',
      day: columns.day[row] ?? 0,
      moment: Number.isNaN(moment) ? null : moment,
      unit: units.textOf(columns.unit[row] ?? 0),
      caseworker: caseworkers.textOf(columns.caseworker[row] ?? 0),
      child: children.textOf(columns.child[row] ?? 0),
      attributes: this.#attributes(row),
    }
  }

  #attributes(row: number): Readonly<Record<string, string>> {
    let attributes: Record<string, string> | undefined
    const id = this.#columns.eventId[row] ?? 0
    if (id !== 0) attributes = { event_id: this.#texts.eventIds.textOf(id) }
    for (let index = 0; index < this.#texts.attributes.length; index += 1) {
      const number = this.#columns.attributes[index]?.[row] ?? 0
      const attribute = this.#texts.attributes[index]
      if (number === 0 || attribute === undefined) continue
      attributes ??= {}
      attributes[attribute.name] = attribute.texts.textOf(number)
    }
    return attributes ?? noAttributes
  }
}
