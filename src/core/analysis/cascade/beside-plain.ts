import type { CompositeResult, QuestionResult } from '../analysis.ts'
import type { CascadeResult } from '../inference.ts'

/** Puts beside each estimate what the comparison level found by itself, of the whole municipality. */
export function besidePlain(
  cascade: readonly CascadeResult[],
  questions: readonly QuestionResult[],
  composites: readonly CompositeResult[],
  comparisonLevel: number,
): readonly CascadeResult[] {
  const whole = (row: { readonly unit: string | null; readonly level: number }) =>
    row.unit === null && row.level === comparisonLevel
  const ofQuestion = new Map(questions.filter(whole).map((row) => [row.question, row] as const))
  const ofStage = new Map(composites.filter(whole).map((row) => [row.stage, row] as const))
  return cascade.map((row) => {
    const { stage, question } = row.scope
    const found = question === null ? ofStage.get(stage) : ofQuestion.get(question)
    if (found === undefined) return row
    const { level, numerator, denominator, notApplicable, share, interval } = found
    const cases = 'cases' in found ? found.cases : denominator
    return {
      ...row,
      plain: { level, cases, numerator, denominator, notApplicable, estimate: share, interval },
    }
  })
}
