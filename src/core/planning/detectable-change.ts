import { qnorm } from '../statistics/qnorm.ts'
import { qt } from '../statistics/qt.ts'

/** The usual chance to find a change that is there. */
export const usualPower = 0.8

/**
 * Smallest difference of two means that Welch's test at 5 % finds with this power, when values spread by `spread` on
 * both sides. Source: W. G. Cochran and G. M. Cox (1957), Experimental Designs, 2.21. Null below two values a side.
 */
export function detectableChange(spread: number, n1: number, n2: number, power = usualPower): number | null {
  if (n1 < 2 || n2 < 2) return null
  const df = n1 + n2 - 2
  return (qt(0.975, df) + qt(power, df)) * spread * Math.sqrt(1 / n1 + 1 / n2)
}

/**
 * Smallest change of a share from `from`, towards the middle, that a two-sided test at 5 % finds with this power; null
 * when none is large enough. Source: J. Cohen (1988), Statistical Power Analysis, 6.2 (arcsine).
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
