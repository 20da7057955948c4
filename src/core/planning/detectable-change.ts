import { fewestDf } from '../analysis/mean.ts'
import { qnorm } from '../statistics/qnorm.ts'
import { qt } from '../statistics/qt.ts'
import { satterthwaiteDf, type EstimatedVariance } from '../statistics/satterthwaite.ts'

/** The usual chance to find a change that is there. */
export const usualPower = 0.8

/** How surely one side of a comparison is known. */
export interface Known {
  readonly standardError: number
  readonly df: number
}

/**
 * Smallest difference of two estimates that Welch's test at 5 % finds with this power: both are taken with their own standard
 * errors, so that whatever the test decides fits what was promised. Null where the test is refused, for want of spread or of
 * degrees of freedom. Source: W. G. Cochran and G. M. Cox (1957), Experimental Designs, 2.21.
 */
export function detectableChange(a: Known, b: Known, power = usualPower): number | null {
  const [va, vb] = [a.standardError ** 2, b.standardError ** 2]
  const error = Math.sqrt(va + vb)
  if (a.df < fewestDf || b.df < fewestDf || error < 1e-12) return null
  const df = satterthwaiteDf({ variance: va, df: a.df }, { variance: vb, df: b.df })
  return detectableBy({ variance: va + vb, df }, power)
}

/** The same from the variance of the difference itself. */
export function detectableBy({ variance, df }: EstimatedVariance, power = usualPower): number {
  return (qt(0.975, df) + qt(power, df)) * Math.sqrt(variance)
}

/**
 * Smallest change of a share from `from`, towards the middle, that a two-sided test at 5 % finds with this power; null
 * when none is large enough. The sizes may be effective ones. Source: J. Cohen (1988), Statistical Power Analysis, 6.2
 * (arcsine).
 */
export function detectableShareChange(
  from: number,
  n1: number,
  n2: number,
  power = usualPower,
): number | null {
  if (n1 < 1 || n2 < 1) return null
  const step = (qnorm(0.975) + qnorm(power)) * Math.sqrt(1 / n1 + 1 / n2)
  const angle = 2 * Math.asin(Math.sqrt(from))
  const to = from >= 0.5 ? angle - step : angle + step
  if (to < 0 || to > Math.PI) return null
  return Math.abs(Math.sin(to / 2) ** 2 - from)
}
