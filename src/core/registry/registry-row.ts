import type { Problem } from '../language/problem.ts'
import { comparable } from '../tabular/column-names.ts'
import type { Header } from '../tabular/table.ts'
import type { CaseStage } from './case-stage.ts'
import { checkCpr } from './cpr.ts'
import { FrameRowReader } from './frame-row.ts'
import { hideCpr, holdsCpr } from './hide-cpr.ts'
import type { RegistryColumns } from './registry-columns.ts'

/** A case stage as an import file describes it. */
export interface RegistryRow {
  readonly caseStage: CaseStage
  /** The case system's id of the child; '' when the file does not say. */
  readonly child: string
  /** Ten digits; '' when the file does not say. */
  readonly cpr: string
  /** Codes of others who took part, sorted; undefined when the file has no such column. */
  readonly participants: readonly string[] | undefined
}

export type ReadRow =
  | { readonly ok: true; readonly value: RegistryRow }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What a file may call a thing, and the name it has here. */
export type KnownName = readonly [name: string, ...also: string[]]

export interface RegistryNames {
  readonly units: readonly KnownName[]
  /** Empty: any stage. */
  readonly stages: readonly KnownName[]
}

/** Reads rows of one file into case stages of the registry. No problem's text repeats a CPR number. */
export class RegistryRowReader {
  readonly #columns: RegistryColumns
  readonly #header: Header
  readonly #frame: FrameRowReader
  readonly #units: ReadonlyMap<string, string>
  readonly #stages: ReadonlyMap<string, string>
  #problems: Problem[] = []

  constructor(header: Header, columns: RegistryColumns, names: RegistryNames) {
    this.#header = header
    this.#columns = columns
    this.#units = byAnyName(names.units)
    this.#stages = byAnyName(names.stages)
    const { child: _child, cpr: _cpr, participants: _participants, ...at } = columns.at
    const known = {
      units: names.units.map(([name]) => name),
      ...(names.stages.length > 0 && { stages: names.stages.map(([key]) => key) }),
    }
    this.#frame = new FrameRowReader(header, { at, others: columns.others }, known, (problem) =>
      this.#problems.push(problem),
    )
  }

  read(cells: readonly string[], line: number): ReadRow {
    this.#problems = []
    const { at } = this.#columns
    const named = this.#named(cells)
    const caseStage = this.#frame.read(named, line)
    const cpr = at.cpr === undefined ? '' : this.#cpr(cells[at.cpr] ?? '', line, at.cpr)
    const child = at.child === undefined ? '' : (cells[at.child] ?? '')
    const participants = at.participants === undefined ? undefined : codesIn(cells[at.participants] ?? '')
    this.#checkHidden(cells, line)
    this.#checkFormulas(named, participants, line)
    if (caseStage === undefined || this.#problems.length > 0)
      return { ok: false, problems: this.#problems.map(withoutCpr) }
    return { ok: true, value: { caseStage, child, cpr, participants } }
  }

  /** Why the days of the file cannot be trusted, once all rows are read. */
  orderProblems(): readonly Problem[] {
    return this.#frame.orderProblems().map(withoutCpr)
  }

  /** Units and stages by the names that they have here. */
  #named(cells: readonly string[]): readonly string[] {
    const { unit, stage } = this.#columns.at
    const named = [...cells]
    named[unit] = this.#units.get(comparable(cells[unit] ?? '')) ?? cells[unit] ?? ''
    named[stage] = this.#stages.get(comparable(cells[stage] ?? '')) ?? cells[stage] ?? ''
    return named
  }

  #cpr(cell: string, line: number, column: number): string {
    if (cell === '') return ''
    const checked = checkCpr(cell, this.#at(line, column))
    if (checked.ok) return checked.value.digits
    this.#problems.push(...checked.problems)
    return ''
  }

  /** CPR numbers stand in their own column only: all others are stored as they are. */
  #checkHidden(cells: readonly string[], line: number): void {
    for (const [column, cell] of cells.entries()) {
      if (column === this.#columns.at.cpr || cell.length < 9 || !holdsCpr(cell)) continue
      // Case systems number cases and documents with ten digits too, so there only the written form counts.
      if (column === this.#columns.at.case_id && !/\d[- ]\d{4}(?!\d)/u.test(cell)) continue
      this.#problems.push({ ...strayCpr, at: this.#at(line, column) })
    }
  }

  /** Ids and codes go out again in files for spreadsheets, as they are, because a draw is computed from them. */
  #checkFormulas(named: readonly string[], participants: readonly string[] | undefined, line: number): void {
    const { at } = this.#columns
    for (const column of [at.case_id, at.stage, at.unit, at.caseworker])
      if (readAsFormula.test(named[column] ?? ''))
        this.#problems.push({ ...formula, at: this.#at(line, column) })
    if (at.participants !== undefined && participants?.some((code) => readAsFormula.test(code)) === true)
      this.#problems.push({ ...formula, at: this.#at(line, at.participants) })
  }

  #at(line: number, column: number): NonNullable<Problem['at']> {
    return { file: this.#header.file, line, column: this.#header.columns[column] ?? String(column + 1) }
  }
}

/** A problem as it may be shown and stored. */
export function withoutCpr(problem: Problem): Problem {
  const { text, at } = problem
  return {
    ...problem,
    text: { da: hideCpr(text.da), en: hideCpr(text.en) },
    ...(at !== undefined && {
      at: { ...at, ...(at.column !== undefined && { column: hideCpr(at.column) }) },
    }),
  }
}

function byAnyName(names: readonly KnownName[]): ReadonlyMap<string, string> {
  return new Map(names.flatMap(([name, ...also]) => [name, ...also].map((each) => [comparable(each), name])))
}

/** Codes separated by comma, semicolon, slash or vertical bar. */
function codesIn(cell: string): readonly string[] {
  const codes = cell.split(/[,;/|]/u).map((code) => code.trim())
  return [...new Set(codes.filter((code) => code !== ''))].toSorted()
}

/** What makes Excel and LibreOffice compute a cell of a CSV file instead of showing it. */
const readAsFormula = /^[=+\-@\t\r]/u

const formula: Pick<Problem, 'code' | 'text'> = {
  code: 'read-as-formula',
  text: {
    da: 'Cellen begynder med =, +, -, @ eller en tabulator, så et regneark ville læse den som en formel. Ret den, så den begynder med et bogstav eller et tal.',
    en: 'The cell begins with =, +, -, @ or a tab, so a spreadsheet would read it as a formula. Mend it so that it begins with a letter or a digit.',
  },
}

const strayCpr: Pick<Problem, 'code' | 'text'> = {
  code: 'cpr-in-other-column',
  text: {
    da: 'Cellen ser ud til at rumme et CPR-nummer. CPR-numre må kun stå i deres egen kolonne; flyt eller slet det.',
    en: 'The cell seems to hold a CPR number. CPR numbers may stand in their own column only; move or delete it.',
  },
}
