import { binomialTerm } from './binomial-term.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { requireAtMost, requireCount } from './require-number.ts'

/**
 * McNemar's mid-p test on paired answers: `b` pairs differ in one direction, `c` in the other (counts); two-sided.
 * Without any differing pair p is 1: nothing speaks for a direction.
 * Source: M. W. Fagerland, S. Lydersen and P. Laake (2013), BMC Medical Research Methodology 13.
 */
export function mcnemarMidP(b: number, c: number): number {
  requireCount(b, 'b')
  requireCount(c, 'c')
  const instead = { da: 'Brug en normaltilnærmelse.', en: 'Use a normal approximation.' }
  requireAtMost(b, 1e9, 'b', instead)
  requireAtMost(c, 1e9, 'c', instead)
  if (b === c) return 1
  const fewer = Math.min(b, c)
  const more = Math.max(b, c)
  const atMostFewer = incompleteBeta(0.5, 0.5, more, fewer + 1).lower
  return Math.min(1, 2 * atMostFewer - binomialTerm(fewer, more, 0.5, 0.5))
}
