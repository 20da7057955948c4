import { ratingCounts, type Category } from './rating-counts.ts'
import { StatisticsError } from './statistics-error.ts'
import type { Interval } from './interval.ts'
import { wilson } from './wilson.ts'

interface Agreement {
  readonly counts: readonly (readonly number[])[]
  readonly ratings: readonly number[]
  /** Mean share of each category over the subjects. */
  readonly shares: readonly number[]
  /** Subjects that two or more rated. */
  readonly paired: number
  readonly observed: number
  readonly chance: number
}

/**
 * Gwet's AC1 for any number of raters, with missing ratings as null, and its standard error over subjects.
 * `ratings` is subjects × raters; `categories` names all categories that could be used, at least two. At least two
 * rated subjects. Unlike kappa it stays meaningful when nearly all answers are alike.
 * Source: K. L. Gwet (2008), British J. Math. Stat. Psychology 61; equals `irrCAC::gwet.ac1.raw`.
 */
export function ac1(
  ratings: readonly (readonly (Category | null)[])[],
  categories: readonly Category[],
): { ac1: number; se: number } {
  const { counts, ratings: rated, shares, paired, observed, chance } = agreement(ratings, categories)
  const n = counts.length
  if (n < 2) {
    throw new StatisticsError('too-few-values', {
      da: 'Usikkerheden på AC1 kræver mindst to vurderede sager.',
      en: 'The uncertainty of AC1 takes at least two rated cases.',
    })
  }
  const value = (observed - chance) / (1 - chance)
  const q = categories.length
  let squares = 0
  for (const [i, row] of counts.entries()) {
    const r = rated[i] ?? 0
    const own = r >= 2 ? ((n / paired) * (agreeing(row, r) - chance)) / (1 - chance) : 0
    const ownChance = row.reduce((sum, count, k) => sum + count * (1 - (shares[k] ?? 0)), 0) / r / (q - 1)
    squares += (own - (2 * (1 - value) * (ownChance - chance)) / (1 - chance) - value) ** 2
  }
  return { ac1: value, se: Math.sqrt(squares / n / (n - 1)) }
}

/**
 * Limits for AC1 from Wilson's limits W of the share of agreeing pairs: (W - pe) / (1 - pe), with the chance agreement
 * pe held fixed. Better than AC1 ± 1.96 se at our sizes, where that can pass 1.
 */
export function acInterval(
  ratings: readonly (readonly (Category | null)[])[],
  categories: readonly Category[],
  conf = 0.95,
): Interval {
  const { paired, observed, chance } = agreement(ratings, categories)
  const [lower, upper] = wilson(Math.min(1, observed) * paired, paired, conf)
  return [(lower - chance) / (1 - chance), (upper - chance) / (1 - chance)]
}

/** Share of the pairs of a subject's ratings that agree. */
function agreeing(row: readonly number[], r: number): number {
  return row.reduce((sum, count) => sum + count * (count - 1), 0) / (r * (r - 1))
}

function agreement(
  ratings: readonly (readonly (Category | null)[])[],
  categories: readonly Category[],
): Agreement {
  const { counts, ratings: rated } = ratingCounts(ratings, categories)
  let paired = 0
  let agreed = 0
  for (const [i, row] of counts.entries()) {
    const r = rated[i] ?? 0
    if (r < 2) continue
    paired += 1
    agreed += agreeing(row, r)
  }
  const shares = categories.map(
    (_, k) => counts.reduce((sum, row, i) => sum + (row[k] ?? 0) / (rated[i] ?? 1), 0) / counts.length,
  )
  // At most 1/q, so that 1 - chance is never 0.
  const chance = shares.reduce((sum, share) => sum + share * (1 - share), 0) / (categories.length - 1)
  return { counts, ratings: rated, shares, paired, observed: agreed / paired, chance }
}
