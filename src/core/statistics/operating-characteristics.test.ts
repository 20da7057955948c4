import { describe, expect, it } from 'vitest'
import { barnard } from './barnard.ts'
import { binomialTerm } from './binomial-term.ts'
import { clopperPearson } from './clopper-pearson.ts'
import { fisher } from './fisher.ts'
import { fisherMidP2 } from './fisher-mid-p2.ts'
import { jeffreys } from './jeffreys.ts'
import { wilson } from './wilson.ts'

// Computed by adding up all outcomes, not by simulation: the figures of docs/statistics.md.

function outcomes(n: number, p: number): number[] {
  return Array.from({ length: n + 1 }, (_, x) => binomialTerm(x, n - x, p, 1 - p))
}

/** Mean and smallest coverage of a 95 % interval over true shares from 5 to 95 %, in percent. */
function coverage(interval: typeof wilson, n: number): { mean: number; least: number } {
  const limits = Array.from({ length: n + 1 }, (_, x) => interval(x, n))
  const covered = Array.from({ length: 181 }, (_, i) => {
    const p = 0.05 + i / 200
    return outcomes(n, p).reduce((sum, probability, x) => {
      const [lower, upper] = limits[x] ?? [0, 0]
      return lower <= p && p <= upper ? sum + probability : sum
    }, 0)
  })
  return {
    mean: (100 * covered.reduce((sum, value) => sum + value, 0)) / covered.length,
    least: 100 * Math.min(...covered),
  }
}

describe.each([8, 15, 18, 30, 60, 120])('with %d answers', (n) => {
  it('Wilson covers 95 to 95.5 % on average and nowhere less than 89 %', () => {
    const { mean, least } = coverage(wilson, n)
    expect(mean).toBeGreaterThan(94.95)
    expect(mean).toBeLessThan(95.6)
    expect(least).toBeGreaterThan(89)
  })

  it('Jeffreys covers as much on average and Clopper and Pearson never less than 95 %', () => {
    expect(coverage(jeffreys, n).mean).toBeGreaterThan(94.5)
    expect(coverage(clopperPearson, n).least).toBeGreaterThan(95)
  })
})

/** In percent: the largest rate of p <= .05 when nothing changed, and the rate when 70 % became 90 %. */
function characteristics(test: typeof barnard, n: number): { falseAlarms: number; power: number } {
  const counts = Array.from({ length: n + 1 }, (_, x) => x)
  const significant = counts.map((x1) => counts.map((x2) => test(x1, n, x2, n) <= 0.05))
  const rate = (p1: number, p2: number): number => {
    const [first, second] = [outcomes(n, p1), outcomes(n, p2)]
    return counts.reduce((sum, x1) => {
      const row = counts.filter((x2) => significant[x1]?.[x2])
      return sum + (first[x1] ?? 0) * row.reduce((inRow, x2) => inRow + (second[x2] ?? 0), 0)
    }, 0)
  }
  const shares = Array.from({ length: 50 }, (_, i) => (i + 1) / 100)
  return { falseAlarms: 100 * Math.max(...shares.map((p) => rate(p, p))), power: 100 * rate(0.9, 0.7) }
}

describe.each([18, 30])('with %d against %d', (n) => {
  it('Barnard gives no more false alarms than 5 % and finds more than Fisher', () => {
    const [exact, conditional] = [characteristics(barnard, n), characteristics(fisher, n)]
    expect(exact.falseAlarms).toBeGreaterThan(4.5)
    expect(exact.falseAlarms).toBeLessThanOrEqual(5)
    expect(conditional.falseAlarms).toBeLessThan(3)
    expect(exact.power - conditional.power).toBeGreaterThan(10)
  })

  it('the doubled mid-p is close to Barnard without a guarantee', () => {
    const [exact, midP] = [characteristics(barnard, n), characteristics(fisherMidP2, n)]
    expect(Math.abs(midP.power - exact.power)).toBeLessThan(3)
    expect(midP.falseAlarms).toBeLessThan(5.6)
  })
})
