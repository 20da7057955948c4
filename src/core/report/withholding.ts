import type {
  Analysis,
  AgreementResult,
  CompositeResult,
  Proportion,
  QuestionResult,
} from '../analysis/analysis.ts'

/**
 * Primary suppression for public editions: a row is withheld when any count in it, now or in the baseline, lies in
 * 1..smallCell-1. The whole row goes, so that no count follows from its neighbours, and the same rows are hidden
 * wherever their numbers recur in the report. What it does not do yet: secondary suppression across linked tables and
 * across rounds that were published before (statistics.md 8).
 */
export interface Withholding {
  readonly question: (result: Pick<QuestionResult, 'stage' | 'question'>) => boolean
  readonly composite: (result: CompositeResult) => boolean
  readonly agreement: (result: AgreementResult) => boolean
  readonly cases: (n: number) => boolean
}

/** Internal editions show everything. */
export const withholdNothing: Withholding = {
  question: () => false,
  composite: () => false,
  agreement: () => false,
  cases: () => false,
}

export function withholdSmallCounts(analysis: Analysis, smallCell: number): Withholding {
  const small = (count: number) => count >= 1 && count < smallCell
  const smallIn = (proportion: Proportion) =>
    small(proportion.numerator) ||
    small(proportion.denominator - proportion.numerator) ||
    small(proportion.notApplicable)
  // Public editions show questions at the comparison level only; other levels' rows never appear in them.
  const hidden = new Set<string>()
  for (const result of analysis.questions) {
    if (result.unit !== null || result.level !== analysis.comparisonLevel) continue
    if (smallIn(result) || (result.baseline !== null && smallIn(result.baseline)))
      hidden.add(keyOf(result.stage, result.question))
  }
  return {
    question: (result) => hidden.has(keyOf(result.stage, result.question)),
    composite: (result) => small(result.cases) || (result.baseline !== null && small(result.baseline.cases)),
    agreement: (result) =>
      [result.n, result.same, result.n - result.same, result.higherStricter, result.lowerStricter].some(
        small,
      ),
    cases: small,
  }
}

function keyOf(stage: string, question: string): string {
  return `${stage}\t${question}`
}
