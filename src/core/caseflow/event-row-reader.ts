import { dayNumberOf } from '../calendar/day-number.ts'
import { checkCpr } from '../registry/cpr.ts'
import { holdsCpr } from '../registry/hide-cpr.ts'
import type { Place, Problem } from '../language/problem.ts'
import { ByteDictionary } from '../tabular/byte-dictionary.ts'
import type { ByteRow } from '../tabular/byte-rows.ts'
import { comparable } from '../tabular/column-names.ts'
import { DateOrders, orderSignOf } from '../tabular/date-order.ts'
import { parseWrittenTime, partsOfYearLast, type DateOrder } from '../tabular/written-date.ts'
import { EventColumns, type EventNumbers } from './event-columns.ts'
import { leftOutKind, type EventKinds } from './event-kinds.ts'
import type { EventLayout } from './event-layout.ts'
import type { EventMapping } from './event-mapping.ts'
import * as wrong from './event-problems.ts'
import type { EventTexts } from './event-table.ts'
import { TimeReader, type TimeReading } from './time-reader.ts'

export interface Moments {
  /** Events after this one are left out, since they were not known then. */
  readonly asOf: number
  readonly asOfDay: number
  /** What lies after now cannot have happened. */
  readonly now: number
  readonly nowDay: number
}

/** A count by the source's own word, and the first line it stands on. */
export interface Tally {
  count: number
  readonly line: number
}

