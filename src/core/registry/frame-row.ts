import type { Place, Problem } from '../language/problem.ts'
import type { ColumnName } from '../tabular/column-names.ts'
import { comparable } from '../tabular/column-names.ts'
import { DateOrders, orderSignOf } from '../tabular/date-order.ts'
import type { MatchedColumns } from '../tabular/match-columns.ts'
import type { Header } from '../tabular/table.ts'
import { parseWrittenDay } from '../tabular/written-date.ts'
import type { CaseStage } from './case-stage.ts'
import { checkCpr } from './cpr.ts'
import { holdsCpr } from './hide-cpr.ts'

export type FrameColumn = Extract<
  ColumnName,
  'case_id' | 'stage' | 'unit' | 'caseworker' | 'started' | 'completed'
>

interface KnownNames {
  readonly stages?: readonly string[]
  readonly units?: readonly string[]
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

/** A tab or line break in an id would make two frames with one digest possible. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u001f\u007f]/u

/** Turns rows of one file into case stages; reports every problem of a row and then gives none. */
export class FrameRowReader {
  readonly #header: Header
  readonly #columns: MatchedColumns<FrameColumn, 'child'>
  readonly #known: { stage?: Set<string>; unit?: Set<string> }
  readonly #childIsCpr: boolean
  readonly #report: (problem: Problem) => void
  /** Units, stages, dates and caseworkers recur; one string each keeps a million rows small. */
  readonly #shared = new Map<string, string>()
  readonly #days = new Map<string, string | undefined>()
  /** Nobody can say the order here: whoever writes slashes has a file that shows it, or writes the year first. */
  readonly #orders = new DateOrders(undefined)

  constructor(
    header: Header,
    columns: MatchedColumns<FrameColumn, 'child'>,
    known: KnownNames,
    report: (problem: Problem) => void,
  ) {
    this.#header = header
    this.#columns = columns
    this.#known = {
      ...(known.stages && { stage: new Set(known.stages) }),
      ...(known.units && { unit: new Set(known.units) }),
    }
    const child = columns.at.child
    this.#childIsCpr =
      child !== undefined && /^(?:cpr|personnummer)/u.test(comparable(header.columns[child] ?? ''))
    this.#report = report
  }

