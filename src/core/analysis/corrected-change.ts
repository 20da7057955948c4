import type { LocalText } from '../language/language.ts'
import type { CompositeResult } from './analysis.ts'
import type { CascadeEstimateOf } from './cascade/cascade-row.ts'
import type { Counts } from './counts.ts'
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
  const [va, vb] = [(a.standardError ?? 0) ** 2, (b.standardError ?? 0) ** 2]
  const error = Math.sqrt(va + vb)
  if (error < 1e-12) return { change, interval: null, p: null }
  // Satterthwaite's degrees of freedom, as in Welch's test.
  const df = (va + vb) ** 2 / (va ** 2 / (a.df ?? 1) + vb ** 2 / (b.df ?? 1))
  return { change, ...studentised(change, error, df) }
}

const notCorrected: LocalText = {
  da: 'Ændringen kan kun regnes om til det øverste niveaus målestok, hvor begge runder har et brugbart skøn over det.',
  en: 'The change can be put on the highest level’s scale only where both rounds have a usable estimate on it.',
}
