import { binomialTerm } from '../statistics/binomial-term.ts'
import type { QuestionResult } from './analysis.ts'

/** A movement that readers notice: ten percentage points. */
const noticed = 0.1

/**
 * How many of some compared questions would move by ten points or more although nothing changed: each at its own numbers
 * of answers and the share that both rounds together show.
 */
export function expectedMoves(questions: readonly QuestionResult[]): number {
  return questions.reduce((sum, { numerator, denominator, baseline }) => {
    if (baseline === null || denominator === 0 || baseline.denominator === 0) return sum
    const share = (numerator + baseline.numerator) / (denominator + baseline.denominator)
    return sum + chanceOfMove(denominator, baseline.denominator, share)
  }, 0)
}

/** The probability that two samples of one population differ by ten points or more. */
export function chanceOfMove(n1: number, n2: number, share: number): number {
  if (share <= 0 || share >= 1) return 0
  const [first, second] = [n1, n2].map((n) =>
    Array.from({ length: n + 1 }, (_, x) => binomialTerm(x, n - x, share, 1 - share)),
  )
  let chance = 0
  for (const [x1, p1] of (first ?? []).entries())
    for (const [x2, p2] of (second ?? []).entries())
      // Ten points exactly count, whatever the last bit says.
      if (Math.abs(x1 / n1 - x2 / n2) >= noticed - 1e-12) chance += p1 * p2
  return chance
}
