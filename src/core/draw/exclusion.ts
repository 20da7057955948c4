/** How many cases of a stratum one part of the rule kept out; `why` is that part's JSON path in the draw file. */
export interface Exclusion {
  /** `eligibility[2]`, `selection.before`, `selection.onOrAfter`, `selection.onePer` or `selection.risk`. */
  readonly why: string
  readonly count: number
}

/** Counts what fell out, in the order of the rule's parts. */
export function countExclusions(reasons: readonly string[]): readonly Exclusion[] {
  const counts = new Map<string, number>()
  for (const why of reasons) counts.set(why, (counts.get(why) ?? 0) + 1)
  return inOrderOfRule([...counts].map(([why, count]) => ({ why, count })))
}

export function inOrderOfRule(exclusions: readonly Exclusion[]): readonly Exclusion[] {
  return exclusions.toSorted((a, b) => rank(a.why) - rank(b.why))
}

const inOrder = [
  'selection.before',
  'selection.onOrAfter',
  'eligibility',
  'selection.risk',
  'selection.onePer',
]

/** The parts are asked in this order, and a case falls to the first that it does not meet. */
function rank(why: string): number {
  const [part = '', index = '0'] = why.split(/[[\]]/u)
  return inOrder.indexOf(part) * 1000 + Number(index)
}
