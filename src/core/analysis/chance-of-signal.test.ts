import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barnard } from '../statistics/barnard.ts'
import { chanceOfSignal } from './chance-of-signal.ts'
import { rememberingTest, type ProportionTest } from './proportion-test.ts'
import { summarise } from './summary.ts'
import { analyse } from './analyse.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'

const side = fc.integer({ min: 1, max: 14 })

/** Ways to choose k of n, by Pascal's rule: no code of the product. */
function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0
  return k === 0 || k === n ? 1 : choose(n - 1, k - 1) + choose(n - 1, k)
}

function byCounting(test: ProportionTest, n1: number, n2: number, compliant: number): number {
  let [standing, all] = [0, 0]
  for (let x = 0; x <= n1; x++) {
    const ways = choose(n1, x) * choose(n2, compliant - x)
    if (ways === 0) continue
    all += ways
    if (test.of(x, n1, compliant - x, n2).p <= 0.05) standing += ways
  }
  return standing / all
}

describe('the chance that a question stands out although nothing changed', () => {
  it('is the share of all ways to deal the compliant answers over the rounds that come to p <= .05', () => {
    fc.assert(
      fc.property(side, side, fc.nat(), fc.nat(), (n1, n2, a, b) => {
        const [x1, x2] = [a % (n1 + 1), b % (n2 + 1)]
        const test = rememberingTest()
        expect(chanceOfSignal(test, x1, n1, x2, n2)).toBeCloseTo(byCounting(test, n1, n2, x1 + x2), 10)
      }),
      { numRuns: 60 },
    )
  })

  it('averages to the true rate of false alarms, which Barnard keeps below 5 %', () => {
    const [n, share] = [12, 0.8]
    const test = rememberingTest()
    let [expected, truth] = [0, 0]
    for (let x = 0; x <= n; x++)
      for (let y = 0; y <= n; y++) {
        const probability = choose(n, x) * choose(n, y) * share ** (x + y) * (1 - share) ** (2 * n - x - y)
        expected += probability * chanceOfSignal(test, x, n, y, n)
        if (barnard(x, n, y, n) <= 0.05) truth += probability
      }
    expect(expected).toBeCloseTo(truth, 10)
    expect(truth).toBeLessThan(0.05)
  })

  it('is nought where no answer or every answer was compliant', () => {
    expect(chanceOfSignal(rememberingTest(), 18, 18, 21, 21)).toBe(0)
    expect(chanceOfSignal(rememberingTest(), 0, 18, 0, 21)).toBe(0)
  })
})

describe('the signals that chance would give', () => {
  it('are counted over all tested questions, and held against all that stand out, improved ones included', () => {
    const answers = (round: string, first: number) =>
      Array.from({ length: 40 }, (_, at) =>
        review(`${round}${at}`, [at < first ? 'yes' : 'no', at < 20 ? 'yes' : 'no', 'no', 'na'], { round }),
      ).flat()
    const result = analyse({
      programme: smallProgramme,
      round: 'now',
      baseline: 'before',
      answers: [...answers('now', 36), ...answers('before', 18)],
    })
    if (!result.ok) throw new Error('refused')
    const { summary, questions, plan } = result.value
    expect(summary).toMatchObject({ tested: 2, standingOut: 1 })
    expect(summary.classes).toMatchObject({ improved: 1, 'signal-up': 0 })
    const chances = questions
      .filter(({ unit, level, inBaselineSet }) => unit === null && level === 2 && inBaselineSet)
      .map(({ change }) => change?.chanceOfSignal ?? 0)
    expect(chances).toHaveLength(2)
    expect(summary.expectedFalseSignals).toBeCloseTo(chances[0]! + chances[1]!, 12) // two rows, asserted above
    expect(plan).toMatchObject({ tested: 2, expectedFalseSignals: summary.expectedFalseSignals })
    expect(summarise(questions, 2)).toStrictEqual(summary)
  })
})
