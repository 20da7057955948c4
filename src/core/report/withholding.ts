import type {
  Analysis,
  AgreementResult,
  CompositeResult,
  Proportion,
  QuestionResult,
} from '../analysis/analysis.ts'
import { staysHidden, type HiddenPart } from './hidden-parts.ts'

/**
 * Suppression for public editions. Primary: a row is withheld when any count in it, now or in the baseline, lies in
 * 1..smallCell-1; the whole row goes, so that no count follows from its neighbours, and the same rows are hidden wherever
 * their numbers recur. Then every total goes that a withheld part could be solved from: composites of stages and of all
 * stages, numbers of cases and of answers. What it does not do yet: a common mask with rounds that were published before
 * (statistics.md 8).
 */
export interface Withholding {
  readonly question: (result: Pick<QuestionResult, 'stage' | 'question'>) => boolean
  readonly composite: (result: Pick<CompositeResult, 'stage' | 'cases' | 'baseline'>) => boolean
  readonly agreement: (result: AgreementResult) => boolean
  /** A number of cases that stands by itself. */
  readonly cases: (n: number) => boolean
  /** Numbers of all stages together, at the level whose stages are shown. */
  readonly totalCases: boolean
  readonly totalAnswers: boolean
}

/** Internal editions show everything. */
export const withholdNothing: Withholding = {
  question: () => false,
  composite: () => false,
  agreement: () => false,
  cases: () => false,
  totalCases: false,
  totalAnswers: false,
}

export function withholdSmallCounts(analysis: Analysis, smallCell: number): Withholding {
  const small = (count: number) => count >= 1 && count < smallCell
  const smallIn = (proportion: Proportion) =>
    small(proportion.numerator) ||
    small(proportion.denominator - proportion.numerator) ||
    small(proportion.notApplicable)
  // Public editions show the whole municipality at the comparison level only; other rows never appear in them.
  const isShown = ({ unit, level }: { readonly unit: string | null; readonly level: number }) =>
    unit === null && level === analysis.comparisonLevel
  const hidden = analysis.questions.filter(
    (result) =>
      isShown(result) && (smallIn(result) || (result.baseline !== null && smallIn(result.baseline))),
  )
  const keys = new Set(hidden.map(({ stage, question }) => keyOf(stage, question)))

  // A hidden count is known to lie in 1..smallCell-1; a total may not say more than that.
  const width = Math.max(1, smallCell - 2)
  const protects = (rows: readonly QuestionResult[]) =>
    staysHidden(
      rows.map((row) => partOf(row, row.baseline, smallCell)),
      width,
    ) &&
    staysHidden(
      rows.flatMap((row) => (row.baseline === null ? [] : [partOf(row.baseline, row, smallCell)])),
      width,
    )
  const fewCases = ({ cases, baseline }: Pick<CompositeResult, 'cases' | 'baseline'>) =>
    small(cases) || (baseline !== null && small(baseline.cases))
  const stages = analysis.composites.filter((result) => isShown(result) && result.stage !== null)
  const unsafe = new Set(
    stages
      .filter((result) => fewCases(result) || !protects(hidden.filter(({ stage }) => stage === result.stage)))
      .map(({ stage }) => stage),
  )
  // All stages together less those that are shown leave the withheld ones, and a stage with few questions weighs each heavily.
  const overall = unsafe.size > 0
  const hidesCases = (counts: readonly number[]) =>
    staysHidden(
      counts.filter(small).map((value) => ({ value, possible: range(1, smallCell - 1), secret: true })),
      width,
    )
  const totalCases = ![
    analysis.stages.filter((row) => isShown(row) && row.stage !== null).map(({ n }) => n),
    stages.map(({ cases }) => cases),
    stages.flatMap(({ baseline }) => (baseline === null ? [] : [baseline.cases])),
  ].every(hidesCases)
  return {
    question: ({ stage, question }) => keys.has(keyOf(stage, question)),
    composite: (result) =>
      fewCases(result) || (result.stage === null ? overall || totalCases : unsafe.has(result.stage)),
    agreement: (result) =>
      [result.n, result.same, result.n - result.same, result.higherStricter, result.lowerStricter].some(
        small,
      ),
    cases: small,
    totalCases,
    totalAnswers: totalCases || hidden.length > 0,
  }
}

/**
 * A hidden row's non-compliant answers as part of what a composite tells. The reader is taken to know how many answers were
 * applicable, and everything of the other round; then the row is hidden either for one of those or for these answers.
 */
function partOf(row: Proportion, other: Proportion | null, smallCell: number): HiddenPart {
  const { numerator, denominator, notApplicable } = row
  const small = (count: number) => count >= 1 && count < smallCell
  const elsewhere =
    small(notApplicable) ||
    (other !== null &&
      [other.numerator, other.denominator - other.numerator, other.notApplicable].some(small))
  const all = range(0, denominator)
  return {
    value: denominator - numerator,
    possible: elsewhere ? all : all.filter((not) => small(not) || small(denominator - not)),
    secret: small(numerator) || small(denominator - numerator),
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}

function keyOf(stage: string, question: string): string {
  return `${stage}\t${question}`
}
