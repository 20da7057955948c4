import { danishOffset } from '../calendar/danish-time.ts'
import { isoDay } from '../calendar/day-number.ts'
import { csvCell } from '../tabular/csv-text.ts'
import type { Deadline, DeadlinePoint } from './deadline.ts'

const columns = [
  'case_id',
  'rule',
  'unit',
  'caseworker',
  'started',
  'due',
  'done',
  'state',
  'lateBy',
  // What the first nine leave open: what lateBy counts, what is missing, and whose rule it is.
  'lateIn',
  'because',
  'rules',
] as const

const msInHour = 3_600_000
const msInDay = 86_400_000
/** Two digits. */
const twos = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))

/**
 * Deadlines as a CSV file that Danish spreadsheets open as a table (see `csvText`), line by line: a million of them are
 * no array of arrays. Days are ISO days; moments carry the offset that Danish clocks had.
 */
export class BreachesFile {
  /** Rules that count in hours. */
  readonly #inHours: ReadonlySet<string>
  /** Units, caseworkers and the like recur, as do days. */
  readonly #cells = new Map<string, string>()
  readonly #days = new Map<number, string>()

  constructor(rulesInHours: ReadonlySet<string>) {
    this.#inHours = rulesInHours
  }

  get header(): string {
    return `\uFEFF${columns.join(';')}\r\n`
  }

  line(caseCell: string, deadline: Deadline): string {
    const { rule, unit, caseworker, started, due, done, state, lateBy, because, rules } = deadline
    const isInHours = this.#inHours.has(`${rules} ${rule}`)
    const late =
      lateBy === null
        ? ';;'
        : `${String(Math.round(lateBy * 100) / 100).replace('.', ',')};${isInHours ? 'hours' : 'days'};`
    return `${caseCell};${this.#cell(rule)};${this.#cell(unit)};${this.#cell(caseworker)};${this.#point(started, isInHours)};${this.#point(due, isInHours)};${this.#point(done, isInHours)};${state};${late}${because === null ? '' : this.#cell(because)};${this.#cell(rules)}\r\n`
  }

  #cell(text: string): string {
    let cell = this.#cells.get(text)
    if (cell === undefined) this.#cells.set(text, (cell = csvCell(text)))
    return cell
  }

  #point(point: DeadlinePoint | null, isInHours: boolean): string {
    if (point === null) return ''
    return isInHours && point.moment !== null ? this.#moment(point.moment) : this.#day(point.day)
  }

  /** `2018-05-31T09:30+02:00`; seconds where there are any. */
  #moment(moment: number): string {
    const offset = danishOffset(moment)
    const shown = moment + offset
    const day = Math.floor(shown / msInDay)
    const second = Math.floor((shown - day * msInDay) / 1000)
    const minute = Math.floor(second / 60)
    const seconds = second % 60 === 0 ? '' : `:${two(second % 60)}`
    return `${this.#day(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}${seconds}+0${offset / msInHour}:00`
  }

  #day(day: number): string {
    let text = this.#days.get(day)
    if (text === undefined) this.#days.set(day, (text = isoDay(day)))
    return text
  }
}

function two(value: number): string {
  return twos[value] ?? ''
}
