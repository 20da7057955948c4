import type { DifferenceRow } from '../../../contract/analysis/evidence.ts'

type Counted = Pick<DifferenceRow, 'n' | 'same'>

export function timesApart({ n, same }: Counted): number {
  return n - same
}

/**
 * Questions by how often two differed, those of one number in the order they came. `first` never parts equals: it is cut
 * where the number falls, at `most` rows or earlier; where all are equal beyond that, none is put before the others.
 */
export function splitMostDisagreed<Row extends Counted>(
  rows: readonly Row[],
  most: number,
): { readonly first: readonly Row[]; readonly more: readonly Row[] } {
  const sorted = rows.toSorted((a, b) => timesApart(b) - timesApart(a))
  const next = sorted[most]
  if (next === undefined) return { first: sorted, more: [] }
  const cut = sorted.findIndex((row) => timesApart(row) === timesApart(next))
  // All of those on top are equal: a list of some of them would be chosen by nothing.
  return { first: sorted.slice(0, cut), more: sorted.slice(cut) }
}
