/** What a forecast rests on: the person's own past minutes, everybody's at the level, or the programme's assumption. */
export const forecastBases = ['own', 'level', 'programme'] as const
export type ForecastBasis = (typeof forecastBases)[number]

export interface Forecast {
  readonly minutes: number
  readonly basis: ForecastBasis
}

/** Fewer past reviews than this say too little. */
export const fewest = 5
/** Older ones tell of another time: other forms, other routine. */
export const mostRecent = 20

/** How long a review will take, by the median of the newest past ones. `own` and `level` have the newest first. */
export function forecastMinutes(own: readonly number[], level: readonly number[], planned: number): Forecast {
  if (own.length >= fewest) return { minutes: medianOf(own.slice(0, mostRecent)), basis: 'own' }
  if (level.length >= fewest) return { minutes: medianOf(level), basis: 'level' }
  return { minutes: planned, basis: 'programme' }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('nothing has no median')
  return (upper + lower) / 2
}
