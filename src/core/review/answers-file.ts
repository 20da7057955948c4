import type { Checked, Problem } from '../language/problem.ts'
import type { Programme } from '../programme/programme.ts'
import { matchColumns, type ColumnMapping } from '../tabular/match-columns.ts'
import { ProblemCollection } from '../tabular/problem-collection.ts'
import { readRows } from '../tabular/table.ts'
import type { Answer } from './answer.ts'
import { AnswerConflicts } from './answer-conflicts.ts'
import { answerRowReader, optionalColumns, requiredColumns, type AnswerColumns } from './answer-row.ts'

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

/** Several answers files as one: what contradicts across files is found too. All files are read before anything is refused. */
export async function readAnswerFiles(
  files: readonly InputFile[],
  programme: Programme,
  mapping?: ColumnMapping,
): Promise<Checked<readonly Answer[]>> {
  const answers: Answer[] = []
  const problems: Problem[] = []
  const conflicts = new AnswerConflicts()
  const readAnswerRow = answerRowReader(programme)
  for (const { name: file, bytes } of files) {
    const rowProblems = new ProblemCollection()
    let columns: AnswerColumns | undefined
    let rows = 0
    const read = await readRows(bytes, file, {
      header: (found) => {
        const matched = matchColumns(found, { required: requiredColumns, optional: optionalColumns, mapping })
        if (!matched.ok) return matched
        columns = matched.value.at
        return { ok: true, value: null }
      },
      row: (cells, line) => {
        if (columns === undefined) throw new Error('a row before the header')
        const row = readAnswerRow(cells, columns, { file, line })
        if (!row.ok) {
          for (const problem of row.problems) rowProblems.add(problem)
          return
        }
        rows += 1
        const conflict = conflicts.check(row.value, file)
        if (conflict === undefined) answers.push(row.value)
        else rowProblems.add(conflict)
      },
    })
    if (!read.ok) problems.push(...read.problems)
    problems.push(...rowProblems.list(file))
    if (read.ok && rows === 0 && rowProblems.isEmpty) problems.push(noAnswers(file))
  }
  return problems.length === 0 ? { ok: true, value: answers } : { ok: false, problems }
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
