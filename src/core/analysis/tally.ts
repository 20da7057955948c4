import { hyperExact } from '../statistics/hyper-exact.ts'
import { kornGraubard } from '../statistics/korn-graubard.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Interval, Proportion, QuestionAnnex } from './analysis.ts'
import {
  effectiveSize,
  expectedUnseen,
  isComplete,
  isSelfWeighting,
  mostUnseen,
  sampledShare,
  toldCoverages,
  type Coverage,
} from './coverage.ts'

/** Running counts of one question in one scope. */
export interface Tally {
  yes: number
  no: number
  notApplicable: number
  compliant: number
  /** Reviews in which the question was asked and no answer stands. */
  missing: number
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
    missing: 0,
    weight: 0,
    compliantWeight: 0,
    squaredWeight: 0,
  }
}

/** From this sampled share on most of the population was reviewed, and the limits are exact. */
const most = 0.5

/**
 * Weighted share with Wilson's interval at the effective size. Neither leaves what is possible: where the draw tells how many
 * cases were not seen, weights that happen to speak for more of them, or fewer, cannot make them. Where it tells their number
 * between bounds only, the interval holds those of all numbers between: less knowledge never makes it narrower.
 */
export function proportionOf(tally: Tally, coverage: Coverage): Proportion {
  const found = proportionAt(tally, coverage)
  if (found.interval === null || found.share === null) return found
  const told = toldCoverages(coverage).map((each): Interval => proportionAt(tally, each).interval ?? [0, 1])
  return { ...found, interval: around(unionOf([found.interval, ...told]), found.share) }
}

function proportionAt(tally: Tally, coverage: Coverage): Proportion {
  const { compliant: numerator, notApplicable } = tally
  const denominator = tally.yes + tally.no
  if (denominator === 0) {
    return { numerator, denominator, notApplicable, share: null, interval: null, method: 'none' }
  }
  const limits = possibleShares(numerator, denominator, coverage)
  const share = shareOf(tally, coverage)
  const sampled = sampledShare(coverage)
  const common = { numerator, denominator, notApplicable, share }
  if (isComplete(coverage)) return { ...common, interval: [share, share], method: 'hypergeometric' }
  if (sampled > most && isSelfWeighting(coverage)) {
    const interval = unionOf(
      unseenApplicable(denominator, coverage).map((unseen) =>
        hyperExact(numerator, denominator, denominator + unseen),
      ),
    )
    return { ...common, interval: around(within(limits, interval), share), method: 'hypergeometric' }
  }
  const size = effectiveSize(tally.weight, tally.squaredWeight, coverage)
  const interval = within(limits, wilsonOfShare(share, size))
  return { ...common, interval: around(interval, share), method: 'wilson' }
}

/** The weighted share, of what is possible the nearest. After a complete census weights have nothing left to say. */
function shareOf(tally: Tally, coverage: Coverage): number {
  const [least, greatest] = possibleShares(tally.compliant, tally.yes + tally.no, coverage)
  return Math.min(greatest, Math.max(least, tally.compliantWeight / tally.weight))
}

/** Confidence in how many unseen cases are applicable: about one standard error to either side, see docs/statistics.md. */
const applicableConfidence = 0.7

/**
 * How many unseen cases may be applicable: fewest and most by Wilson's limits of the share applicable among the cases seen.
 * The exact limits are taken at either, since shares of 50 and of 52 cases are not the same fractions.
 */
function unseenApplicable(applicable: number, coverage: Coverage): readonly number[] {
  const { cases } = coverage
  const unseen = Math.ceil(expectedUnseen(coverage) - 1e-9)
  const [fewest, many] = wilson(applicable, cases, applicableConfidence)
  return [...new Set([Math.floor(unseen * fewest), Math.max(1, Math.ceil(unseen * many))])]
}

/**
 * The least and the greatest mean of so many values between 0 and 1 that those seen allow, with this sum, were every unseen case
 * applicable and all of them 0, or all 1.
 */
export function possibleShares(sum: number, applicable: number, coverage: Coverage): Interval {
  const unseen = mostUnseen(coverage)
  if (unseen === null) return [0, 1]
  const all = applicable + unseen
  return [sum / all, (sum + unseen) / all]
}

export function within([least, greatest]: Interval, [lower, upper]: Interval): Interval {
  return [Math.max(least, lower), Math.min(greatest, upper)]
}

/** The narrowest interval that holds them all. */
export function unionOf(intervals: readonly Readonly<Interval>[]): Interval {
  return [Math.min(...intervals.map(([lower]) => lower)), Math.max(...intervals.map(([, upper]) => upper))]
}

/** Exact limits of a weighted share may leave it outside by uneven weights, others by a hair's breadth of rounding. */
export function around([lower, upper]: Interval, share: number): Interval {
  return [Math.min(lower, share), Math.max(upper, share)]
}

/** Wilson's interval of a share at an effective size, which need not be a whole number. */
export function wilsonOfShare(share: number, size: number): Interval {
  return wilson(Math.min(size, share * size), size)
}

/**
 * The annex's figures: the standard error that the share has at its effective size, the root of p (1 - p) / size, and Korn and
 * Graubard's interval at it. Null below two answers. The linearised error is not used: where the few answers that differ
 * weigh little it is far too small (its interval covered 85 % in a small municipality).
 */
export function annexOf(tally: Tally, coverage: Coverage): QuestionAnnex | null {
  const found = annexAt(tally, coverage)
  const told = toldCoverages(coverage).flatMap((each) => annexAt(tally, each) ?? [])
  if (found === null || told.length === 0) return found
  return {
    ...found,
    standardError: Math.max(found.standardError, ...told.map((each) => each.standardError)),
    kornGraubard: unionOf([found, ...told].map((each) => each.kornGraubard)),
  }
}

function annexAt(tally: Tally, coverage: Coverage): QuestionAnnex | null {
  const n = tally.yes + tally.no
  if (n < 2) return null
  const p = shareOf(tally, coverage)
  const size = effectiveSize(tally.weight, tally.squaredWeight, coverage)
  const [standardError, df] = [Math.sqrt((p * (1 - p)) / size), n - 1]
  if (isComplete(coverage)) return { standardError, df, kornGraubard: [p, p] }
  const limits = possibleShares(tally.compliant, n, coverage)
  // A greater size than that is the rounding of weights that are 1, and more than the beta quantile can take.
  const error = Math.max(standardError, Math.sqrt((p * (1 - p)) / 1e8))
  const interval = around(within(limits, kornGraubard(p, error, n, df)), p)
  return { standardError, df, kornGraubard: interval }
}
