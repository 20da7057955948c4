import type { Checked, Problem } from '../language/problem.ts'
import type { Programme } from '../programme/programme.ts'
import type { OnProgress } from '../tabular/csv-rows.ts'
import { matchColumns, type ColumnMapping } from '../tabular/match-columns.ts'
import { ProblemCollection } from '../tabular/problem-collection.ts'
import { readRows } from '../tabular/table.ts'
import type { Answer } from './answer.ts'
import { AnswerConflicts } from './answer-conflicts.ts'
import {
  answerRowReader,
  optionalColumns,
  requiredColumns,
  type AnswerColumns,
  type RowReader,
} from './answer-row.ts'

export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One answers file (CSV or XLSX), every row checked against the programme. */
export async function readAnswers(
  bytes: Uint8Array,
  fileName: string,
  programme: Programme,
  mapping?: ColumnMapping,
): Promise<Checked<readonly Answer[]>> {
  return readAnswerFiles([{ name: fileName, bytes }], programme, mapping)
}

/**
 * Several answers files as one: what contradicts across files is found too. All files are read before anything is
 * refused. With a function, each round's rows are checked against its own version of the programme.
 */
export async function readAnswerFiles(
  files: readonly InputFile[],
  programme: Programme | ((round: string) => Programme),
  mapping?: ColumnMapping,
  onProgress?: OnProgress,
): Promise<Checked<readonly Answer[]>> {
  const answers: Answer[] = []
  const problems: Problem[] = []
  const conflicts = new AnswerConflicts()
  const readerOf = rowReaders(programme)
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  let before = 0
  for (const { name: file, bytes } of files) {
    const rowProblems = new ProblemCollection()
    let columns: AnswerColumns | undefined
    let rows = 0
    const read = await readRows(
      bytes,
      file,
      {
        header: (found) => {
          const matched = matchColumns(found, {
            required: requiredColumns,
            optional: optionalColumns,
            mapping,
          })
          if (!matched.ok) return matched
          columns = matched.value.at
          return { ok: true, value: null }
        },
        row: (cells, line) => {
          if (columns === undefined) throw new Error('a row before the header')
          const row = readerOf(cells[columns.round] ?? '')(cells, columns, { file, line })
          if (!row.ok) {
            for (const problem of row.problems) rowProblems.add(problem)
            return
          }
          rows += 1
          const conflict = conflicts.check(row.value, file)
          if (conflict === undefined) answers.push(row.value)
          else rowProblems.add(conflict)
        },
      },
      (share) => onProgress?.((before + share * bytes.length) / size),
    )
    before += bytes.length
    if (!read.ok) problems.push(...read.problems)
    problems.push(...rowProblems.list(file))
    if (read.ok && rows === 0 && rowProblems.isEmpty) problems.push(noAnswers(file))
  }
  return problems.length === 0 ? { ok: true, value: answers } : { ok: false, problems }
}

/** The reader of a round's rows; each version's lookups are built once. */
function rowReaders(programme: Programme | ((round: string) => Programme)): (round: string) => RowReader {
  if (typeof programme !== 'function') {
    const only = answerRowReader(programme)
    return () => only
  }
  const readers = new Map<Programme, RowReader>()
  return (round) => {
    const version = programme(round)
    const reader = readers.get(version) ?? answerRowReader(version)
    readers.set(version, reader)
    return reader
  }
}

function noAnswers(file: string): Problem {
  return {
    code: 'no-answers',
    text: {
      da: 'Filen har kolonnenavne, men ingen svar.',
      en: 'The file has column names but no answers.',
    },
    at: { file },
  }
}
