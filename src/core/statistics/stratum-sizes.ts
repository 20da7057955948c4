import { plural } from '../language/plural.ts'
import { requireSampleSize } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

export type StratumKey = string | number

/**
 * Sample size n and population size N of each stratum. Refused: a stratum named twice, a case of an unknown stratum,
 * more cases than the population has, and a stratum that is neither complete nor has two cases to see variation in.
 */
export function stratumSizes(
  sampled: readonly StratumKey[],
  strata: readonly { readonly h: StratumKey; readonly N: number }[],
): ReadonlyMap<StratumKey, { readonly n: number; readonly N: number }> {
  const counts = new Map<StratumKey, number>()
  for (const h of sampled) counts.set(h, (counts.get(h) ?? 0) + 1)
  const sizes = new Map<StratumKey, { readonly n: number; readonly N: number }>()
  for (const { h, N } of strata) {
    requireSampleSize(N, `strata ${h}: N`)
    if (sizes.has(h)) {
      throw new StatisticsError('duplicate', {
        da: `strata nævner ${h} to gange.`,
        en: `strata names ${h} twice.`,
      })
    }
    const n = counts.get(h) ?? 0
    if (n > N) {
      throw new StatisticsError('count-above-total', {
        da: `Stratum ${h} har ${n} ${plural('da', n, 'sag', 'sager')} i stikprøven, men N er ${N}.`,
        en: `Stratum ${h} has ${n} sampled ${plural('en', n, 'case', 'cases')}, but its N is ${N}.`,
      })
    }
    if (n < 2 && n < N) {
      throw new StatisticsError('stratum-too-small', {
        da: `Stratum ${h} har ${n} af ${N} sager i stikprøven; der skal mindst 2 til, eller alle.`,
        en: `Stratum ${h} has ${n} of ${N} cases in the sample; it takes at least 2, or all.`,
      })
    }
    sizes.set(h, { n, N })
  }
  for (const h of counts.keys()) {
    if (!sizes.has(h)) {
      throw new StatisticsError('unknown-stratum', {
        da: `Stratum ${h} står ikke i strata.`,
        en: `Stratum ${h} is not among strata.`,
      })
    }
  }
  return sizes
}
