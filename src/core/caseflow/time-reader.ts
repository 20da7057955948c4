import { momentsOf } from '../calendar/danish-time.ts'
import { dayNumber, dayNumberOf } from '../calendar/day-number.ts'
import { orderSign, orderSignOf, type OrderSign } from '../tabular/date-order.ts'
import { parseTimeOfDay, parseWrittenTime, type DateOrder } from '../tabular/written-date.ts'
import { OffsetCache } from './offset-cache.ts'

const msInMinute = 60_000
const msInDay = 86_400_000
const decoder = new TextDecoder()

/**
 * - `read`: day and, where one was written, moment.
 * - `unreadable`: no date as we know them.
 * - `skipped-hour`: a Danish time that no clock showed, when summer time began.
 * - `no-time-of-day`: the cell of its own that holds the time of day does not.
 * - `two-times`: that cell says another time of day than the date's.
 */
export type TimeReading = 'read' | 'unreadable' | 'skipped-hour' | 'no-time-of-day' | 'two-times'

/** Reads points in time from the bytes of a file; what the last one said is in its fields. */
export class TimeReader {
  /** Days since 1970-01-01, in Denmark. */
  day = 0
  /** Milliseconds since 1970-01-01T00:00Z; NaN where no time of day was written, or where it names no one moment. */
  moment = Number.NaN
  /** The time was written, but the clock showed it twice that day, and no offset says which. */
  isDoubled = false
  /** What the date tells of the order it is written in. */
  sign: OrderSign = 'nothing'
  /** Seconds of the day that this source writes where it knows no time. */
  readonly #fillers: ReadonlySet<number>
  readonly #offsets = new OffsetCache()
  readonly #order: DateOrder

  constructor(fillers: ReadonlySet<number>, order: DateOrder) {
    this.#fillers = fillers
    this.#order = order
  }

  read(bytes: Uint8Array, start: number, end: number): TimeReading {
    this.moment = Number.NaN
    this.isDoubled = false
    this.sign = 'nothing'
    return this.#readPlain(bytes, start, end) ?? this.#readText(bytes, start, end)
  }

  /**
   * The same of a date whose time of day stands in a cell of its own, `09:30`. Midnight beside the date is what systems
   * write there that keep the time apart.
   */
  readApart(date: Uint8Array, timeOfDay: Uint8Array): TimeReading {
    const reading = this.read(date, 0, date.length)
    if (reading !== 'read' && reading !== 'skipped-hour') return reading
    const time = parseTimeOfDay(decoder.decode(timeOfDay))
    if (time === undefined) return 'no-time-of-day'
    const beside = parseWrittenTime(decoder.decode(date), this.#order)
    if (beside?.offset !== undefined) return 'two-times'
    if (beside?.time !== undefined && !isMidnight.test(beside.time) && inDayOf(beside.time) !== inDayOf(time))
      return 'two-times'
    this.moment = Number.NaN
    this.isDoubled = false
    return this.#local(dayNumberOf(beside?.day ?? ''), inDayOf(time))
  }

  /** `2018-05-31`, `31-05-2018`, alone or before `T09:30`, ` 09:30:00.000`, `T09:30+02:00`; undefined for all else. */
  #readPlain(bytes: Uint8Array, start: number, end: number): TimeReading | undefined {
    if (end - start < 10) return undefined
    const day = this.#plainDay(bytes, start)
    if (day === undefined) return undefined
    if (end - start === 10) {
      this.day = day
      return 'read'
    }
    const between = bytes[start + 10]
    if (end - start < 16 || (between !== upperT && between !== space)) return undefined
    return this.#readTimeOfDay(day, bytes, start + 11, end)
  }

  /** A date that exists, in ten bytes, the year first or last. */
  #plainDay(bytes: Uint8Array, at: number): number | undefined {
    const mark = bytes[at + 2]
    const isYearFirst = bytes[at + 4] === dash && bytes[at + 7] === dash
    if (isYearFirst)
      return existingDay(digits(bytes, at, 4), digits(bytes, at + 5, 2), digits(bytes, at + 8, 2))
    if (bytes[at + 5] !== mark || (mark !== dash && mark !== slash && mark !== dot)) return undefined
    const [first, second, year] = [digits(bytes, at, 2), digits(bytes, at + 3, 2), digits(bytes, at + 6, 4)]
    this.sign = orderSign(first, second, mark === slash, this.#order)
    return this.#order === 'dmy' ? existingDay(year, second, first) : existingDay(year, first, second)
  }

