import { qnorm } from '../statistics/qnorm.ts'
import { qt } from '../statistics/qt.ts'
import type { Question } from '../programme/programme.ts'
import { isCompliant } from '../programme/compliant.ts'
import type { ReviewedCase } from './reviewed-case.ts'
import { cover, leftToChance, newCoverage, type Coverage } from './coverage.ts'
import type { Unseen } from './unseen-cases.ts'

/** One case as two levels saw it, or the two reviewers of one. */
export interface CasePair {
  readonly stage: string
  readonly lower: ReviewedCase
  readonly higher: ReviewedCase
}

/** How often two levels said the same about some questions of some cases. */
export interface PairCounts {
  readonly cases: number
  readonly applicability: Agreed
  readonly bothNotApplicable: number
  readonly lowerNotApplicable: number
  readonly higherNotApplicable: number
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
  readonly clusters: readonly Cluster[]
  /** The cases that both levels saw: how much of the population that is. */
  readonly coverage: Coverage
}

/** One case's answers, and its weight at the higher level. */
export interface Cluster {
  readonly n: number
  readonly same: number
  /** Answers "compliant" of both levels together, 0 to 2 n; of no meaning for applicability, where it is 0. */
  readonly yes: number
  readonly weight: number
}

/**
 * Counts answers that both levels gave; one that either left out is no evidence on agreement. `unseen`: the cases that not
 * both levels reviewed; null where their number is not known.
 */
export function countPairs(
  pairs: readonly CasePair[],
  questionsOf: (stage: string) => readonly Question[],
  known: boolean,
  unseen: Unseen | null = null,
): PairCounts {
  const applicability: Cluster[] = []
  const compliance: Cluster[] = []
  const coverage = newCoverage(known, { unseen })
  const counts = { bothYes: 0, bothNo: 0, higherStricter: 0, lowerStricter: 0 }
  const left = { bothNotApplicable: 0, lowerNotApplicable: 0, higherNotApplicable: 0 }
  for (const pair of pairs) {
    const { weight } = pair.higher
    cover(coverage, weight)
    const applies = { n: 0, same: 0, yes: 0, weight }
    const complies = { n: 0, same: 0, yes: 0, weight }
    for (const question of questionsOf(pair.stage)) {
      const [low, high] = [pair.lower.answers.get(question.key), pair.higher.answers.get(question.key)]
      if (low === undefined || high === undefined) continue
      applies.n += 1
      if ((low === 'na') === (high === 'na')) applies.same += 1
      const [lowYes, highYes] = [isCompliant(question, low), isCompliant(question, high)]
      if (lowYes === null || highYes === null) {
        if (lowYes === highYes) left.bothNotApplicable += 1
        else left[lowYes === null ? 'lowerNotApplicable' : 'higherNotApplicable'] += 1
        continue
      }
      complies.n += 1
      if (lowYes === highYes) complies.same += 1
      complies.yes += Number(lowYes) + Number(highYes)
      if (lowYes) counts[highYes ? 'bothYes' : 'higherStricter'] += 1
      else counts[highYes ? 'lowerStricter' : 'bothNo'] += 1
    }
    if (applies.n > 0) applicability.push(applies)
    if (complies.n > 0) compliance.push(complies)
  }
  return {
    cases: pairs.length,
    applicability: sumOf(applicability, coverage),
    compliance: sumOf(compliance, coverage),
    ...left,
    ...counts,
  }
}

/**
 * Size at which independent answers would give the same certainty as these: p(1 - p) over the variance of a ratio
 * estimated from whole cases (Cochran, Sampling Techniques, 6.4). Never above the number of answers; where all or
 * none agree, the number of cases.
 */
export function independentSize(agreed: Pick<Agreed, 'n' | 'same' | 'clusters'>): number {
  const { n, same, clusters } = agreed
  const cases = clusters.length
  if (n === cases) return n
  const p = same / n
  if (cases < 2 || p === 0 || p === 1) return cases
  const squares = clusters.reduce((sum, cluster) => sum + (cluster.same - p * cluster.n) ** 2, 0)
  const variance = ((squares / (n * n)) * cases) / (cases - 1)
  return variance === 0 ? n : Math.max(1, Math.min(n, (p * (1 - p)) / variance))
}

/**
 * Size at which Wilson's limits of the share of same answers, turned into limits of AC1 with the chance agreement held
 * fixed, are as wide as AC1's own standard error says, which counts that the chance agreement is estimated from the
 * same cases. With AC1 = (p - e) / (1 - e), e = 2 y (1 - y) and y the share of compliant answers, a case moves AC1 by
 * [(same - p n) - (1 - p) / (1 - e) * 2 (1 - 2 y) * (yes / 2 - y n)] / (N (1 - e)); the variance adds the squares over
 * cases (Gwet 2008, linearised by cases). Where a case has several answers, few cases show little of their spread, and
 * Student's quantile takes the normal's place. Never above `independentSize`, and equal to it where all or none agree.
 */
export function sizeForAc1(agreed: Pick<Agreed, 'n' | 'same' | 'clusters'>): number {
  const most = independentSize(agreed)
  const { n, same, clusters } = agreed
  const cases = clusters.length
  const p = same / n
  if (cases < 2 || p === 0 || p === 1) return most
  const y = clusters.reduce((sum, { yes }) => sum + yes, 0) / (2 * n)
  const chance = 2 * y * (1 - y)
  const pull = ((1 - p) / (1 - chance)) * 2 * (1 - 2 * y)
  const squares = clusters.reduce(
    (sum, cluster) => sum + (cluster.same - p * cluster.n - pull * (cluster.yes / 2 - y * cluster.n)) ** 2,
    0,
  )
  const variance = ((squares / (n * n)) * cases) / (cases - 1)
  const price = n === cases ? 1 : (qnorm(0.975) / qt(0.975, cases - 1)) ** 2
  return variance === 0 ? most : Math.max(1, Math.min(most, ((p * (1 - p)) / variance) * price))
}

/**
 * A size with what is certain deducted: where the draw is known, cases that both levels were sure to see leave nothing
 * to chance. Infinite where they saw the whole population.
 */
export function deductCertain(size: number, { clusters, coverage }: Agreed): number {
  let [weight, squared] = [0, 0]
  for (const cluster of clusters) {
    weight += cluster.weight
    squared += cluster.weight ** 2
  }
  return size * (squared / leftToChance(squared, weight, coverage))
}

function sumOf(clusters: readonly Cluster[], coverage: Coverage): Agreed {
  let [n, same] = [0, 0]
  for (const cluster of clusters) {
    n += cluster.n
    same += cluster.same
  }
  return { n, same, clusters, coverage }
}
