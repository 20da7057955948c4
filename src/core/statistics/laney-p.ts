import { limits, pooledShare, requireRounds, type ControlLimits } from './p-chart.ts'
import { StatisticsError } from './statistics-error.ts'

/** Expected range of two standard normal values, 2 / sqrt(pi), to the three decimals that control charts print. */
const meanRangeOfTwo = 1.128

export interface LaneyLimits extends ControlLimits {
  /** How much more (above 1) or less the rounds vary than chance alone makes them. */
  readonly sigmaZ: number
}

/**
 * Laney's p' chart: the p-chart's limits widened by the variation between successive rounds that the binomial alone
 * does not explain. For n in the hundreds; at least two rounds. Refused when every answer is alike.
 * Source: D. B. Laney (2002), Quality Engineering 14.
 */
export function laneyP(x: readonly number[], n: readonly number[]): LaneyLimits {
  requireRounds(x, n, 2)
  const centre = pooledShare(x, n)
  if (centre === 0 || centre === 1) {
    throw new StatisticsError('no-variation', {
      da: 'Alle svar er ens i alle runder; variationen mellem runder er ikke defineret.',
      en: 'All answers are alike in all rounds; the variation between rounds is not defined.',
    })
  }
  const z = n.map((size, i) => ((x[i] ?? 0) / size - centre) / Math.sqrt((centre * (1 - centre)) / size))
  const steps = z.slice(1).map((value, i) => Math.abs(value - (z[i] ?? 0)))
  const sigmaZ = steps.reduce((sum, step) => sum + step, 0) / steps.length / meanRangeOfTwo
  return { centre, sigmaZ, ...limits(centre, n, sigmaZ) }
}
