import { hyperExact } from '../statistics/hyper-exact.ts'
import { kornGraubard } from '../statistics/korn-graubard.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Interval, Proportion, QuestionAnnex } from './analysis.ts'

/** Running counts of one question in one scope. */
export interface Tally {
  yes: number
  no: number
  notApplicable: number
  compliant: number
  /** Sums over applicable answers: weights, weights of compliant ones, squared weights. */
  weight: number
  compliantWeight: number
  squaredWeight: number
}

export function newTally(): Tally {
  return {
    yes: 0,
    no: 0,
    notApplicable: 0,
    compliant: 0,
    weight: 0,
    compliantWeight: 0,
    squaredWeight: 0,
  }
}

/** How much of its population a sample covers. */
export interface Coverage {
  readonly known: boolean
  /** The whole municipality, of which this is a unit. */
  readonly whole: Coverage | null
  cases: number
  /** Sum of weights: the population's size where the draw is known. */
  weight: number
  /** Sums of w (w - 1) and of its square: what is left to chance, see `leftToChance`. */
  open: number
  squaredOpen: number
}

/** `known`: the weights come from the draw, so that a weight of 1 means certain to be drawn. */
export function newCoverage(known: boolean, whole: Coverage | null = null): Coverage {
  return { known, whole, cases: 0, weight: 0, open: 0, squaredOpen: 0 }
}

export function cover(coverage: Coverage, weight: number): void {
  const open = weight * (weight - 1)
  coverage.cases += 1
  coverage.weight += weight
  coverage.open += open
  coverage.squaredOpen += open * open
}

/** From this sampled share on most of the population was reviewed, and the limits are exact. */
const most = 0.5

/** Answers of doubt on whether an unseen case is applicable; Jeffreys' prior adds half a success to one trial. */
const halfCase = 0.5

/**
 * Sampled share of the population. Weights of a known draw add up to the population's size; weights of 1 mean that
 * the draw is unknown, and then nothing is deducted (wider, never narrower than the truth).
 */
function sampledShare({ cases, weight, known }: Coverage): number {
  if (weight > cases) return cases / weight
  return known && cases > 0 ? 1 : 0
}

/** Nothing is left to chance: the draw is known, and every case was certain to be drawn. */
export function isComplete(coverage: Coverage): boolean {
  return sampledShare(coverage) === 1
}

/**
 * Variance of the estimated total of some cases' values, per unit of the values' variance: the squared weights of those
 * cases less what is certain because part of the population was reviewed.
 *
 * A case of a known draw stands for weight - 1 others, so w (w - 1) takes the place of w^2 (Cochran, Sampling Techniques,
 * 5.3: one case per stratum of w cases). Which of the unseen cases belong is not known either: where only cases drawn for
 * certain turned out applicable, the sum is 0 though unseen ones may be applicable too. The sum is therefore at least
 * what it would be on average at the share of applicable cases among the uncertain ones, with half a case of doubt:
 * (m + 1/2) / (n + 1), Jeffreys' estimate, where cases count by their w (w - 1). It is 0 only after a complete census.
 * Derivation: docs/statistics.md. Where only a column of weights is at hand, the sampled share of the whole is deducted.
 */
export function leftToChance(squaredWeight: number, weight: number, coverage: Coverage): number {
  if (!coverage.known) return squaredWeight * (1 - sampledShare(coverage))
  const { open, squaredOpen } = coverage
  if (isComplete(coverage) || open <= 0) return 0
  const seen = Math.max(0, squaredWeight - weight)
  const typical = squaredOpen / open
  return Math.max(seen, ((seen + halfCase * typical) * open) / (open + typical))
}

/**
 * Kish's effective size with what is certain deducted: (sum w)^2 / `leftToChance`. Infinite after a complete census only.
 * Source: Kish, Survey Sampling (1965), 8.2 and 11.7.
 */
export function effectiveSize(weight: number, squaredWeight: number, coverage: Coverage): number {
  return (weight * weight) / leftToChance(squaredWeight, weight, coverage)
}

