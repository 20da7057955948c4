import type { Checked, Problem } from '../language/problem.ts'
import type { OnProgress } from '../tabular/csv-rows.ts'
import { matchColumns, type ColumnMapping, type MatchedColumns } from '../tabular/match-columns.ts'
import { ProblemCollection } from '../tabular/problem-collection.ts'
import { readRows, type Header } from '../tabular/table.ts'
import type { CaseStage } from './case-stage.ts'
import { FrameRowReader, type FrameColumn } from './frame-row.ts'

export interface FrameOptions {
  readonly mapping?: ColumnMapping
  /** Keys of the stages that are known; others are problems. Absent: any stage. */
  readonly stages?: readonly string[]
  /** Names of the units that are known; others are problems. Absent: any unit. */
  readonly units?: readonly string[]
  readonly onProgress?: OnProgress
}

/** Everything a file says about case stages. Only finished ones can be drawn. */
export interface Frame {
  readonly finished: readonly CaseStage[]
  /** Stages without a completion date (`completed` is ''). */
  readonly open: readonly CaseStage[]
}

const required = [
  'case_id',
  'stage',
  'unit',
  'caseworker',
  'started',
  'completed',
] as const satisfies readonly FrameColumn[]

/** Reads a frame file (CSV or XLSX) or lists what is wrong with it, row by row. */
export async function readFrame(
  bytes: Uint8Array,
  file: string,
  options: FrameOptions = {},
): Promise<Checked<Frame>> {
  const problems = new ProblemCollection()
  const finished: CaseStage[] = []
  const open: CaseStage[] = []
  const seen = new SeenStages()
  let rows: FrameRowReader | undefined
  const read = await readRows(
    bytes,
    file,
    {
      header: (header) => {
        const matched = matchFrameColumns(header, options.mapping)
        if (!matched.ok) return matched
        rows = new FrameRowReader(header, matched.value, options, (problem) => problems.add(problem))
        return { ok: true, value: null }
      },
      row: (cells, line) => {
        const caseStage = rows?.read(cells, line)
        if (caseStage === undefined) return
        const earlier = seen.add(caseStage, line)
        if (earlier !== undefined) problems.add(duplicate(caseStage, earlier, file, line))
        else (caseStage.completed === '' ? open : finished).push(caseStage)
      },
    },
    options.onProgress,
  )
  if (!read.ok) return { ok: false, problems: [...read.problems, ...problems.list(file)] }
  // Which days are meant decides who is in the frame: other problems can wait.
  const unsure = rows?.orderProblems() ?? []
  if (unsure.length > 0) return { ok: false, problems: unsure }
  if (!problems.isEmpty) return { ok: false, problems: problems.list(file) }
  if (finished.length + open.length === 0) return { ok: false, problems: [noRows(file)] }
  return { ok: true, value: { finished, open } }
}

function matchFrameColumns(
  header: Header,
  mapping: ColumnMapping | undefined,
): Checked<MatchedColumns<FrameColumn, 'child'>> {
  const matched = matchColumns(header, { required, optional: ['child', 'cpr'], mapping })
  if (!matched.ok) return matched
  // A file has one column about the child: the case system's id or the CPR number. With both, the second is an attribute.
  const { cpr, child = cpr, ...at } = matched.value.at
  const others =
    cpr === undefined || cpr === child
      ? matched.value.others
      : [...matched.value.others, { name: header.columns[cpr] ?? 'cpr', at: cpr }]
  return { ok: true, value: { at: { ...at, ...(child !== undefined && { child }) }, others } }
}

/** Remembers lines by stage and case; two maps need no joined key for each of a million rows. */
class SeenStages {
  readonly #lines = new Map<string, Map<string, number>>()

  /** The line the same case and stage stood on before, if it did. */
  add({ caseId, stage }: CaseStage, line: number): number | undefined {
    let lines = this.#lines.get(stage)
    if (lines === undefined) this.#lines.set(stage, (lines = new Map()))
    const earlier = lines.get(caseId)
    if (earlier === undefined) lines.set(caseId, line)
    return earlier
  }
}

function duplicate(caseStage: CaseStage, earlier: number, file: string, line: number): Problem {
  const { caseId, stage } = caseStage
  return {
    code: 'duplicate-case',
    text: {
      da: `Sag ${caseId} med sagstrin ${stage} står allerede i linje ${earlier}. Behold den ene række.`,
      en: `Case ${caseId} with stage ${stage} already stands in line ${earlier}. Keep one of the rows.`,
    },
    at: { file, line, column: 'case_id' },
  }
}

function noRows(file: string): Problem {
  return {
    code: 'no-rows',
    text: {
      da: 'Filen har kolonnenavne, men ingen rækker. Der er intet at trække fra.',
      en: 'The file has column names but no rows. There is nothing to draw from.',
    },
    at: { file },
  }
}
