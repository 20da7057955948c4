import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialTerm } from '../statistics/binomial-term.ts'
import { wilson } from '../statistics/wilson.ts'
import { judgeGoal } from './goal-judgement.ts'
import { goalProspect, worthOf } from './goal-prospect.ts'

const size = fc.integer({ min: 1, max: 200 })
const target = fc.integer({ min: 5, max: 99 }).map((percent) => percent / 100)

/** By counting every outcome, in no clever order. */
function chanceOf(verdict: string, n: number, truth: number, goal: number): number {
  let sum = 0
  for (let x = 0; x <= n; x += 1)
    if (judgeGoal({ share: x / n, interval: wilson(x, n), sample: 10 + n }, goal).verdict === verdict)
      sum += binomialTerm(x, n - x, truth, 1 - truth)
  return sum
}

describe('what a sample is worth', () => {
  test('is its number of answers where nothing but chance is uncertain', () => {
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const x = Math.round(part * n)
        expect(worthOf({ share: x / n, interval: wilson(x, n) })).toBeCloseTo(n, 4)
      }),
    )
  })

  test('is without end after a census, and unknown without answers', () => {
    expect(worthOf({ share: 0.7, interval: [0.7, 0.7] })).toBe(Number.POSITIVE_INFINITY)
    expect(worthOf({ share: null, interval: null })).toBeNull()
  })
})

describe('whether a target can be told', () => {
  test('agrees with counting: at the share named, the verdict comes with 80 % chance, and not before', () => {
    fc.assert(
      fc.property(size, target, (n, goal) => {
        const { sureToMeet, sureToMiss } = goalProspect(goal, n)
        const sure = (verdict: string, at: number | null, otherwise: number, beyond: number) => {
          if (at === null) return chanceOf(verdict, n, otherwise, goal) === 0
          const there = chanceOf(verdict, n, at, goal)
          return there >= 0.8 - 1e-6 && chanceOf(verdict, n, at + beyond, goal) < 0.8
        }
        expect(sure('met', sureToMeet, 1, -0.005)).toBe(true)
        expect(sure('not-met', sureToMiss, 0, 0.005)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('three cases can never say that 80 % is met, not even with all of them right', () => {
    expect(goalProspect(0.8, 3).sureToMeet).toBeNull()
    expect(goalProspect(0.8, 3).sureToMiss).not.toBeNull()
  })

  test('asks the less of the truth, the more cases there are', () => {
    const asked = [18, 60, 200, 1000].map((n) => goalProspect(0.8, n).sureToMeet ?? 2)
    expect(asked).toEqual(asked.toSorted((a, b) => b - a))
    expect(asked.at(-1)).toBeLessThan(0.84)
  })

  test('a census tells every target nearly exactly, and no case tells nothing', () => {
    const { sureToMeet, sureToMiss } = goalProspect(0.8, Number.POSITIVE_INFINITY)
    expect(sureToMeet).toBeCloseTo(0.8, 1)
    expect(sureToMiss).toBeCloseTo(0.8, 1)
    expect(goalProspect(0.8, 0.4)).toEqual({ sureToMeet: null, sureToMiss: null })
  })
})
