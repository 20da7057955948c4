import type { WeightSource } from '../inference.ts'
import type { CascadePath } from './cascade-path.ts'
import type { CascadeCase } from './cascade-units.ts'

/** Where each level's weights come from. */
export type WeightsOf = (level: number) => WeightSource

/** Weights of a known draw add up to its population; weights of 1 whose draw is not known tell nothing of it. */
export function populationOf(cases: readonly CascadeCase[], lowest: WeightSource): number | null {
  let [weight, count] = [0, 0]
  for (const { reviews } of cases) {
    const first = reviews[0]
    if (first === undefined) continue
    weight += first.weight
    count += 1
  }
  return lowest === 'draw' || weight > count ? Math.max(weight, count) : null
}

/** The weakest source among the levels. */
export function sourceOf({ levels }: CascadePath, weightsOf: WeightsOf): WeightSource {
  const sources = levels.map(({ level }) => weightsOf(level))
  return (
    sources.find((source) => source === 'none') ?? sources.find((source) => source === 'column') ?? 'draw'
  )
}

/** Where the lowest level's weights come from. */
export function lowestSource({ levels }: CascadePath, weightsOf: WeightsOf): WeightSource {
  return levels[0] === undefined ? 'none' : weightsOf(levels[0].level)
}
