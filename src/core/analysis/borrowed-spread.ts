/** What cases of a level differ by within groups of alike ones, and how well that is known. */
export interface Spread {
  readonly variance: number
  /** The variance as a part of the greatest possible, m (1 - m) at the mean m: 1 over the answers that a case is worth. */
  readonly part: number
  /** Mean number of applicable answers of a case, which is the most that it can be worth. */
  readonly answers: number
  readonly df: number
}

/** Degrees of freedom that may be borrowed: enough to steady two or three cases, too few to drown nine. */
const mostBorrowed = 4

/**
 * Variance within groups, pooled over them: cases of one level, unit and stage. Undefined where no group has two cases that
 * could differ.
 */
export function spreadWithin(
  values: readonly { readonly group: string; readonly value: number; readonly answers: number }[],
): Spread | undefined {
  let [squares, possible, df] = [0, 0, 0]
  for (const group of Map.groupBy(values, ({ group: key }) => key).values()) {
    const n = group.length
    const mean = group.reduce((sum, { value }) => sum + value, 0) / n
    const own = group.reduce((sum, { value }) => sum + (value - mean) ** 2, 0)
    squares += own
    // m (1 - m) of a sample is too small by its own variance.
    possible += (n - 1) * mean * (1 - mean) + own / n
    df += n - 1
  }
  // Rounding may leave a hair of `possible` where all are 0 or 1.
  if (df === 0 || possible < 1e-9) return undefined
  const answers = values.reduce((sum, one) => sum + one.answers, 0) / values.length
  return { variance: squares / df, part: squares / possible, answers, df }
}

/**
 * The spread of few cases, steadied by what others of the level show: the mean of both by degrees of freedom, of which at
 * most `mostBorrowed` are borrowed. Two cases alone know their spread so badly that their interval is all of 0 to 1, or, when
 * they happen to be alike, nearly nothing. Cases that all met everything, or nothing, say nothing about `part`; and no case is
 * worth more than its answers.
 * Source: G. K. Smyth (2004), Statistical Applications in Genetics and Molecular Biology 3 (moderated t).
 */
export function steadied(
  own: { readonly variance: number; readonly df: number },
  mean: number,
  others: Spread,
): Omit<Spread, 'answers'> {
  const df = Math.min(mostBorrowed, others.df)
  const blend = (mine: number, theirs: number): number => (mine * own.df + theirs * df) / (own.df + df)
  const possible = mean * (1 - mean)
  return {
    variance: blend(own.variance, others.variance),
    part: Math.max(
      1 / others.answers,
      possible < 1e-9 ? others.part : blend(Math.min(1, own.variance / possible), others.part),
    ),
    df: own.df + df,
  }
}
