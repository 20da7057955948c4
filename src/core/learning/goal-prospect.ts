import type { Proportion } from '../analysis/analysis.ts'
import { usualPower } from '../planning/detectable-change.ts'
import { binomialTerm } from '../statistics/binomial-term.ts'
import { wilson } from '../statistics/wilson.ts'

/** A larger sample tells everything that matters here; also what a census is taken as. */
const largest = 5000

/**
 * How many independent answers a share's interval is worth: the n at which Wilson's interval around the share is as wide.
 * It carries over what the draw, the answers' likeness within cases and the part already seen do to the certainty.
 * Infinite where nothing is uncertain; null where there is no share.
 */
export function worthOf({ share, interval }: Pick<Proportion, 'share' | 'interval'>): number | null {
  if (share === null || interval === null) return null
  const wanted = interval[1] - interval[0]
  if (wanted < 1e-9) return Number.POSITIVE_INFINITY
  const width = (n: number): number => {
    const [lower, upper] = wilson(Math.min(n, share * n), n)
    return upper - lower
  }
  // The width falls in n; halving on the logarithm reaches 1e-12 in some 60 steps.
  let [low, high] = [Math.log(1e-3), Math.log(1e7)]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (width(Math.exp(middle)) > wanted) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

export interface GoalProspect {
  /** The smallest true share at which "met" will be said with 80 % chance; null: no sample of this size can ever say it. */
  readonly sureToMeet: number | null
  /** The largest true share at which "not met" will be said with 80 % chance; null: it can never be said. */
  readonly sureToMiss: number | null
}

/**
 * Whether a target can be told at a sample of this worth: exactly, over all its outcomes, by the interval that will judge it.
 * Between the two shares the sample will mostly not tell.
 */
export function goalProspect(target: number, worth: number): GoalProspect {
  const n = Math.min(largest, Math.floor(worth + 1e-9))
  if (n < 1) return { sureToMeet: null, sureToMiss: null }
  const fewestMet = firstWhere(n, (x) => wilson(x, n)[0] >= target)
  const firstNotMissed = firstWhere(n, (x) => wilson(x, n)[1] >= target)
  return {
    // The chance to reach so many rises in the share, and the chance to stay below falls.
    sureToMeet: fewestMet > n ? null : bisect((share) => atLeast(n, fewestMet, share) >= usualPower),
    sureToMiss:
      firstNotMissed === 0 ? null : bisect((share) => 1 - atLeast(n, firstNotMissed, share) < usualPower),
  }
}

/** The first count from 0 to n for which it holds, n + 1 for none; what holds for one holds for all greater. */
function firstWhere(n: number, holds: (x: number) => boolean): number {
  let [low, high] = [0, n + 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function atLeast(n: number, x: number, share: number): number {
  let sum = 0
  for (let count = x; count <= n; count += 1) sum += binomialTerm(count, n - count, share, 1 - share)
  return sum
}

/** The share at which it begins to hold. */
function bisect(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
