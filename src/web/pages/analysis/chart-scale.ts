import type { Series } from '../../../contract/analysis/series.ts'

/** Widest part of the scale that a picture of shares leaves out below; a short scale makes small swings look large. */
const narrowest = 0.4

/** The lower end of the scale: a full tenth below all that is drawn, and never less than `narrowest` below 100 %. */
export function lowestOf({ rounds }: Pick<Series, 'rounds'>): number {
  const drawn = rounds.flatMap(({ figure, limits }) => [
    ...(figure?.interval ? [figure.interval[0]] : figure?.share == null ? [] : [figure.share]),
    ...(limits === null ? [] : [limits.lower]),
  ])
  const least = Math.min(1 - narrowest, ...drawn)
  // 0.3 must not become 0.2 because of its binary fraction.
  return Math.max(0, Math.floor(least * 10 + 1e-9) / 10)
}
