import type { Checked, Place, Problem } from '../language/problem.ts'
import type { AnswerValue, Programme } from '../programme/programme.ts'
import { parseWrittenNumber } from '../tabular/written-number.ts'
import type { MatchedColumns } from '../tabular/match-columns.ts'
import type { Answer } from './answer.ts'
import {
  blankCell,
  notAnAnswer,
  notALevel,
  notAQuestion,
  notAStage,
  notAWeight,
  questionOfOtherStage,
  weightOutOfRange,
} from './answer-problems.ts'

const written: ReadonlyMap<string, AnswerValue> = new Map([
  ['ja', 'yes'],
  ['yes', 'yes'],
  ['nej', 'no'],
  ['no', 'no'],
  ['ikke_relevant', 'na'],
  ['ikke relevant', 'na'],
  ['na', 'na'],
  ['n/a', 'na'],
])

export const requiredColumns = ['round', 'case_id', 'stage', 'unit', 'level', 'question', 'answer'] as const
export const optionalColumns = ['weight', 'reviewer', 'caseworker'] as const
type RequiredColumn = (typeof requiredColumns)[number]
type OptionalColumn = (typeof optionalColumns)[number]
/** Where each column stands in the file's rows. */
export type AnswerColumns = MatchedColumns<RequiredColumn, OptionalColumn>['at']

/** More cases than any authority has; sums of squares of such weights are still numbers. */
const mostWeight = 1e9

type Cells = readonly string[]
export type RowReader = (cells: Cells, columns: AnswerColumns, place: Place) => Checked<Answer>

/** Reads rows against one programme; the lookups are built once. */
export function answerRowReader(programme: Programme): RowReader {
  const stages = new Map(programme.stages.map((stage) => [stage.key.toLowerCase(), stage.key]))
  const levels = new Map(programme.levels.map(({ level }) => [`${level}`, level]))
  const stageOf = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const stage of programme.stages) {
    for (const { key, number } of stage.questions) {
      stageOf.set(key, stage.key)
      byName.set(`${stage.key}\t${key.toLowerCase()}`, key)
      byName.set(`${stage.key}\t${number.toLowerCase()}`, key)
    }
  }
  const keys = new Map([...stageOf.keys()].map((key) => [key.toLowerCase(), key]))

  return (cells, columns, place) => {
    const problems: Problem[] = []
    const required = (column: RequiredColumn): string => {
      const cell = cells[columns[column]] ?? ''
      if (cell === '') problems.push(blankCell({ ...place, column }))
      return cell
    }
    const optional = (column: OptionalColumn): string | undefined => {
      const at = columns[column]
      const cell = at === undefined ? '' : (cells[at] ?? '')
      return cell === '' ? undefined : cell
    }
    const round = required('round')
    const caseId = required('case_id')
    const unit = required('unit')
    const stageCell = required('stage')
    const stage = stages.get(stageCell.toLowerCase())
    if (stage === undefined && stageCell !== '')
      problems.push(notAStage(stageCell, [...stages.values()], { ...place, column: 'stage' }))
    const levelCell = required('level')
    const level = levels.get(levelCell)
    if (level === undefined && levelCell !== '')
      problems.push(notALevel(levelCell, [...levels.keys()], { ...place, column: 'level' }))
    const questionCell = required('question')
    const name = questionCell.toLowerCase()
    const question = stage === undefined ? undefined : byName.get(`${stage}\t${name}`)
    if (question === undefined && stage !== undefined && questionCell !== '') {
      const other = stageOf.get(keys.get(name) ?? '')
      const at = { ...place, column: 'question' }
      problems.push(
        other === undefined
          ? notAQuestion(questionCell, stage, at)
          : questionOfOtherStage(questionCell, stage, other, at),
      )
    }
    const answerCell = required('answer')
    const answer = written.get(answerCell.toLowerCase())
    if (answer === undefined && answerCell !== '')
      problems.push(notAnAnswer(answerCell, { ...place, column: 'answer' }))
    const weightCell = optional('weight')
    const weight = weightCell === undefined ? 1 : parseWrittenNumber(weightCell)
    if (weight === undefined || weight <= 0)
      problems.push(notAWeight(weightCell ?? '', { ...place, column: 'weight' }))
    else if (weight > mostWeight || weight < 1 / mostWeight)
      problems.push(weightOutOfRange(weightCell ?? '', mostWeight, { ...place, column: 'weight' }))
    if (
      problems.length > 0 ||
      stage === undefined ||
      level === undefined ||
      question === undefined ||
      answer === undefined ||
      weight === undefined
    )
      return { ok: false, problems }
    const reviewer = optional('reviewer')
    const caseworker = optional('caseworker')
    const value: Answer = {
      round,
      caseId,
      stage,
      unit,
      level,
      question,
      answer,
      weight,
      ...(reviewer === undefined ? {} : { reviewer }),
      ...(caseworker === undefined ? {} : { caseworker }),
      ...(place.line === undefined ? {} : { line: place.line }),
    }
    return { ok: true, value }
  }
}