  #readTimeOfDay(day: number, bytes: Uint8Array, start: number, end: number): TimeReading | undefined {
    const hour = digits(bytes, start, 2)
    const minute = digits(bytes, start + 3, 2)
    if (bytes[start + 2] !== colon || hour < 0 || hour > 23 || minute < 0 || minute > 59) return undefined
    let inDay = (hour * 60 + minute) * msInMinute
    let at = start + 5
    if (at < end && bytes[at] === colon) {
      const second = digits(bytes, at + 1, 2)
      if (at + 3 > end || second < 0 || second > 59) return undefined
      inDay += second * 1000
      at += 3
      if (at < end && bytes[at] === dot) {
        const first = at + 1
        at = endOfDigits(bytes, first, end)
        if (at === first || at - first > 9) return undefined
        inDay += Math.floor((digits(bytes, first, at - first) * 1000) / 10 ** (at - first))
      }
    }
    if (at === end) return this.#local(day, inDay)
    const offset = plainOffset(bytes, at, end)
    return offset === undefined ? undefined : this.#utc(day * msInDay + inDay - offset, inDay)
  }

  /** Every other way of writing that we know. */
  #readText(bytes: Uint8Array, start: number, end: number): TimeReading {
    const text = decoder.decode(bytes.subarray(start, end))
    this.sign = orderSignOf(text, this.#order)
    const written = parseWrittenTime(text, this.#order)
    if (written === undefined) return 'unreadable'
    const day = dayNumberOf(written.day)
    if (written.time === undefined) {
      this.day = day
      return 'read'
    }
    const inDay = inDayOf(written.time)
    if (written.offset === undefined) return this.#local(day, inDay)
    const offset = offsetMs(written.offset)
    return offset === undefined ? 'unreadable' : this.#utc(day * msInDay + inDay - offset, inDay)
  }

  /** A time as a clock in Denmark showed it. */
  #local(day: number, inDay: number): TimeReading {
    this.day = day
    if (this.#fillers.has(Math.floor(inDay / 1000))) return 'read'
    const offset = this.#offsets.ofDay(day)
    if (offset !== undefined) {
      this.moment = day * msInDay + inDay - offset
      return 'read'
    }
    const minute = Math.floor(inDay / msInMinute)
    const [moment, second] = momentsOf(day, minute)
    if (moment === undefined) return 'skipped-hour'
    if (second === undefined) this.moment = moment + (inDay - minute * msInMinute)
    else this.isDoubled = true
    return 'read'
  }

  /** A moment by its offset. A filler in the source's own time is none in ours. */
  #utc(moment: number, inDay: number): TimeReading {
    const day = this.#offsets.dayOf(moment)
    this.day = day
    if (!this.#fillers.has(Math.floor(inDay / 1000))) this.moment = moment
    return 'read'
  }
}

const [zero, dash, slash, colon, dot, plus, space] = [48, 45, 47, 58, 46, 43, 32]
const [upperT, upperZ, lowerZ] = [84, 90, 122]
const isMidnight = /^00:00:00(?:\.0+)?$/u
/** Hours; no clock on earth is further from UTC. */
const largestOffset = 14

/** The number that so many digits make; negative where one of them is none. */
function digits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = at; index < at + count; index += 1) {
    const digit = (bytes[index] ?? 0) - zero
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** Milliseconds that `Z` or `+02:00` stand for. */
function plainOffset(bytes: Uint8Array, at: number, end: number): number | undefined {
  const sign = bytes[at]
  if ((sign === upperZ || sign === lowerZ) && at + 1 === end) return 0
  if ((sign !== plus && sign !== dash) || end - at !== 6 || bytes[at + 3] !== colon) return undefined
  const [hours, minutes] = [digits(bytes, at + 1, 2), digits(bytes, at + 4, 2)]
  if (hours < 0 || hours > largestOffset || minutes < 0 || minutes > 59) return undefined
  return (sign === dash ? -1 : 1) * (hours * 60 + minutes) * msInMinute
}

function endOfDigits(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && (bytes[at] ?? 0) >= zero && (bytes[at] ?? 0) <= zero + 9) at += 1
  return at
}

function existingDay(year: number, month: number, date: number): number | undefined {
  if (year < 1850 || year > 2199 || month < 1 || month > 12) return undefined
  return date < 1 || date > daysInMonth(year, month) ? undefined : dayNumber(year, month, date)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Milliseconds since midnight of `HH:MM:SS`. */
function inDayOf(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  return (hour * 60 + minute) * msInMinute + Math.floor(second * 1000)
}

function offsetMs(offset: string): number | undefined {
  if (offset === 'Z') return 0
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  if (hours > largestOffset || minutes > 59) return undefined
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * msInMinute
}
