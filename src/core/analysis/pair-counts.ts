import type { Question } from '../programme/programme.ts'
import { isCompliant } from '../programme/compliant.ts'
import type { ReviewedCase } from './reviewed-case.ts'

/** One case as two levels saw it. */
export interface CasePair {
  readonly stage: string
  readonly lower: ReviewedCase
  readonly higher: ReviewedCase
}

/** How often two levels said the same about some questions of some cases. */
export interface PairCounts {
  readonly cases: number
  readonly applicability: Agreed
  readonly compliance: Agreed
  readonly bothYes: number
  readonly bothNo: number
  /** The lower level found it compliant, the higher did not. */
  readonly higherStricter: number
  readonly lowerStricter: number
}

/** Same answers among n, and the sums over cases that show how much answers of one case resemble each other. */
export interface Agreed {
  readonly n: number
  readonly same: number
  readonly clusters: readonly { readonly n: number; readonly same: number }[]
}

/** Counts answers that both levels gave; one that either left out is no evidence on agreement. */
export function countPairs(
  pairs: readonly CasePair[],
  questionsOf: (stage: string) => readonly Question[],
): PairCounts {
  const applicability: { n: number; same: number }[] = []
  const compliance: { n: number; same: number }[] = []
  const counts = { bothYes: 0, bothNo: 0, higherStricter: 0, lowerStricter: 0 }
  for (const pair of pairs) {
    const applies = { n: 0, same: 0 }
    const complies = { n: 0, same: 0 }
    for (const question of questionsOf(pair.stage)) {
      const [low, high] = [pair.lower.answers.get(question.key), pair.higher.answers.get(question.key)]
      if (low === undefined || high === undefined) continue
      applies.n += 1
      if ((low === 'na') === (high === 'na')) applies.same += 1
      const [lowYes, highYes] = [isCompliant(question, low), isCompliant(question, high)]
      if (lowYes === null || highYes === null) continue
      complies.n += 1
      if (lowYes === highYes) complies.same += 1
      if (lowYes) counts[highYes ? 'bothYes' : 'higherStricter'] += 1
      else counts[highYes ? 'lowerStricter' : 'bothNo'] += 1
    }
    if (applies.n > 0) applicability.push(applies)
    if (complies.n > 0) compliance.push(complies)
  }
  return {
    cases: pairs.length,
    applicability: sumOf(applicability),
    compliance: sumOf(compliance),
    ...counts,
  }
}

/**
 * Size at which independent answers would give the same certainty as these: p(1 - p) over the variance of a ratio
 * estimated from whole cases (Cochran, Sampling Techniques, 6.4). Never above the number of answers; where all or
 * none agree, the number of cases.
 */
export function independentSize(agreed: Agreed): number {
  const { n, same, clusters } = agreed
  const cases = clusters.length
  if (n === cases) return n
  const p = same / n
  if (cases < 2 || p === 0 || p === 1) return cases
  const squares = clusters.reduce((sum, cluster) => sum + (cluster.same - p * cluster.n) ** 2, 0)
  const variance = ((squares / (n * n)) * cases) / (cases - 1)
  return variance === 0 ? n : Math.max(1, Math.min(n, (p * (1 - p)) / variance))
}

function sumOf(clusters: readonly { readonly n: number; readonly same: number }[]): Agreed {
  let [n, same] = [0, 0]
  for (const cluster of clusters) {
    n += cluster.n
    same += cluster.same
  }
  return { n, same, clusters }
}