  read(cells: readonly string[], line: number): CaseStage | undefined {
    let sound = true
    const report = (column: string, wrong: Pick<Problem, 'code' | 'text'>): void => {
      sound = false
      this.#report({ ...wrong, at: this.#at(line, column) })
    }
    const value = (column: FrameColumn): string => {
      const cell = cells[this.#columns.at[column]] ?? ''
      if (cell === '' && column !== 'completed') report(this.#name(column), blank)
      return cell
    }
    const known = (column: 'stage' | 'unit'): string => {
      const cell = this.#share(value(column))
      const names = this.#known[column]
      if (cell !== '' && names !== undefined && !names.has(cell))
        report(this.#name(column), unknown(cell, names))
      return cell
    }
    const day = (column: 'started' | 'completed'): string => {
      const cell = value(column)
      if (cell === '') return ''
      const parsed = this.#day(cell, this.#columns.at[column], line)
      if (parsed === undefined) report(this.#name(column), notADay(cell))
      return parsed ?? ''
    }
    const caseId = value('case_id')
    if (controlCharacter.test(caseId)) report(this.#name('case_id'), brokenId)
    const stage = known('stage')
    const unit = known('unit')
    const caseworker = this.#share(value('caseworker'))
    // A draw file is published, and these two go into it.
    if (holdsCpr(caseId)) report(this.#name('case_id'), cprInId)
    if (holdsCpr(caseworker)) report(this.#name('caseworker'), cprInId)
    const started = day('started')
    const completed = day('completed')
    if (started !== '' && completed !== '' && completed < started)
      report(this.#name('completed'), endsBeforeStart(started, completed))
    sound = this.#checkChild(cells, line) && sound
    if (!sound) return undefined
    return { caseId, stage, unit, caseworker, started, completed, attributes: this.#attributes(cells), line }
  }

  /** Why the days of the file cannot be trusted, once all rows are read. */
  orderProblems(): readonly Problem[] {
    const { file, columns } = this.#header
    return this.#orders.problems(file, columns).map(({ text, ...problem }) => ({
      ...problem,
      text: {
        da: `${text.da} Skriv dagene med året først: 2026-04-03.`,
        en: `${text.en} Write the days with the year first: 2026-04-03.`,
      },
    }))
  }

  #checkChild(cells: readonly string[], line: number): boolean {
    const child = this.#columns.at.child
    const cell = child === undefined ? '' : (cells[child] ?? '')
    if (!this.#childIsCpr || cell === '') return true
    const checked = checkCpr(cell, this.#at(line, this.#name('child')))
    if (!checked.ok) checked.problems.forEach(this.#report)
    return checked.ok
  }

  #attributes(cells: readonly string[]): Readonly<Record<string, string>> {
    const { at, others } = this.#columns
    if (others.length === 0 && at.child === undefined) return noAttributes
    const attributes = others.map(({ name, at }) => [name, this.#share(cells[at] ?? '')] as const)
    if (at.child !== undefined) attributes.unshift(['child', cells[at.child] ?? ''])
    // Unlike assignment, this keeps a column of the name `__proto__`.
    return Object.fromEntries(attributes)
  }

  #share(text: string): string {
    const shared = this.#shared.get(text)
    if (shared !== undefined) return shared
    // Columns of ever new values gain nothing from sharing and must not fill the map.
    if (this.#shared.size < 100_000) this.#shared.set(text, text)
    return text
  }

  #day(text: string, column: number, line: number): string | undefined {
    if (this.#days.has(text)) return this.#days.get(text)
    const day = parseWrittenDay(text)
    const sign = orderSignOf(text, 'dmy')
    if (day !== undefined || sign === 'other') this.#orders.add(column, sign, line)
    if (this.#days.size < 100_000) this.#days.set(text, day)
    return day
  }

  #at(line: number, column: string): Place {
    return { file: this.#header.file, line, column }
  }

  /** The column's name as the file's author knows it. */
  #name(column: FrameColumn | 'child'): string {
    const index = this.#columns.at[column]
    return (index === undefined ? undefined : this.#header.columns[index]) ?? column
  }
}

type Wrong = Pick<Problem, 'code' | 'text'>

const blank: Wrong = {
  code: 'blank-cell',
  text: { da: 'Cellen er tom. Udfyld den.', en: 'The cell is blank. Fill it in.' },
}

const brokenId: Wrong = {
  code: 'control-character',
  text: {
    da: 'Sagsnummeret indeholder et linjeskift eller en tabulator. Fjern det.',
    en: 'The case id contains a line break or a tab. Remove it.',
  },
}

function unknown(cell: string, names: ReadonlySet<string>): Wrong {
  const list = [...names].slice(0, 20).join(', ')
  return {
    code: 'unknown-name',
    text: {
      da: `"${cell}" kendes ikke. Kendte: ${list}.`,
      en: `"${cell}" is not known. Known: ${list}.`,
    },
  }
}

function notADay(cell: string): Wrong {
  // What Excel counts from 1900: 20000 is 1954, 70000 is 2091.
  if (/^[2-6]\d{4}(?:[.,]\d+)?$/u.test(cell))
    return {
      code: 'excel-day-number',
      text: {
        da: `"${cell}" er Excels tal for en dag. Vælg et datoformat for kolonnen i regnearket, og gem filen igen.`,
        en: `"${cell}" is Excel’s number for a day. Choose a date format for the column in the sheet and save the file again.`,
      },
    }
  return {
    code: 'no-such-date',
    text: {
      da: `"${cell}" er ikke en dato, der findes. Skriv den som 2018-05-31 eller 31-05-2018.`,
      en: `"${cell}" is not a date that exists. Write it as 2018-05-31 or 31-05-2018.`,
    },
  }
}

function endsBeforeStart(started: string, completed: string): Wrong {
  return {
    code: 'end-before-start',
    text: {
      da: `Sagstrinnet slutter ${completed}, før det begynder ${started}. Ret den dato, der er forkert.`,
      en: `The stage ends on ${completed}, before it begins on ${started}. Correct the date that is wrong.`,
    },
  }
}

const cprInId: Pick<Problem, 'code' | 'text'> = {
  code: 'cpr-in-id',
  text: {
    da: 'Cellen ser ud til at rumme et CPR-nummer, og trækningen offentliggøres. Brug et sagsnummer eller en medarbejderkode.',
    en: 'The cell seems to hold a CPR number, and the draw is published. Use a case number or a staff code.',
  },
}
