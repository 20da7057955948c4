import { describe, expect, it } from 'vitest'
import { plannedScopes, type ScopesBasis } from './planned-scopes.ts'

const basis: ScopesBasis = {
  spread: 0.17,
  comparisonSpread: 0.15,
  population: null,
  stages: 6,
  question: { perCase: 0.15, share: 0.8 },
}
const levels = (reviews: readonly number[]) =>
  reviews.map((count, at) => ({
    level: at + 1,
    reviews: count,
    minutes: 30,
    r2: [0.15, 0.3, 0.45, 1][at] ?? 0,
  }))

describe('what a plan can say', () => {
  it('is most about everything together, less about a stage, least about one question', () => {
    const { all, stage, question } = plannedScopes(levels([693, 120, 60, 30]), 2, basis)
    expect(all.expert.margin).toBeLessThan(stage.expert.margin ?? 0)
    expect(all.comparison.margin).toBeLessThan(stage.comparison.margin ?? 0)
    expect(stage.comparison.margin).toBeLessThan(question.comparison.margin ?? 0)
    // 120 composites with a spread of .15: t(119) × .15 / √120, and 18 answers at 80 %.
    expect(all.comparison.margin).toBeCloseTo(1.9801 * (0.15 / Math.sqrt(120)), 5)
  })

  it('says nothing of a question with under ten answers, or without reviews at the level', () => {
    expect(plannedScopes(levels([693, 120, 60, 30]), 2, basis).question.expert.margin).toBeNull()
    expect(plannedScopes(levels([693, 120, 60, 70]), 2, basis).question.expert.margin).not.toBeNull()
    expect(plannedScopes(levels([693, 0, 0, 30]), 2, basis).all.comparison.margin).toBeNull()
    expect(plannedScopes(levels([693, 120, 60, 0]), 2, basis).all.expert.margin).toBeNull()
  })

  it('has no uncertainty left where everything is reviewed at the highest level', () => {
    const { all } = plannedScopes(levels([200, 200, 200, 200]), 2, { ...basis, population: 200 })
    expect(all.expert.margin).toBe(0)
    expect(all.comparison.margin).toBe(0)
  })
})
