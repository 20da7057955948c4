import type { QuestionResult } from '../analysis/analysis.ts'

type Row = Pick<QuestionResult, 'question' | 'numerator' | 'denominator' | 'share' | 'interval' | 'change'>

/**
 * The questions that a unit fails most, those first of which it is surest: ordered by the upper end of the compliant
 * share's interval, since by the bare share one error in one case would stand before eight in ten. A weighted share may
 * be missing where answers are too few; such questions tell nothing yet.
 */
export function listMostFailed<R extends Row>(rows: readonly R[], most: number): readonly R[] {
  return rows
    .filter(({ numerator, denominator, interval }) => denominator > numerator && interval !== null)
    .toSorted((a, b) => upper(a) - upper(b) || failed(b) - failed(a) || a.question.localeCompare(b.question))
    .slice(0, most)
}

/** Questions that went down against the baseline: clear declines first, then signals, each the largest first. */
export function listDeclines<R extends Row>(rows: readonly R[], most: number): readonly R[] {
  const rank = (row: R) => (row.change?.class === 'declined' ? 0 : 1)
  return rows
    .filter(({ change }) => change?.class === 'declined' || change?.class === 'signal-down')
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.change?.difference ?? 0) - (b.change?.difference ?? 0) ||
        a.question.localeCompare(b.question),
    )
    .slice(0, most)
}

function upper({ interval }: Row): number {
  return interval?.[1] ?? 1
}

function failed({ numerator, denominator }: Row): number {
  return denominator - numerator
}
