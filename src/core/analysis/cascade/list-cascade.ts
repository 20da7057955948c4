import { fitCascade, type CascadeFit } from '../../statistics/cascade-fit.ts'
import { nestedSamples } from '../../statistics/nested-samples.ts'
import { isCompliant } from '../../programme/compliant.ts'
import type { Programme, Question } from '../../programme/programme.ts'
import { showsCompliance } from '../compliance.ts'
import type { CascadeRefusal } from '../inference.ts'
import type { CaseAtLevels } from '../levels.ts'
import type { QuestionIndex } from '../question-index.ts'
import type { ReviewedCase } from '../reviewed-case.ts'
import { cascadeRows, refusedRow, type CascadeEstimateOf } from './cascade-row.ts'
import { findPath, type CascadePath } from './cascade-path.ts'
import { lowestSource, populationOf, type WeightsOf } from './cascade-population.ts'
import { countNotNested, listCascadeCases, type CascadeCase } from './cascade-units.ts'
import { compositeUnits } from './composite-units.ts'
import { estimateMean, type Estimated } from './estimate-composite.ts'
import { estimateShare } from './estimate-question.ts'
import { fewestExpertAnswers } from './refusal-text.ts'

/** Cases of doubt behind the least residual of composites; chosen by simulation, see docs/statistics.md. */
const leastDoubt = 1

export interface CascadeInput {
  readonly programme: Programme
  readonly index: QuestionIndex
  readonly cases: readonly CaseAtLevels[]
  readonly weightsOf: WeightsOf
}

/** Composite of all stages and of each, then every baseline question: what the highest level would have found. */
export function listCascade({
  programme,
  index,
  cases,
  weightsOf,
}: CascadeInput): readonly CascadeEstimateOf[] {
  const reviewed = [...new Set(cases.flatMap(({ reviews }) => reviews.map(({ level }) => level)))]
  const found = findPath(programme, reviewed)
  const overall = { stage: null, question: null }
  if ('refusal' in found) return [refusedRow(overall, found.refusal, found.reference)]
  const { path } = found
  const covered = listCascadeCases(path, cases)
  const row = cascadeRows({ path, index, notCovered: covered.notCovered, weightsOf })
  const refusal = refusalOf(path, covered.cases)
  if (refusal !== undefined) return [row(overall, covered.cases, refusal)]

  const lowest = lowestSource(path, weightsOf)
  const byStage = Map.groupBy(covered.cases, ({ stage }) => stage)
  const stageFit = fitOver(path, covered.cases, index, ({ stage }) => stage)
  return [
    row(
      overall,
      covered.cases,
      meanOver(
        path,
        covered.cases,
        index,
        populationOf(covered.cases, lowest, null),
        fitOver(path, covered.cases, index, stratumBy(path)),
      ),
    ),
    ...programme.stages.flatMap((stage) => {
      const ofStage = byStage.get(stage.key)
      if (ofStage === undefined) return []
      const N = populationOf(ofStage, lowest, stage.key)
      return [
        row({ stage: stage.key, question: null }, ofStage, meanOver(path, ofStage, index, N, stageFit)),
        ...stage.questions
          .filter((question) => question.baseline && showsCompliance(question))
          .map((question) =>
            row(
              { stage: stage.key, question: question.key },
              ofStage,
              shareOf(path, ofStage, N, question),
              question,
            ),
          ),
      ]
    }),
  ]
}

function refusalOf(path: CascadePath, cases: readonly CascadeCase[]): CascadeRefusal | undefined {
  if (countNotNested(cases) > 0) return 'not-nested'
  // A level that was to review everything from below, and did not, was not thinned by lot.
  const partial = path.levels.some(
    ({ selection, from }, at) =>
      at > 0 &&
      selection.kind === 'census' &&
      path.levels[at - 1]?.level === from &&
      path.levels[at - 1]?.selection.kind !== 'pass-on' &&
      cases.some(({ reviews }) => reviews[at - 1] !== undefined && reviews[at] === undefined),
  )
  return partial ? 'not-drawn-from-below' : undefined
}

function stratumBy({ strata }: CascadePath): (seen: CascadeCase) => string {
  return (seen) => strata.map((name) => seen[name]).join('\t')
}

/** Undefined where the last level has too few cases; then with strata, and if that is too many, without. */
function fitOver(
  path: CascadePath,
  cases: readonly CascadeCase[],
  index: QuestionIndex,
  stratumOf: (seen: CascadeCase) => string,
): CascadeFit | undefined {
  for (const stratum of [stratumOf, () => 'all']) {
    const fit = fitWithin(path, cases, index, stratum)
    if (fit !== undefined) return fit
  }
  return undefined
}

/**
 * Strata in which nothing applied to the last level's cases say nothing of how composites vary. Cases of the others that nothing applied
 * to do not either, and are no degrees of freedom.
 */
function fitWithin(
  path: CascadePath,
  cases: readonly CascadeCase[],
  index: QuestionIndex,
  stratumOf: (seen: CascadeCase) => string,
): CascadeFit | undefined {
  const all = compositeUnits(path, cases, index, stratumOf)
  const told = cases.filter((seen) => (all.last.get(stratumOf(seen))?.applicable ?? 0) > 0)
  const { units, last, cases: n, applicableCases: m } = compositeUnits(path, told, index, stratumOf)
  const df = m - last.size - 1
  if (df < 1) return undefined
  const levels = path.levels.map(({ level }) => level)
  const fit = fitCascade(nestedSamples(levels, units), { leastDoubt, priceOfLambda: true })
  // The means that values are taken from cost m of the n cases their degrees of freedom, not all; 1 where all are applicable.
  const few = (m * (n - last.size)) / (n * (m - last.size))
  return {
    lambda: fit.lambda,
    residual: fit.residual.map((left) => left * few),
    variance: fit.variance * few,
    df,
  }
}

function meanOver(
  path: CascadePath,
  cases: readonly CascadeCase[],
  index: QuestionIndex,
  N: number | null,
  fit: CascadeFit | undefined,
): Estimated | CascadeRefusal {
  const composites = compositeUnits(path, cases, index, () => 'all')
  if (fit === undefined || composites.applicableCases < 2) return 'too-few-expert-reviews'
  return estimateMean(
    path.levels.map(({ level }) => level),
    composites.units,
    N,
    fit,
    composites.last.get('all'),
  )
}

function shareOf(
  path: CascadePath,
  cases: readonly CascadeCase[],
  N: number | null,
  question: Question,
): Estimated | CascadeRefusal {
  const complies = (review: ReviewedCase): boolean | null | undefined => {
    const answer = review.answers.get(question.key)
    return answer === undefined ? undefined : isCompliant(question, answer)
  }
  const last = path.levels.length - 1
  const experts = cases.filter((seen) => {
    const review = seen.reviews[last]
    return review !== undefined && typeof complies(review) === 'boolean'
  })
  if (experts.length < fewestExpertAnswers) return 'too-few-expert-reviews'
  return estimateShare(path, cases, N, complies) ?? 'too-few-expert-reviews'
}
