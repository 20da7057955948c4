import { cover, expectedUnseen, newCoverage, type Coverage } from '../coverage.ts'
import type { WeightSource } from '../inference.ts'
import type { CascadePath } from './cascade-path.ts'
import type { CascadeCase } from './cascade-units.ts'

/** Where each level's weights come from. */
export type WeightsOf = (level: number) => WeightSource

/**
 * Cases of a stage (null: all) that the estimate speaks about: as many as the draw tells of, where it does. Else its weights
 * add up to its population, by chance to another number where they are uneven; weights of 1 whose draw is not known tell nothing
 * of it.
 */
export function populationOf(
  cases: readonly CascadeCase[],
  lowest: WeightSource,
  stage: string | null,
): number | null {
  const units = new Map<string, Coverage>()
  for (const { reviews } of cases) {
    const first = reviews[0]
    if (first === undefined) continue
    // By unit, since units that no higher level draws from are left out.
    const unseen = first.unseen?.(stage, first.unit) ?? null
    const coverage = units.get(first.unit) ?? newCoverage(lowest === 'draw', { unseen })
    units.set(first.unit, coverage)
    cover(coverage, first.weight)
  }
  const covered = [...units.values()]
  const sum = (of: (coverage: Coverage) => number): number =>
    covered.reduce((total, coverage) => total + of(coverage), 0)
  if (lowest === 'draw')
    return sum((coverage) =>
      coverage.unseen === null ? coverage.weight : coverage.cases + expectedUnseen(coverage),
    )
  const weight = sum((coverage) => coverage.weight)
  return weight > sum((coverage) => coverage.cases) ? weight : null
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