/** Weighted share with Wilson's interval at the effective size. */
export function proportionOf(tally: Tally, coverage: Coverage): Proportion {
  const { compliant: numerator, notApplicable } = tally
  const denominator = tally.yes + tally.no
  if (denominator === 0) {
    return { numerator, denominator, notApplicable, share: null, interval: null, method: 'none' }
  }
  // Sums in different orders may differ in the last bit.
  const share = Math.min(1, tally.compliantWeight / tally.weight)
  const sampled = sampledShare(coverage)
  const common = { numerator, denominator, notApplicable, share }
  if (sampled === 1) return { ...common, interval: [share, share], method: 'hypergeometric' }
  if (sampled > most && isSelfWeighting(coverage)) {
    const limits = unseenApplicable(denominator, coverage).map((unseen) =>
      hyperExact(numerator, denominator, denominator + unseen),
    )
    const [lower, upper] = [limits.map(([least]) => least), limits.map(([, greatest]) => greatest)]
    return { ...common, interval: [Math.min(...lower), Math.max(...upper)], method: 'hypergeometric' }
  }
  const size = effectiveSize(tally.weight, tally.squaredWeight, coverage)
  const interval = within(possible(tally, coverage), wilsonOfShare(share, size))
  return { ...common, interval: around(interval, share), method: 'wilson' }
}

/** Confidence in how many unseen cases are applicable: about one standard error to either side, see docs/statistics.md. */
const applicableConfidence = 0.7

/**
 * How many unseen cases may be applicable: fewest and most by Wilson's limits of the share applicable among the cases seen.
 * The exact limits are taken at either, since shares of 50 and of 52 cases are not the same fractions.
 */
function unseenApplicable(applicable: number, { cases, weight }: Coverage): readonly number[] {
  const unseen = Math.ceil(weight - 1e-9) - cases
  const [fewest, most] = wilson(applicable, cases, applicableConfidence)
  return unseen === 0
    ? [0]
    : [...new Set([Math.floor(unseen * fewest), Math.max(1, Math.ceil(unseen * most))])]
}

/**
 * The least and the greatest share that the answers seen allow, were every unseen case applicable and all of them to fail or
 * all to comply.
 */
function possible(tally: Tally, coverage: Coverage): Interval {
  if (!coverage.known) return [0, 1]
  const unseen = Math.max(0, coverage.weight - coverage.cases)
  const all = tally.yes + tally.no + unseen
  return [tally.compliant / all, (tally.compliant + unseen) / all]
}

function within([least, greatest]: Interval, [lower, upper]: Interval): Interval {
  return [Math.max(least, lower), Math.min(greatest, upper)]
}

/** A weighted share may leave what is possible by a hair's breadth of rounding, or by uneven weights. */
function around([lower, upper]: Interval, share: number): Interval {
  return [Math.min(lower, share), Math.max(upper, share)]
}

/** Wilson's interval of a share at an effective size, which need not be a whole number. */
export function wilsonOfShare(share: number, size: number): Interval {
  return wilson(Math.min(size, share * size), size)
}

/**
 * All cases weigh the same, as in one simple random sample; those of a unit alone may by chance, and then their weights do
 * not add up to its population.
 */
function isSelfWeighting({ cases, weight, open, whole }: Coverage): boolean {
  if (whole !== null) return isSelfWeighting(whole)
  // The sum of squared weights is `open` + `weight`.
  return Math.abs((open + weight) * cases - weight ** 2) < 1e-9 * weight ** 2
}

/**
 * The annex's figures: the standard error that the share has at its effective size, the root of p (1 - p) / size, and Korn and
 * Graubard's interval at it. Null below two answers. The linearised error is not used: where the few answers that differ
 * weigh little it is far too small (its interval covered 85 % in a small municipality).
 */
export function annexOf(tally: Tally, coverage: Coverage): QuestionAnnex | null {
  const n = tally.yes + tally.no
  if (n < 2) return null
  const p = Math.min(1, tally.compliantWeight / tally.weight)
  const size = effectiveSize(tally.weight, tally.squaredWeight, coverage)
  const [standardError, df] = [Math.sqrt((p * (1 - p)) / size), n - 1]
  const interval = isComplete(coverage) ? ([p, p] as const) : kornGraubard(p, standardError, n, df)
  return { standardError, df, kornGraubard: interval }
}
