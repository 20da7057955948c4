import type { EventRowReader } from '../../core/caseflow/event-row-reader.ts'

const msInDay = 86_400_000

/** Tells which rows of a file are the same event, and which of its registrations there is the newest. */
export class EventIdentity {
  readonly #reader: EventRowReader
  /** Rows that have an event id, by its number. */
  readonly #groups = new Map<number, number[]>()
  /** Of events without an id: how many others of one case, kind and time came before. */
  readonly #nth = new Map<number, number>()
  readonly #repeats = new Set<number>()
  /** Of each id whose newest registration cannot be told: two rows that contradict each other. */
  readonly #contradictions = new Map<number, readonly [number, number]>()

  constructor(reader: EventRowReader, isSound: (row: number) => boolean) {
    this.#reader = reader
    const firsts = new Map<string, number[]>()
    for (let row = 0; row < reader.columns.size; row += 1)
      if (isSound(row)) {
        if ((reader.columns.eventId[row] ?? 0) === 0) this.#addUnnamed(row, firsts)
        else this.#addNamed(row)
      }
    for (const [id, group] of this.#groups) {
      const pair = this.#contradictionIn(group)
      if (pair !== undefined) this.#contradictions.set(id, pair)
    }
  }

  /** Rows without an id at one time are one event where they say the same, and else one after the other. */
  #addUnnamed(row: number, firsts: Map<string, number[]>): void {
    const { columns } = this.#reader
    const key = `${columns.caseAt[row]} ${columns.kind[row]} ${columns.day[row]} ${columns.moment[row]}`
    const before = firsts.get(key)
    if (before === undefined) {
      firsts.set(key, [row])
      return
    }
    if (before.some((other) => columns.areSame(other, row))) this.#repeats.add(row)
    else this.#nth.set(row, before.push(row))
  }

  #addNamed(row: number): void {
    const { columns } = this.#reader
    const id = columns.eventId[row] ?? 0
    const group = this.#groups.get(id)
    if (group === undefined) this.#groups.set(id, [row])
    else if (group.some((other) => columns.areSame(other, row))) this.#repeats.add(row)
    else group.push(row)
  }

  /** The newest two registrations, where nothing tells which is the newer. */
  #contradictionIn(group: readonly number[]): readonly [number, number] | undefined {
    if (group.length < 2) return undefined
    const newest = this.#newestOf(group)
    const rival = group.find((row) => row !== newest && this.#registered(row) === this.#registered(newest))
    return rival === undefined ? undefined : [Math.min(rival, newest), Math.max(rival, newest)]
  }

  /** Says the same as a row before it. */
  isRepeat(row: number): boolean {
    return this.#repeats.has(row)
  }

  /** The line of another row of the event, where nothing tells which registration of it is the newest. */
  contradicted(row: number): number | undefined {
    const { columns } = this.#reader
    const pair = this.#contradictions.get(columns.eventId[row] ?? 0)
    if (pair === undefined) return undefined
    return columns.line[pair[0] === row ? pair[1] : pair[0]]
  }

  /** Whether another row of the file is a newer registration of the event. */
  isSuperseded(row: number): boolean {
    const group = this.#groups.get(this.#reader.columns.eventId[row] ?? 0)
    return group !== undefined && this.#newestOf(group) !== row
  }

  /** The source's own id, or else case, kind and time. */
  keyOf(row: number, kinds: readonly string[]): string {
    const { columns, cases, eventIds } = this.#reader
    const id = columns.eventId[row] ?? 0
    if (id !== 0) return `id:${eventIds.textOf(id)}`
    const moment = columns.moment[row] ?? Number.NaN
    const day = new Date((columns.day[row] ?? 0) * msInDay).toISOString().slice(0, 10)
    const time = Number.isNaN(moment) ? day : new Date(moment).toISOString()
    const nth = this.#nth.get(row)
    const key = `${cases.textOf((columns.caseAt[row] ?? 0) + 1)} | ${kinds[columns.kind[row] ?? 0] ?? ''} | ${time}`
    return nth === undefined ? key : `${key} | ${nth}`
  }

  #newestOf(group: readonly number[]): number {
    return group.reduce((best, row) => (this.#registered(row) >= this.#registered(best) ? row : best))
  }

  #registered(row: number): number {
    const time = this.#reader.columns.registered[row] ?? Number.NaN
    return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time
  }
}
