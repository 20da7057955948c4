import type { AgreementRow } from '../../../contract/analysis/evidence.ts'

/** The two levels that lie furthest apart: their agreement says most. Two reviewers of one level are no such pair. */
export function furthestPair(rows: readonly AgreementRow[], stage: string | null): AgreementRow | undefined {
  return rows
    .filter((row) => row.stage === stage && row.reviewers === null)
    .toSorted((a, b) => b.pair[1] - b.pair[0] - (a.pair[1] - a.pair[0]))[0]
}
