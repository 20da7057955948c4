import { estimateMean } from '../../src/core/analysis/cascade/estimate-composite.ts'
import { fitCascade } from '../../src/core/statistics/cascade-fit.ts'
import { nestedSamples, type CascadeUnit } from '../../src/core/statistics/nested-samples.ts'
import { qt } from '../../src/core/statistics/qt.ts'
import { randomFrom } from './random.ts'
import type { Scenario } from './scenario.ts'
import { makeWorld } from './world.ts'

/** Reviews by level from 1; 0 leaves the level out. */
export type PlanSizes = readonly [number, number, number, number]

/** All cases of an imitated municipality, each with the composite that every level would find. */
export type Population = readonly (readonly [number, number, number, number])[]

export function populationOf(scenario: Scenario, seed: number): Population {
  const { answers } = makeWorld(scenario, seed, 0)
  return [...answers.values()].flatMap((levels) => {
    const shares = levels.map((given) => {
      const applicable = given.filter((answer) => answer !== 'na')
      return applicable.length === 0 ? null : applicable.filter((a) => a === 'yes').length / applicable.length
    })
    const [one, two, three, four] = shares
    return one == null || two == null || three == null || four == null ? [] : [[one, two, three, four]]
  })
}

/** What the planner needs to know of a population: the last level's spread, and how well each level foretells it. */
export function truthForPlanning(population: Population): {
  readonly spread: number
  readonly r2: readonly number[]
} {
  const column = (at: number) => population.map((levels) => levels[at] ?? 0)
  const four = column(3)
  const spread = Math.sqrt(covariance(four, four))
  const r2 = [0, 1, 2, 3].map((at) => {
    const own = column(at)
    return covariance(own, four) ** 2 / (covariance(own, own) * covariance(four, four))
  })
  return { spread, r2 }
}

export interface SimulatedRound {
  readonly estimate: number
  readonly margin: number
  readonly standardError: number
  readonly df: number
}

/** One round by this plan: levels drawn by lot from one another, the estimate as `analyse` makes it. */
export function simulateRound(population: Population, sizes: PlanSizes, seed: number): SimulatedRound {
  const order = shuffled(population.length, randomFrom(seed))
  const levels = sizes.flatMap((size, at) => (size === 0 ? [] : [at]))
  const units = order.slice(0, Math.max(...sizes)).map((index, place): CascadeUnit => {
    const found = population[index]
    const y: Record<string, number | null> = {}
    const w: Record<string, number> = {}
    for (const at of levels) {
      const drawn = place < (sizes[at] ?? 0)
      y[at + 1] = drawn ? (found?.[at] ?? 0) : null
      w[at + 1] = drawn ? 1 : 0
    }
    return { s: 'all', y, w }
  })
  const names = levels.map((at) => at + 1)
  if (names.length === 1)
    return plainMean(
      units.map(({ y }) => y[names[0] ?? 0] ?? 0),
      population.length,
    )
  const fit = fitCascade(nestedSamples(names, units), { priceOfLambda: true })
  const { estimate, standardError, df } = estimateMean(names, units, population.length, fit)
  return { estimate, standardError, df, margin: qt(0.975, df) * standardError }
}

function plainMean(values: readonly number[], N: number): SimulatedRound {
  const df = values.length - 1
  const standardError = Math.sqrt(covariance(values, values) * (1 / values.length - 1 / N))
  return { estimate: mean(values), standardError, df, margin: qt(0.975, df) * standardError }
}

/** R. A. Fisher and F. Yates's shuffle of 0 to n - 1. */
function shuffled(n: number, random: () => number): readonly number[] {
  const order = Array.from({ length: n }, (_, at) => at)
  for (let at = n - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = b
    order[other] = a
  }
  return order
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  return a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] ?? 0) - meanB), 0) / (a.length - 1)
}
