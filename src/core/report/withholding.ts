import type {
  Analysis,
  AgreementResult,
  CompositeResult,
  Proportion,
  QuestionResult,
} from '../analysis/analysis.ts'
import { nothingReleased, type ReleasedMask } from '../disclosure/released-mask.ts'
import { staysHidden, type HiddenPart } from './hidden-parts.ts'

/**
 * Suppression for public editions. Primary: a row is withheld when any count in it, now or in the baseline, lies in
 * 1..smallCell-1; the whole row goes, so that no count follows from its neighbours, and the same rows are hidden wherever
 * their numbers recur. Then every total goes that a withheld part could be solved from: composites of stages and of all
 * stages, numbers of cases and of answers. What earlier editions withheld of the same rounds stays so.
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

export function withholdSmallCounts(
  analysis: Analysis,
  smallCell: number,
  released: ReleasedMask = nothingReleased,
): Withholding {
  const small = (count: number) => count >= 1 && count < smallCell
  const smallIn = (proportion: Proportion) =>
    small(proportion.numerator) ||
    small(proportion.denominator - proportion.numerator) ||
    small(proportion.notApplicable)
  // Public editions show the whole municipality at the comparison level only; other rows never appear in them.
  const isShown = ({ unit, level }: { readonly unit: string | null; readonly level: number }) =>
    unit === null && level === analysis.comparisonLevel
  const { round, baselineRound } = analysis
  const inRound = ({ level, stage, question }: QuestionResult) => ({
    now: { round, level, stage, question },
    baseline: baselineRound === null ? null : { round: baselineRound, level, stage, question },
  })
  const ownReasons = analysis.questions.filter(
    (result) =>
      isShown(result) &&
      (smallIn(result) ||
        (result.baseline !== null && smallIn(result.baseline)) ||
        released.isHidden(inRound(result).now)),
  )
  // A hidden count is known to lie in 1..smallCell-1; a total may not say more than that.
  const width = Math.max(1, smallCell - 2)
  // A row that an earlier edition shows hides nothing.
  const protectsNow = (rows: readonly QuestionResult[]) =>
    staysHidden(
      rows
        .filter((row) => !released.isTold(inRound(row).now))
        .map((row) => partOf(row, row.baseline, smallCell)),
      width,
    )
  const protectsBaseline = (rows: readonly QuestionResult[]) =>
    staysHidden(
      rows.flatMap((row) => {
        const { baseline } = inRound(row)
        return row.baseline === null || (baseline !== null && released.isTold(baseline))
          ? []
          : [partOf(row.baseline, row, smallCell)]
      }),
      width,
    )
  // Withheld for this round's sake when the baseline was the latest: shown where the others stay hidden without it.
  const before = analysis.questions.filter((result) => {
    const { baseline } = inRound(result)
    return isShown(result) && !ownReasons.includes(result) && baseline !== null && released.isHidden(baseline)
  })
  const hidden = [
    ...ownReasons,
    ...before.filter(({ stage }) => !protectsBaseline(ownReasons.filter((row) => row.stage === stage))),
  ]
  const keys = new Set(hidden.map(({ stage, question }) => keyOf(stage, question)))
  const protects = (rows: readonly QuestionResult[]) => protectsNow(rows) && protectsBaseline(rows)
  const fewCases = ({ cases, baseline }: Pick<CompositeResult, 'cases' | 'baseline'>) =>
    small(cases) || (baseline !== null && small(baseline.cases))
  const wasHidden = ({ stage }: Pick<CompositeResult, 'stage'>) =>
    released.isHidden({ round, level: analysis.comparisonLevel, stage, question: null })
  const stages = analysis.composites.filter((result) => isShown(result) && result.stage !== null)
  const unsafe = new Set(
    stages
      .filter(
        (result) =>
          fewCases(result) ||
          wasHidden(result) ||
          !protects(hidden.filter(({ stage }) => stage === result.stage)),
      )
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
      fewCases(result) ||
      wasHidden(result) ||
      (result.stage === null ? overall || totalCases : unsafe.has(result.stage)),
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
  const own = small(numerator) || small(denominator - numerator)
  // Without a small count of its own it is withheld for another's sake, in this edition or an earlier one.
  const elsewhere =
    !own ||
    small(notApplicable) ||
    (other !== null &&
      [other.numerator, other.denominator - other.numerator, other.notApplicable].some(small))
  const all = range(0, denominator)
  return {
    value: denominator - numerator,
    possible: elsewhere ? all : all.filter((not) => small(not) || small(denominator - not)),
    secret: own,
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}

function keyOf(stage: string, question: string): string {
  return `${stage}\t${question}`
}
