import type { Interval } from './interval.ts'
import { requireSuccesses } from './require-number.ts'
import { wilson } from './wilson.ts'

/**
 * Newcombe's interval for the difference of two independent proportions, x1/n1 - x2/n2, from their Wilson limits
 * (square and add). It lies within -1 to 1 and is shown beside a change; the exact test decides.
 * Source: R. G. Newcombe (1998), Statistics in Medicine 17, method 10.
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, conf = 0.95): Interval {
  requireSuccesses(x1, n1, 'x1', 'n1')
  requireSuccesses(x2, n2, 'x2', 'n2')
  const p1 = x1 / n1
  const p2 = x2 / n2
  const [lower1, upper1] = wilson(x1, n1, conf)
  const [lower2, upper2] = wilson(x2, n2, conf)
  const difference = p1 - p2
  return [
    Math.max(-1, difference - Math.hypot(p1 - lower1, upper2 - p2)),
    Math.min(1, difference + Math.hypot(upper1 - p1, p2 - lower2)),
  ]
}
