import { qnorm } from './qnorm.ts'
import { requireComputable, requireConfidence, requireSampleSize } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

/** A time at which something ended (`ended`), or up to which it was followed without an end. */
export interface FollowedTime {
  readonly time: number
  readonly ended: boolean
  /** So many alike. Default 1. */
  readonly count?: number
}

/** The share that has not ended, just after a time at which something did. */
export interface SurvivalStep {
  readonly time: number
  /** Followed for at least so long, those that end at this time included. */
  readonly atRisk: number
  readonly ended: number
  readonly survival: number
  /** Greenwood's. */
  readonly standardError: number
  readonly lower: number
  readonly upper: number
}

export interface KaplanMeier {
  readonly steps: readonly SurvivalStep[]
  /** Null where the curve does not come down to a half. */
  readonly median: number | null
  /** Null on the side where the limit's curve does not come down to a half. */
  readonly medianLower: number | null
  readonly medianUpper: number | null
}

/**
 * The product-limit estimate of how long something lasts, from what has ended and what is still under way: whatever is
 * under way counts for as long as it was followed. What stops being followed at a time when others end is still at risk then.
 * Valid where those that are no longer followed are like the rest, as when all are followed until today.
 *
 * Variance by Greenwood's formula, limits on the scale log(-log S), default 95 %. At S = 0 that scale has no limits: the
 * upper one before stands, since a share cannot rise again. The median is the first time at which S is a half or less, and
 * the middle of the flat piece where S is a half exactly, as for an even number of values without open ones; its limits
 * are the times at which the curves of the limits come down to a half.
 * Sources: E. L. Kaplan, P. Meier (1958), JASA 53; J. D. Kalbfleisch, R. L. Prentice (1980), The Statistical Analysis of
 * Failure Time Data, 1.3 (limits); R. Brookmeyer, J. Crowley (1982), Biometrics 38 (median). Conventions as in R's
 * `survival::survfit(Surv(time, ended) ~ 1, conf.type = "log-log")`.
 */
export function kaplanMeier(times: readonly FollowedTime[], conf = 0.95): KaplanMeier {
  requireSampleSize(times.length, 'times.length')
  requireConfidence(conf)
  const z = -qnorm((1 - conf) / 2)
  const steps: SurvivalStep[] = []
  let [survival, greenwood, before] = [1, 0, 1]
  for (const { time, ended, atRisk } of atEachTime(times)) {
    if (ended === 0) continue
    survival = ended === atRisk ? 0 : (survival * (atRisk - ended)) / atRisk
    greenwood += ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended))
    const [lower, upper] = survival === 0 ? [0, before] : limits(survival, z * Math.sqrt(greenwood))
    before = upper
    const standardError = survival * Math.sqrt(greenwood)
    steps.push({ time, atRisk, ended, survival, standardError, lower, upper })
  }
  return {
    steps,
    median: halfOf(steps, 'survival'),
    medianLower: halfOf(steps, 'lower'),
    medianUpper: halfOf(steps, 'upper'),
  }
}

function limits(survival: number, width: number): readonly [number, number] {
  const factor = Math.exp(width / Math.log(survival))
  // The logarithm is negative: the factor is below 1, and its inverse gives the lower limit.
  return [Math.min(survival, survival ** (1 / factor)), Math.max(survival, survival ** factor)]
}

/** A half on paper may differ in the last bits. */
const tolerance = 1e-9

function halfOf(steps: readonly SurvivalStep[], curve: 'survival' | 'lower' | 'upper'): number | null {
  const at = steps.findIndex((step) => step[curve] <= 0.5 + tolerance)
  const [found, next] = [steps[at], steps[at + 1]]
  if (found === undefined) return null
  const isFlatAtHalf = Math.abs(found[curve] - 0.5) <= tolerance
  return isFlatAtHalf && next !== undefined ? (found.time + next.time) / 2 : found.time
}

interface AtTime {
  readonly time: number
  ended: number
  left: number
  atRisk: number
}

function atEachTime(times: readonly FollowedTime[]): readonly AtTime[] {
  const byTime = new Map<number, AtTime>()
  let atRisk = 0
  for (const [at, { time, ended, count = 1 }] of times.entries()) {
    requireComputable(time, `time[${at}]`)
    if (time < 0) throw negative(time, at)
    requireSampleSize(count, `count[${at}]`)
    const entry = byTime.get(time) ?? { time, ended: 0, left: 0, atRisk: 0 }
    byTime.set(time, entry)
    if (ended) entry.ended += count
    else entry.left += count
    atRisk += count
  }
  const inOrder = [...byTime.values()].sort((one, other) => one.time - other.time)
  for (const entry of inOrder) {
    entry.atRisk = atRisk
    atRisk -= entry.ended + entry.left
  }
  return inOrder
}

function negative(time: number, at: number): StatisticsError {
  return new StatisticsError('out-of-range', {
    da: `time[${at}] er ${time}; noget kan ikke vare kortere end 0.`,
    en: `time[${at}] is ${time}; nothing lasts shorter than 0.`,
  })
}
