import { StatisticsError } from './statistics-error.ts'

/** A rater's category for a subject; null: not rated. */
export type Category = string | number

/** Per subject (row) the answers in each category; subjects that nobody rated are left out. */
export interface RatingCounts {
  readonly counts: readonly (readonly number[])[]
  /** Number of ratings of each subject, at least 1. */
  readonly ratings: readonly number[]
}

/**
 * Counts ratings, subjects × raters, by category. Refuses unequal numbers of raters, fewer than two categories, a
 * repeated or unknown category, and data in which no subject was rated twice.
 */
export function ratingCounts(
  ratings: readonly (readonly (Category | null)[])[],
  categories: readonly Category[],
): RatingCounts {
  const index = new Map(categories.map((category, i) => [category, i]))
  requireCategories(categories, index)
  const counts: number[][] = []
  for (const [subject, row] of ratings.entries()) {
    if (row.length !== ratings[0]?.length) throw raggedRatings(subject)
    const tally = categories.map(() => 0)
    let rated = 0
    for (const category of row) {
      if (category === null) continue
      const position = index.get(category)
      if (position === undefined) throw unknownCategory(category, subject)
      tally[position] = (tally[position] ?? 0) + 1
      rated += 1
    }
    if (rated > 0) counts.push(tally)
  }
  const totals = counts.map((row) => row.reduce((total, count) => total + count, 0))
  if (!totals.some((total) => total >= 2)) {
    throw new StatisticsError('no-pairs', {
      da: 'Ingen sag er vurderet af mindst to; enighed kan ikke beregnes.',
      en: 'No case was rated by two or more; agreement cannot be computed.',
    })
  }
  return { counts, ratings: totals }
}

function requireCategories(categories: readonly Category[], index: ReadonlyMap<Category, number>): void {
  if (index.size < categories.length) {
    throw new StatisticsError('duplicate', {
      da: 'categories nævner en kategori to gange.',
      en: 'categories names a category twice.',
    })
  }
  if (categories.length < 2) {
    throw new StatisticsError('too-few-values', {
      da: `categories skal nævne mindst to kategorier, men har ${categories.length}.`,
      en: `categories must name at least two categories, but has ${categories.length}.`,
    })
  }
}

function raggedRatings(subject: number): StatisticsError {
  return new StatisticsError('ragged-table', {
    da: `ratings[${subject}] har et andet antal vurderinger end den første række.`,
    en: `ratings[${subject}] has another number of ratings than the first row.`,
  })
}

function unknownCategory(category: Category, subject: number): StatisticsError {
  return new StatisticsError('unknown-category', {
    da: `ratings[${subject}] har kategorien ${category}, som ikke står i categories.`,
    en: `ratings[${subject}] has category ${category}, which categories does not name.`,
  })
}
