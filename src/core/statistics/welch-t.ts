import type { Interval } from './interval.ts'
import { qt } from './qt.ts'
import { requireConfidence } from './require-number.ts'
import { sampleMoments } from './sample-moments.ts'
import { satterthwaiteDf } from './satterthwaite.ts'
import { StatisticsError } from './statistics-error.ts'
import { twoSidedTTail } from './t-tail.ts'

export interface WelchTest {
  /** Mean of the first sample minus mean of the second. */
  readonly difference: number
  readonly interval: Interval
  /** Two-sided. */
  readonly p: number
  /** Satterthwaite's degrees of freedom, a real number. */
  readonly df: number
}

/**
 * Welch's test and interval for the difference of two means, at least two values a side, variances not assumed equal.
 * Refused when neither sample varies: there is then no measure of chance.
 * Source: B. L. Welch (1947), Biometrika 34; equals R's `t.test(a, b)`.
 */
export function welchT(a: readonly number[], b: readonly number[], conf = 0.95): WelchTest {
  requireConfidence(conf)
  const first = sampleMoments(a, 'a')
  const second = sampleMoments(b, 'b')
  const va = first.variance / first.n
  const vb = second.variance / second.n
  const variance = va + vb
  if (variance === 0) {
    throw new StatisticsError('no-variation', {
      da: 'Ingen af de to stikprøver varierer; forskellen kan ikke prøves.',
      en: 'Neither sample varies; the difference cannot be tested.',
    })
  }
  const df = satterthwaiteDf({ variance: va, df: first.n - 1 }, { variance: vb, df: second.n - 1 })
  const difference = first.mean - second.mean
  const error = Math.sqrt(variance)
  const margin = -qt((1 - conf) / 2, df) * error
  return {
    difference,
    interval: [difference - margin, difference + margin],
    p: twoSidedTTail(difference / error, df),
    df,
  }
}
