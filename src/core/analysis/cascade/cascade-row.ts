import { isCompliant } from '../../programme/compliant.ts'
import type { Question } from '../../programme/programme.ts'
import { compositeOf } from '../composites.ts'
import { isNowhereApplicable } from '../counts.ts'
import type { CascadeRefusal, CascadeResult } from '../inference.ts'
import type { QuestionIndex } from '../question-index.ts'
import { listCaveats } from './cascade-caveats.ts'
import type { CascadePath } from './cascade-path.ts'
import { lowestSource, populationOf, sourceOf, type WeightsOf } from './cascade-population.ts'
import type { CascadeCase } from './cascade-units.ts'
import type { Estimated } from './estimate-composite.ts'
import { refusalText } from './refusal-text.ts'

/** A published result with what a comparison between rounds needs besides. */
export interface CascadeEstimateOf {
  readonly result: CascadeResult
  readonly standardError: number | null
  readonly df: number | null
  readonly basis?: Estimated['basis']
}

interface RowContext {
  readonly path: CascadePath
  readonly index: QuestionIndex
  readonly notCovered: number
  readonly weightsOf: WeightsOf
}

type Scope = CascadeResult['scope']

/** Makes the published row of a scope from its cases and what was found: an estimate, or why there is none. */
export function cascadeRows({ path, index, notCovered, weightsOf }: RowContext) {
  const last = path.levels.length - 1
  const reference = path.levels[last]?.level ?? 0
  return (
    scope: Scope,
    cases: readonly CascadeCase[],
    found: Estimated | CascadeRefusal,
    question?: Question,
  ): CascadeEstimateOf => {
    const levels = path.levels.map(({ level }, at) => {
      const { cases: reviewed, ...counts } = countsAt(cases, at, index, question)
      return { level, cases: question === undefined ? reviewed : counts.denominator, ...counts }
    })
    const counts = countsAt(cases, last, index, question)
    const common = {
      levels,
      weights: sourceOf(path, weightsOf),
      population: populationOf(cases, lowestSource(path, weightsOf), scope.stage),
      notCovered: scope.stage === null ? notCovered : 0,
    }
    if (typeof found === 'string') {
      const refusal =
        found === 'too-few-expert-reviews' && isNowhereApplicable(counts) ? 'nothing-applicable' : found
      const { result } = refusedRow(scope, refusal, reference)
      const of = {
        cases: question === undefined ? counts.cases : counts.notApplicable,
        isQuestion: question !== undefined,
      }
      return {
        result: {
          ...result,
          ...common,
          expertOnly: { ...result.expertOnly, ...counts },
          reason: refusalText(refusal, reference, of),
        },
        standardError: null,
        df: null,
      }
    }
    return {
      result: {
        scope,
        reference,
        ...common,
        estimate: found.estimate,
        interval: found.interval,
        method: found.method,
        lambda: Object.fromEntries(found.lambda.map((value, at) => [`${path.levels[at]?.level}`, value])),
        nEff: found.nEff,
        expertEquivalent: found.expertEquivalent,
        plain: null,
        expertOnly: { ...counts, ...found.alone },
        caveats: listCaveats({
          reference,
          weights: common.weights,
          worth: found.expertEquivalent,
          seen: question === undefined ? counts.cases : counts.denominator,
        }),
        usable: true,
        refusal: null,
        reason: null,
      },
      standardError: found.standardError,
      df: found.df,
      ...(found.basis === undefined ? {} : { basis: found.basis }),
    }
  }
}

/** Cases that one level reviewed, and its answers to them: to one question or to all. */
function countsAt(
  cases: readonly CascadeCase[],
  at: number,
  index: QuestionIndex,
  question: Question | undefined,
): Pick<CascadeResult['expertOnly'], 'cases' | 'numerator' | 'denominator' | 'notApplicable'> {
  const counts = { cases: 0, numerator: 0, denominator: 0, notApplicable: 0 }
  for (const { reviews } of cases) {
    const review = reviews[at]
    if (review === undefined) continue
    counts.cases += 1
    if (question === undefined) {
      const composite = compositeOf(review, index)
      counts.numerator += composite.compliant
      counts.denominator += composite.applicable
      counts.notApplicable += composite.notApplicable
      continue
    }
    const answer = review.answers.get(question.key)
    if (answer === undefined) continue
    const met = isCompliant(question, answer)
    if (met === null) counts.notApplicable += 1
    else counts.denominator += 1
    if (met === true) counts.numerator += 1
  }
  return counts
}

/** A row without an estimate, and without a path from which anything could be counted. */
export function refusedRow(scope: Scope, refusal: CascadeRefusal, reference: number): CascadeEstimateOf {
  return {
    result: {
      scope,
      reference,
      levels: [],
      weights: 'none',
      population: null,
      notCovered: 0,
      estimate: null,
      interval: null,
      method: 'none',
      lambda: {},
      nEff: null,
      expertEquivalent: null,
      plain: null,
      expertOnly: {
        cases: 0,
        numerator: 0,
        denominator: 0,
        notApplicable: 0,
        estimate: null,
        interval: null,
      },
      caveats: [],
      usable: false,
      refusal,
      reason: refusalText(refusal, reference),
    },
    standardError: null,
    df: null,
  }
}
