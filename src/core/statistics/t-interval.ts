import type { Interval } from './interval.ts'
import { qt } from './qt.ts'
import { requireConfidence } from './require-number.ts'
import { sampleMoments } from './sample-moments.ts'

/**
 * Student's interval for the mean of at least two values. It is not cut to any range, and values that are all equal
 * give an interval of width 0, which says nothing about uncertainty: use Wilson's interval there.
 * Source: Student (1908), Biometrika 6; equals R's `t.test(values)$conf.int`.
 */
export function tInterval(values: readonly number[], conf = 0.95): Interval {
  requireConfidence(conf)
  const { n, mean, variance } = sampleMoments(values, 'values')
  const margin = -qt((1 - conf) / 2, n - 1) * Math.sqrt(variance / n)
  return [mean - margin, mean + margin]
}
