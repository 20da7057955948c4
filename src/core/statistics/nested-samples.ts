import { requireComputable, requireFinite, requireNotNegative } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'
import type { StratumKey } from './stratum-sizes.ts'

/** One case of a cascade: stratum, and by level (as text) its answer and its weight, 0 where it was not drawn. */
export interface CascadeUnit {
  readonly s: StratumKey
  readonly y: Readonly<Record<string, number | null>>
  readonly w: Readonly<Record<string, number>>
}

/** The samples of ascending levels, each within the one below; levels are meant by their position. */
export interface NestedSamples {
  /** How many levels there are. */
  readonly levels: number
  readonly sample: (level: number) => readonly CascadeUnit[]
  /** The level's answer on a case of its sample. */
  readonly answer: (unit: CascadeUnit, level: number) => number
  /** Weighted mean of a level's answers on the sample, and with the weights, of the same or a higher level. */
  readonly mean: (level: number, on: number) => number
  /** Kish's effective size of a level's sample. */
  readonly kish: (level: number) => number
}

/** Checks and arranges a cascade. Refused: levels that do not ascend, samples that are empty or not nested. */
export function nestedSamples(levels: readonly number[], units: readonly CascadeUnit[]): NestedSamples {
  requireAscending(levels)
  const names = levels.map(String)
  const weight = (unit: CascadeUnit, level: number): number => unit.w[names[level] ?? ''] ?? 0
  const samples = names.map((name, level) => {
    const sample = units.filter((unit, i) => {
      requireNotNegative(weight(unit, level), `units[${i}].w.${name}`)
      requireComputable(weight(unit, level), `units[${i}].w.${name}`)
      return weight(unit, level) > 0
    })
    if (sample.length === 0) throw emptyLevel(name)
    return sample
  })
  for (const [i, unit] of units.entries()) {
    for (const [level, name] of names.entries()) {
      if (weight(unit, level) === 0) continue
      if (level > 0 && weight(unit, level - 1) === 0) throw notNested(i, name, names[level - 1] ?? '')
      requireComputable(unit.y[name] ?? Number.NaN, `units[${i}].y.${name}`)
    }
  }
  const sample = (level: number): readonly CascadeUnit[] => samples[level] ?? []
  // Checked above: in its sample a case has a finite answer.
  const answer = (unit: CascadeUnit, level: number): number => unit.y[names[level] ?? ''] ?? 0
  const sum = (level: number, value: (unit: CascadeUnit) => number): number =>
    sample(level).reduce((total, unit) => total + value(unit), 0)
  return {
    levels: levels.length,
    sample,
    answer,
    mean: (level, on) =>
      sum(on, (unit) => weight(unit, on) * answer(unit, level)) / sum(on, (unit) => weight(unit, on)),
    kish: (level) =>
      sum(level, (unit) => weight(unit, level)) ** 2 / sum(level, (unit) => weight(unit, level) ** 2),
  }
}

function requireAscending(levels: readonly number[]): void {
  if (levels.length === 0) {
    throw new StatisticsError('too-few-values', { da: 'levels er tom.', en: 'levels is empty.' })
  }
  for (const [i, level] of levels.entries()) {
    requireFinite(level, `levels[${i}]`)
    if (i > 0 && level <= (levels[i - 1] ?? level)) {
      throw new StatisticsError('out-of-range', {
        da: 'levels skal stå i stigende orden uden gentagelser.',
        en: 'levels must ascend without repetition.',
      })
    }
  }
}

function emptyLevel(name: string): StatisticsError {
  return new StatisticsError('empty-sample', {
    da: `Niveau ${name} har ingen sager.`,
    en: `Level ${name} has no cases.`,
  })
}

function notNested(unit: number, upper: string, lower: string): StatisticsError {
  return new StatisticsError('not-nested', {
    da: `units[${unit}] er udtrukket på niveau ${upper}, men ikke på niveau ${lower} under det.`,
    en: `units[${unit}] was drawn at level ${upper}, but not at level ${lower} below it.`,
  })
}
