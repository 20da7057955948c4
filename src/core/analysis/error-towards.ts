import { qnorm } from '../statistics/qnorm.ts'
import type { Interval } from '../statistics/interval.ts'

/**
 * The standard error that an estimate's own limit tells, on the side where the other estimate lies (upwards where they are
 * equal): for estimates that show no spread, and whose limits are not alike. Source: G. Y. Zou and A. Donner (2008), Statistics
 * in Medicine 27, 1693–1702 (variances recovered from limits), as in Newcombe's interval of a difference.
 */
export function errorTowards(estimate: number, [lower, upper]: Interval, other: number): number {
  return (other < estimate ? estimate - lower : upper - estimate) / qnorm(0.975)
}
