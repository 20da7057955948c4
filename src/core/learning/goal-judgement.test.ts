import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialTerm } from '../statistics/binomial-term.ts'
import { wilson } from '../statistics/wilson.ts'
import { judgeGoal } from './goal-judgement.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
/** A share with an interval that holds it. */
const figure = fc
  .tuple(share, share, share)
  .map((three) => three.toSorted((a, b) => a - b))
  .map(([lower = 0, middle = 0, upper = 0]) => ({
    share: middle,
    interval: [lower, upper] as [number, number],
    sample: 20,
  }))

describe('judging a goal by the results’ interval', () => {
  test('is met where even the lower end reaches the target, not met where the upper end does not', () => {
    const found = { share: 0.8, interval: [0.7, 0.9] as [number, number], sample: 20 }
    expect([0.7, 0.71, 0.8, 0.9, 0.91].map((target) => judgeGoal(found, target).verdict)).toEqual([
      'met',
      'cannot-tell',
      'cannot-tell',
      'cannot-tell',
      'not-met',
    ])
  })

  test('never decides where the interval holds the target, and always where it does not', () => {
    fc.assert(
      fc.property(figure, share, ({ share: found, interval }, target) => {
        const { verdict } = judgeGoal({ share: found, interval, sample: 20 }, target)
        const [lower, upper] = interval
        // At the ends themselves rounding decides.
        fc.pre(Math.abs(lower - target) > 1e-6 && Math.abs(upper - target) > 1e-6)
        const expected = lower > target ? 'met' : upper < target ? 'not-met' : 'cannot-tell'
        expect(verdict).toBe(expected)
      }),
    )
  })

  test('never says better of a higher target', () => {
    const rank = { met: 2, 'cannot-tell': 1, 'not-met': 0 } as const
    fc.assert(
      fc.property(figure, share, share, (found, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one]
        expect(rank[judgeGoal(found, low).verdict]).toBeGreaterThanOrEqual(
          rank[judgeGoal(found, high).verdict],
        )
      }),
    )
  })

  test('always decides after a census, also where target and share are equal on paper only', () => {
    fc.assert(
      fc.property(share, share, (found, target) => {
        const { verdict } = judgeGoal({ share: found, interval: [found, found], sample: 4 }, target)
        expect(verdict).not.toBe('cannot-tell')
        fc.pre(Math.abs(found - target) > 1e-6)
        expect(verdict).toBe(found > target ? 'met' : 'not-met')
      }),
    )
    const summed = 0.1 + 0.2
    expect(judgeGoal({ share: 0.3, interval: [0.3, 0.3], sample: 4 }, summed).verdict).toBe('met')
  })

  test('says why it cannot: too few cases, or none at all', () => {
    expect(judgeGoal({ share: 0.5, interval: [0.2, 0.8], sample: 20 }, 0.6)).toEqual({
      verdict: 'cannot-tell',
      reason: 'too-few',
    })
    expect(judgeGoal({ share: null, interval: null, sample: 0 }, 0.6)).toEqual({
      verdict: 'cannot-tell',
      reason: 'no-answers',
    })
  })

  test('says nothing of fewer than ten answers, whatever their interval, unless nobody is left unseen', () => {
    const few = { share: 0.2, interval: [0.1, 0.3] as [number, number], sample: 9 }
    expect(judgeGoal(few, 0.8)).toEqual({ verdict: 'cannot-tell', reason: 'too-few' })
    expect(judgeGoal({ ...few, sample: 10 }, 0.8).verdict).toBe('not-met')
    expect(judgeGoal({ ...few, interval: [0.2, 0.2] }, 0.8).verdict).toBe('not-met')
  })

  test('is seldom wrong: with the true share at the target, by counting all outcomes', () => {
    const wrongs = [10, 18, 30, 60, 120].flatMap((n) =>
      [0.6, 0.7, 0.8, 0.9, 0.95].map((target) => {
        const chances = { met: 0, missed: 0 }
        for (let x = 0; x <= n; x += 1) {
          const chance = binomialTerm(x, n - x, target, 1 - target)
          const { verdict } = judgeGoal({ share: x / n, interval: wilson(x, n), sample: n }, target)
          if (verdict === 'met') chances.met += chance
          if (verdict === 'not-met') chances.missed += chance
        }
        return chances
      }),
    )
    const mean = (of: (one: { met: number; missed: number }) => number) =>
      wrongs.reduce((sum, one) => sum + of(one), 0) / wrongs.length
    expect(mean(({ met }) => met)).toBeLessThan(0.025)
    expect(mean(({ missed }) => missed)).toBeLessThan(0.04)
    expect(Math.max(...wrongs.map(({ met }) => met))).toBeLessThan(0.04)
    expect(Math.max(...wrongs.map(({ missed }) => missed))).toBeLessThan(0.09)
  })
})