const msInDay = 86_400_000
/** A tab or line break in an id would break the table that it is written to. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u001f\u007f]/u

/** Turns rows of a file into numbers; reports what is wrong with a row and then leaves it out. */
export class EventRowReader {
  readonly columns: EventColumns
  readonly cases = new ByteDictionary()
  readonly units = new ByteDictionary()
  readonly caseworkers = new ByteDictionary()
  readonly children = new ByteDictionary()
  readonly eventIds = new ByteDictionary()
  readonly attributes: EventTexts['attributes']
  readonly unknown = new Map<string, Tally>()
  readonly leftOut = new Map<string, Tally>()
  readonly afterAsOf = new Map<string, Tally>()
  rows = 0
  doubledHours = 0
  readonly #words = new ByteDictionary()
  readonly #births = new ByteDictionary()
  readonly #layout: EventLayout
  readonly #kinds: EventKinds
  readonly #moments: Moments
  readonly #report: (problem: Problem) => void
  readonly #time: TimeReader
  readonly #order: DateOrder
  readonly #orders: DateOrders
  /** Texts of the attributes as they stand in a file that writes the month first, and their numbers once mended. */
  readonly #written: readonly { readonly texts: ByteDictionary; readonly mended: (number | undefined)[] }[]
  /** Of each word, case, caseworker and child (by number) what was found out about it. */
  readonly #kindOf: (number | undefined)[] = []
  readonly #soundCase: (boolean | undefined)[] = []
  readonly #soundCaseworker: (boolean | undefined)[] = [true]
  readonly #bornOf: (number | null | undefined)[] = [null]
  /** Of what stands in a column of CPR numbers (by number) the child, the same however its number is written. */
  readonly #cprOf: ({ readonly child: number; readonly born: number | null } | undefined)[] = [
    { child: 0, born: null },
  ]
  readonly #cprs = new ByteDictionary()
  /** Whether `children` holds CPR numbers, ten digits each. */
  readonly childIsCpr: boolean
  readonly #event: EventNumbers
  readonly #values: Int32Array

  constructor(
    layout: EventLayout,
    kinds: EventKinds,
    mapping: EventMapping,
    moments: Moments,
    expected: number,
    report: (problem: Problem) => void,
  ) {
    this.#layout = layout
    this.#kinds = kinds
    this.#moments = moments
    this.#report = report
    this.#order = mapping.dateOrder ?? 'dmy'
    this.#time = new TimeReader(mapping.noTime, this.#order)
    this.#orders = new DateOrders(mapping.dateOrder)
    this.attributes = layout.attributes.map(({ name }) => ({ name, texts: new ByteDictionary() }))
    this.#written = layout.attributes.map(() => ({ texts: new ByteDictionary(), mended: [0] }))
    this.columns = new EventColumns(expected, layout.attributes.length)
    this.#values = new Int32Array(layout.attributes.length)
    const child = layout.columns.at.cpr ?? layout.columns.at.child
    this.childIsCpr =
      layout.columns.at.cpr !== undefined ||
      (child !== undefined &&
        /^(?:cpr|personn(?:umme)?r)/u.test(comparable(layout.header.columns[child] ?? '')))
    this.#event = { caseAt: 0, kind: 0, day: 0, moment: 0, unit: 0, caseworker: 0, child: 0, eventId: 0, registered: 0, rest: 0, fromColumn: 0, line: 0 } // prettier-ignore
  }

  /** The name of the column of kinds, as the file's author knows it. */
  get eventColumn(): string {
    const { header, columns } = this.#layout
    return header.columns[columns.at.event ?? -1] ?? 'event'
  }

  /** The order of the file's dates, where somebody said it or the file itself shows it. */
  get dateOrder(): DateOrder | undefined {
    return this.#orders.shown
  }

  /** Why no date of the file can be trusted, once all rows are read. */
  orderProblems(): readonly Problem[] {
    const { file, columns } = this.#layout.header
    return this.#orders.problems(file, columns)
  }

  read(row: ByteRow): void {
    this.rows += 1
    const { at } = this.#layout.columns
    const event = this.#event
    event.line = row.line
    if (!this.#readCase(row)) return
    event.unit = row.numberIn(this.units, at.unit)
    if (!this.#readCaseworker(row)) return
    event.eventId = row.numberIn(this.eventIds, at.event_id)
    const born = this.#readChild(row)
    if (born === undefined) return
    if (!this.#readRegistered(row)) return
    for (let index = 0; index < this.#values.length; index += 1)
      this.#values[index] = this.#attribute(index, row)
    event.rest = this.#hashRest(row)
    event.fromColumn = 0
    if (at.event !== undefined && at.at !== undefined) this.#readEvent(at.event, at.at, born, row)
    event.fromColumn = 1
    event.eventId = 0
    for (const { kind, at: column } of this.#layout.dates) {
      if (row.isBlank(column)) continue
      event.kind = kind
      this.#readTime(column, this.#kinds.keys[kind] ?? '', born, row)
    }
  }

  /** An attribute's number. Limits are dates too, and rules read them in our order whatever the file's. */
  #attribute(index: number, row: ByteRow): number {
    const column = this.#layout.attributes[index]?.at
    const texts = this.attributes[index]?.texts
    const written = this.#written[index]
    if (column === undefined || texts === undefined || written === undefined) return 0
    const raw = this.#order === 'dmy' ? texts : written.texts
    const known = raw.size
    const number = row.numberIn(raw, column)
    if (number === known && mayBeDate(row, column))
      this.#orders.add(column, orderSignOf(raw.textOf(number), this.#order), this.#event.line)
    if (raw === texts) return number
    return (written.mended[number] ??= texts.numberOfText(inOurOrder(raw.textOf(number))))
  }

  #readEvent(word: number, time: number, born: number | null, row: ByteRow): void {
    const isBlankWord = row.isBlank(word)
    const isBlankTime = row.isBlank(time)
    // A row that only brings dates of its columns.
    if (isBlankWord && isBlankTime && this.#layout.dates.length > 0) return
    if (isBlankWord) {
      this.#report(wrong.blank(this.#place(word)))
      return
    }
    const numbered = row.numberIn(this.#words, word)
    const kind = (this.#kindOf[numbered] ??= this.#kinds.numberOf(this.#words.textOf(numbered)))
    if (kind < 0) {
      tally(
        kind === leftOutKind ? this.leftOut : this.unknown,
        this.#words.textOf(numbered),
        this.#event.line,
      )
      return
    }
    if (isBlankTime) {
      this.#report(wrong.blank(this.#place(time)))
      return
    }
    this.#event.kind = kind
    this.#readTime(time, this.#words.textOf(numbered), born, row)
  }

  /** Adds the event of the row at the time that a cell says, unless that cannot be. */
  #readTime(column: number, word: string, born: number | null, row: ByteRow): void {
    const time = this.#time
    const { at, time_of_day: apart } = this.#layout.columns.at
    const isApart = column === at && apart !== undefined && !row.isBlank(apart)
    const reading = isApart
      ? time.readApart(row.cell(column), row.cell(apart))
      : time.read(row.bytes, row.starts[column] ?? 0, row.ends[column] ?? 0)
    this.#tallyOrder(column, reading)
    if (reading !== 'read') {
      const isOfTime = reading === 'no-time-of-day' || reading === 'two-times'
      const wrongIn = isOfTime && apart !== undefined ? apart : column
      this.#report(wrongTimes[reading](row.textOf(wrongIn), this.#place(wrongIn)))
      return
    }
    const { day, moment } = time
    const { asOf, asOfDay, now, nowDay } = this.#moments
    if (day > nowDay || moment > now) this.#report(wrong.inFuture(row.textOf(column), this.#place(column)))
    else if (born !== null && day < born)
      this.#report(wrong.beforeBirth(row.textOf(column), this.#place(column)))
    else if (day > asOfDay || moment > asOf) tally(this.afterAsOf, word, this.#event.line)
    else {
      if (time.isDoubled) this.doubledHours += 1
      this.#event.day = day
      this.#event.moment = moment
      this.columns.add(this.#event, this.#values)
    }
  }

  #readCase(row: ByteRow): boolean {
    const column = this.#layout.columns.at.case_id
    const numbered = row.numberIn(this.cases, column)
    if (numbered === 0) {
      this.#report(wrong.blank(this.#place(column)))
      return false
    }
    this.#event.caseAt = numbered - 1
    const known = this.#soundCase[numbered]
    if (known === true) return true
    const id = this.cases.textOf(numbered)
    const isBroken = controlCharacter.test(id)
    const isSound = !isBroken && !holdsCpr(id)
    this.#soundCase[numbered] = isSound
    if (!isSound) this.#report((isBroken ? wrong.brokenId : wrong.cprInId)(this.#place(column)))
    return isSound
  }

  #readCaseworker(row: ByteRow): boolean {
    const column = this.#layout.columns.at.caseworker
    const numbered = row.numberIn(this.caseworkers, column)
    this.#event.caseworker = numbered
    const isSound = (this.#soundCaseworker[numbered] ??= !holdsCpr(this.caseworkers.textOf(numbered)))
    if (!isSound && column !== undefined) this.#report(wrong.cprInId(this.#place(column)))
    return isSound
  }

  /** The day the child was born; null where nobody says, undefined where what is said cannot be. */
  #readChild(row: ByteRow): number | null | undefined {
    const { child: childColumn, cpr, born: bornColumn } = this.#layout.columns.at
    const column = cpr ?? childColumn
    let cprBorn: number | null = null
    if (this.childIsCpr && column !== undefined) {
      const read = this.#readCpr(column, row)
      if (read === undefined) return undefined
      this.#event.child = read.child
      cprBorn = read.born
    } else this.#event.child = row.numberIn(this.children, column)
    if (bornColumn === undefined) return cprBorn
    const birth = row.numberIn(this.#births, bornColumn)
    const known = this.#bornOf[birth]
    if (known !== undefined) return known ?? cprBorn
    const reading = this.#time.read(row.bytes, row.starts[bornColumn] ?? 0, row.ends[bornColumn] ?? 0)
    this.#tallyOrder(bornColumn, reading)
    if (reading !== 'read') {
      this.#report(wrong.unreadableTime(this.#births.textOf(birth), this.#place(bornColumn)))
      return undefined
    }
    this.#bornOf[birth] = this.#time.day
    return this.#time.day
  }

  /** Whose number a cell holds; undefined where it is none. */
  #readCpr(
    column: number,
    row: ByteRow,
  ): { readonly child: number; readonly born: number | null } | undefined {
    const written = row.numberIn(this.#cprs, column)
    const known = this.#cprOf[written]
    if (known !== undefined) return known
    const checked = checkCpr(this.#cprs.textOf(written), this.#place(column))
    if (!checked.ok) {
      checked.problems.forEach(this.#report)
      return undefined
    }
    const { digits, born } = checked.value
    const read = { child: this.children.numberOfText(digits), born: dayNumberOf(born) }
    this.#cprOf[written] = read
    return read
  }

  #readRegistered(row: ByteRow): boolean {
    const column = this.#layout.columns.at.registered
    this.#event.registered = Number.NaN
    if (column === undefined || row.isBlank(column)) return true
    const reading = this.#time.read(row.bytes, row.starts[column] ?? 0, row.ends[column] ?? 0)
    this.#tallyOrder(column, reading)
    if (reading !== 'read') {
      this.#report(wrong.unreadableTime(row.textOf(column), this.#place(column)))
      return false
    }
    const { day, moment } = this.#time
    // It would stand over every later correction until that day. Within a day, clocks of two systems may differ.
    if (day > this.#moments.nowDay) {
      this.#report(wrong.inFuture(row.textOf(column), this.#place(column)))
      return false
    }
    this.#event.registered = Number.isNaN(moment) ? day * msInDay : moment
    return true
  }

  /** A date that does not exist tells of the other order only. */
  #tallyOrder(column: number, reading: TimeReading): void {
    const { sign } = this.#time
    if (sign !== 'nothing' && (reading === 'read' || sign === 'other'))
      this.#orders.add(column, sign, this.#event.line)
  }

  #hashRest(row: ByteRow): number {
    let hash = 0x811c9dc5 | 0
    for (const column of this.#layout.rest) {
      const end = row.ends[column] ?? 0
      for (let at = row.starts[column] ?? 0; at < end; at += 1)
        hash = Math.imul(hash ^ (row.bytes[at] ?? 0), 0x01000193)
      hash = Math.imul(hash ^ 0x1f, 0x01000193)
    }
    return hash
  }

  #place(column: number): Place {
    const { file, columns } = this.#layout.header
    return { file, line: this.#event.line, column: columns[column] ?? '' }
  }
}

const wrongTimes = {
  unreadable: wrong.unreadableTime,
  'skipped-hour': wrong.skippedHour,
  'no-time-of-day': wrong.noTimeOfDay,
  'two-times': wrong.twoTimes,
} as const

/** Looks at the bytes, so that no string is made of a million ids: `3/4/2018`, `31-05-2018 09:30`. */
function mayBeDate(row: ByteRow, column: number): boolean {
  const [start = 0, end = 0] = [row.starts[column], row.ends[column]]
  if (end - start < 8 || end - start > 40) return false
  return [1, 2].some((at) => [45, 46, 47].includes(row.bytes[start + at] ?? 0))
}

/** A date as ISO writes it, if it is one; all else as it is. */
function inOurOrder(text: string): string {
  if (partsOfYearLast(text) === undefined) return text
  const read = parseWrittenTime(text, 'mdy')
  if (read === undefined) return text
  return read.time === undefined ? read.day : `${read.day}T${read.time}${read.offset ?? ''}`
}

function tally(counts: Map<string, Tally>, word: string, line: number): void {
  const found = counts.get(word)
  if (found === undefined) counts.set(word, { count: 1, line })
  else found.count += 1
}
