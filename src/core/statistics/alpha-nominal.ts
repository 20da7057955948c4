import { ratingCounts, type Category } from './rating-counts.ts'
import { StatisticsError } from './statistics-error.ts'

/**
 * Krippendorff's alpha for nominal categories, any number of raters, missing ratings as null; subjects with one rating
 * do not count. Refused when all paired ratings are alike: alpha is then 0/0.
 * Source: K. Krippendorff (2011), Computing Krippendorff's alpha-reliability; equals `irr::kripp.alpha(, 'nominal')`.
 */
export function alphaNominal(
  ratings: readonly (readonly (Category | null)[])[],
  categories: readonly Category[],
): number {
  const { counts, ratings: rated } = ratingCounts(ratings, categories)
  const totals = categories.map(() => 0)
  let pairable = 0
  let disagreeing = 0
  for (const [i, row] of counts.entries()) {
    const r = rated[i] ?? 0
    if (r < 2) continue
    pairable += r
    for (const [k, count] of row.entries()) {
      totals[k] = (totals[k] ?? 0) + count
      disagreeing += (count * (r - count)) / (r - 1)
    }
  }
  const expected = totals.reduce((sum, total) => sum + total * (pairable - total), 0)
  if (expected === 0) {
    throw new StatisticsError('no-variation', {
      da: 'Alle vurderinger er ens; alfa er ikke defineret.',
      en: 'All ratings are alike; alpha is not defined.',
    })
  }
  return 1 - ((pairable - 1) * disagreeing) / expected
}
