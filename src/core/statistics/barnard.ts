import { lastWhere } from './last-where.ts'
import { requireAtMost, requireSuccesses } from './require-number.ts'
import { supIsAbove, supOverNuisance, type RejectionRegion } from './sup-over-nuisance.ts'

/** Above this many a side the unconditional tests cost seconds and gain nothing over the doubled mid-p. */
export const largestUnconditionalSide = 1000

/**
 * Barnard's unconditional exact test of x1 of n1 against x2 of n2, two-sided: the largest probability, over the common
 * success probability, of a pooled z at least as far from 0 as the observed one. At most 1000 a side.
 * Source: G. A. Barnard (1947), Biometrika 34; equals `scipy.stats.barnard_exact(pooled=True)`.
 */
export function barnard(x1: number, n1: number, x2: number, n2: number): number {
  requireTable(x1, n1, x2, n2)
  const region = asFarOut(x1, n1, x2, n2)
  return region === null ? 1 : supOverNuisance(region)
}

/** Whether `barnard` of the same table comes to at most a limit below 1, which is told sooner than p itself. */
export function barnardIsAtMost(limit: number, x1: number, n1: number, x2: number, n2: number): boolean {
  requireTable(x1, n1, x2, n2)
  const region = asFarOut(x1, n1, x2, n2)
  return region !== null && !supIsAbove(region, limit)
}

function requireTable(x1: number, n1: number, x2: number, n2: number): void {
  requireSuccesses(x1, n1, 'x1', 'n1')
  requireSuccesses(x2, n2, 'x2', 'n2')
  const instead = { da: 'Brug fisherMidP2.', en: 'Use fisherMidP2.' }
  requireAtMost(n1, largestUnconditionalSide, 'n1', instead)
  requireAtMost(n2, largestUnconditionalSide, 'n2', instead)
}

/** The tables whose statistic is at least the observed one's; null when these are all tables. */
function asFarOut(x1: number, n1: number, x2: number, n2: number): RejectionRegion | null {
  const observed = pooledStatistic(x1, n1, x2, n2)
  if (observed === 0) return null
  // For a given x1 the statistic falls in x2 up to equal shares and rises from there, so both ends are found by halving.
  const upTo = Int32Array.from({ length: n1 + 1 }, (_, k1) =>
    lastWhere(-1, Math.floor((k1 * n2) / n1), (k2) => pooledStatistic(k1, n1, k2, n2) >= observed),
  )
  // Exchanging successes and failures on both sides changes nothing.
  const from = Int32Array.from({ length: n1 + 1 }, (_, k1) => n2 - (upTo[n1 - k1] ?? 0))
  return { n1, n2, upTo, from, others: [] }
}

/**
 * The square of the pooled z up to a factor that is the same for all tables of these sizes; 0 where it is 0/0. All
 * parts are whole numbers, and the quotient is rounded to 12 digits so that tables with equal z compare as equal.
 */
export function pooledStatistic(x1: number, n1: number, x2: number, n2: number): number {
  const successes = x1 + x2
  const failures = n1 + n2 - successes
  if (successes === 0 || failures === 0) return 0
  return Number(((x1 * n2 - x2 * n1) ** 2 / (successes * failures)).toPrecision(12))
}
