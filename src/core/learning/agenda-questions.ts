import type { QuestionResult } from '../analysis/analysis.ts'

type Row = Pick<QuestionResult, 'question' | 'change'>

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
