import type { LocalText } from '../language/language.ts'
import type { CompositeResult } from './analysis.ts'
import type { CascadeEstimateOf } from './cascade/cascade-row.ts'
import type { Counts } from './counts.ts'
import { satterthwaiteDf } from '../statistics/satterthwaite.ts'
import { errorTowards } from './error-towards.ts'
import { noDrift, studentised } from './drift-limits.ts'
import type { DriftResult } from './inference.ts'

/**
 * Change on the expert's scale, overall and per stage: the difference of the two rounds' cascade estimates, whose draws
 * are independent. Beside it the plain change at the comparison level.
 */
export function listCorrectedChange(
  now: readonly CascadeEstimateOf[],
  baseline: readonly CascadeEstimateOf[],
  composites: readonly CompositeResult[],
): readonly DriftResult[] {
  return now
    .filter(({ result }) => result.scope.question === null)
    .map((current) => {
      const { stage } = current.result.scope
      const before = baseline.find(
        ({ result }) => result.scope.stage === stage && result.scope.question === null,
      )
      const plain = composites.find((row) => row.stage === stage && row.unit === null && row.change !== null)
      const common = {
        kind: 'expert-corrected',
        stage,
        level: current.result.reference,
        cases: current.result.expertOnly.cases,
        baselineCases: before?.result.expertOnly.cases ?? 0,
        now: countsOnly(current.result.expertOnly),
        baseline: countsOnly(before?.result.expertOnly ?? nothing),
        plainChange: plain?.change?.difference ?? null,
        plainCounts:
          plain === undefined || plain.baseline === null
            ? null
            : { now: countsOnly(plain), baseline: countsOnly(plain.baseline) },
        sameReviewer: 0,
      } as const
      const [a, b] = [current.result.estimate, before?.result.estimate ?? null]
      if (a === null || b === null || before?.result.reference !== current.result.reference)
        return { ...common, ...noDrift, reason: notCorrected }
      return { ...common, ...differenceOf(a - b, current, before), usable: true, reason: null }
    })
}

const nothing: Counts = { numerator: 0, denominator: 0, notApplicable: 0 }

function countsOnly({ numerator, denominator, notApplicable }: Counts): Counts {
  return { numerator, denominator, notApplicable }
}

function differenceOf(change: number, a: CascadeEstimateOf, b: CascadeEstimateOf) {
  const [now, before] = [uncertaintyOf(a, b), uncertaintyOf(b, a)]
  const [va, vb] = [now.error ** 2, before.error ** 2]
  const df = Math.min(normal, satterthwaiteDf({ variance: va, df: now.df }, { variance: vb, df: before.df }))
  return { change, ...studentised(change, Math.sqrt(va + vb), df) }
}

/** Degrees of freedom at which Student's quantile is the normal one for all purposes. */
const normal = 1e6

/**
 * The standard error of an estimate. Answers that are all alike show none and are not certain for that: then what the
 * estimate's limit towards the other one is away, in normal standard errors, as Newcombe's interval takes it.
 */
function uncertaintyOf({ result, standardError, df }: CascadeEstimateOf, other: CascadeEstimateOf) {
  if (standardError !== null && standardError >= 1e-6) return { error: standardError, df: df ?? 1 }
  const [estimate, towards] = [result.estimate ?? 0, other.result.estimate ?? 0]
  const error = (other: number) => errorTowards(estimate, result.interval ?? [0, 1], other)
  // Two equal estimates differ by the wider side: towards the bound that both stand at there is nothing.
  const widest = Math.max(error(Number.NEGATIVE_INFINITY), error(Number.POSITIVE_INFINITY))
  return { error: towards === estimate ? widest : error(towards), df: normal }
}

const notCorrected: LocalText = {
  da: 'Ændringen kan kun regnes om til det øverste niveaus målestok, hvor begge runder har et brugbart skøn over det.',
  en: 'The change can be put on the highest level’s scale only where both rounds have a usable estimate on it.',
}
