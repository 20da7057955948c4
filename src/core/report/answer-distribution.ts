import type { Question } from '../programme/programme.ts'
import { whatStands } from '../review/given-answer.ts'

interface CountedAnswer {
  readonly level: number
  readonly stage: string
  /** What statistics count; null: nothing was answered independently. */
  readonly independent: Parameters<typeof whatStands>[0] | null
}

interface DistributionRow {
  readonly level: number
  readonly stage: string
  readonly question: Question
  readonly value: string
  readonly count: number
  /** Everybody who answered the question at the level. */
  readonly answered: number
}

/**
 * How many gave each answer to a question that has a closed set of them, those that nobody gave as well, in the order of
 * `answers` by level and question.
 */
export function distributionRows(
  answers: readonly { readonly row: CountedAnswer; readonly question: Question }[],
): readonly DistributionRow[] {
  const counts = new Map<string, { level: number; stage: string; question: Question; given: string[] }>()
  for (const { row, question } of answers) {
    const given = whatStands(row.independent ?? undefined)
    if (given === null || valuesOf(question).length === 0) continue
    const at = `${row.level}\t${question.key}`
    const counted = counts.get(at) ?? { level: row.level, stage: row.stage, question, given: [] }
    counted.given.push(given)
    counts.set(at, counted)
  }
  return [...counts.values()].flatMap(({ level, stage, question, given }) =>
    valuesOf(question).map((value) => ({
      level,
      stage,
      question,
      value,
      count: given.filter((each) => each === value).length,
      answered: given.length,
    })),
  )
}

function valuesOf({ answerType, grades }: Question): readonly string[] {
  if (answerType === 'yes-no') return ['yes', 'no', 'na']
  return answerType === 'graded' ? (grades ?? []).map((_grade, at) => String(at + 1)) : []
}
