/** What one row says, in numbers; texts are numbers of their column's dictionary. */
export interface EventNumbers {
  caseAt: number
  kind: number
  day: number
  /** NaN where there is none. */
  moment: number
  unit: number
  caseworker: number
  child: number
  eventId: number
  /** Milliseconds; NaN where the source says nothing. */
  registered: number
  /** Of the cells that nobody reads: two rows of one hash and otherwise equal are the same row. */
  rest: number
  /** 1 where a column gave the date, which every row of the case repeats. */
  fromColumn: number
  line: number
}

/** Events as columns of numbers: a million take some 60 MB, as objects they would take several times that. */
export class EventColumns {
  size = 0
  caseAt: Int32Array
  kind: Uint16Array
  day: Int32Array
  moment: Float64Array
  unit: Int32Array
  caseworker: Int32Array
  child: Int32Array
  eventId: Int32Array
  registered: Float64Array
  rest: Int32Array
  fromColumn: Uint8Array
  line: Int32Array
  /** A column each. */
  readonly attributes: Int32Array[]

  constructor(expected: number, attributes: number) {
    this.caseAt = new Int32Array(expected)
    this.kind = new Uint16Array(expected)
    this.day = new Int32Array(expected)
    this.moment = new Float64Array(expected)
    this.unit = new Int32Array(expected)
    this.caseworker = new Int32Array(expected)
    this.child = new Int32Array(expected)
    this.eventId = new Int32Array(expected)
    this.registered = new Float64Array(expected)
    this.rest = new Int32Array(expected)
    this.fromColumn = new Uint8Array(expected)
    this.line = new Int32Array(expected)
    this.attributes = Array.from({ length: attributes }, () => new Int32Array(expected))
  }

  add(event: EventNumbers, attributes: Int32Array): void {
    if (this.size === this.day.length) this.#grow()
    const at = this.size
    this.caseAt[at] = event.caseAt
    this.kind[at] = event.kind
    this.day[at] = event.day
    this.moment[at] = event.moment
    this.unit[at] = event.unit
    this.caseworker[at] = event.caseworker
    this.child[at] = event.child
    this.eventId[at] = event.eventId
    this.registered[at] = event.registered
    this.rest[at] = event.rest
    this.fromColumn[at] = event.fromColumn
    this.line[at] = event.line
    for (const [index, column] of this.attributes.entries()) column[at] = attributes[index] ?? 0
    this.size += 1
  }

  /** Whether two rows say the same, whatever line they stand on. */
  areSame(first: number, second: number): boolean {
    return (
      this.areAtOneTime(first, second) &&
      this.unit[first] === this.unit[second] &&
      this.caseworker[first] === this.caseworker[second] &&
      this.child[first] === this.child[second] &&
      this.eventId[first] === this.eventId[second] &&
      Object.is(this.registered[first], this.registered[second]) &&
      this.rest[first] === this.rest[second] &&
      this.attributes.every((column) => column[first] === column[second])
    )
  }

  areAtOneTime(first: number, second: number): boolean {
    return (
      this.kind[first] === this.kind[second] &&
      this.day[first] === this.day[second] &&
      Object.is(this.moment[first], this.moment[second])
    )
  }

  #grow(): void {
    const length = this.day.length * 2
    this.caseAt = longer(this.caseAt, new Int32Array(length))
    this.kind = longer(this.kind, new Uint16Array(length))
    this.day = longer(this.day, new Int32Array(length))
    this.moment = longer(this.moment, new Float64Array(length))
    this.unit = longer(this.unit, new Int32Array(length))
    this.caseworker = longer(this.caseworker, new Int32Array(length))
    this.child = longer(this.child, new Int32Array(length))
    this.eventId = longer(this.eventId, new Int32Array(length))
    this.registered = longer(this.registered, new Float64Array(length))
    this.rest = longer(this.rest, new Int32Array(length))
    this.fromColumn = longer(this.fromColumn, new Uint8Array(length))
    this.line = longer(this.line, new Int32Array(length))
    for (const [index, column] of this.attributes.entries())
      this.attributes[index] = longer(column, new Int32Array(length))
  }
}

function longer<T extends Int32Array | Uint16Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
