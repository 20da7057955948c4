import type { Criterion, Selection } from '../programme/programme.ts'

/**
 * What a rule asks about a case beside its id and stratum, in the order of the frame digest's lines, each once: the stage
 * (it is part of keys), the day that the newest go by, the criteria's attributes, and the risk or what `onePer` compares.
 */
export function decidingAttributes(
  selection: Selection,
  eligibility: readonly Criterion[],
): readonly string[] {
  return [
    ...new Set([
      'stage',
      ...(selection.kind === 'newest-first' ? ['completed'] : []),
      ...eligibility.map(({ attribute }) => attribute),
      ...ofSelection(selection),
    ]),
  ]
}

function ofSelection(selection: Selection): readonly string[] {
  if (selection.kind === 'risk-weighted') return [selection.risk]
  if (selection.kind !== 'newest-first' || selection.onePer === undefined) return []
  return [selection.onePer.attribute, selection.onePer.by]
}
