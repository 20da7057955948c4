/** What adds up over runs of one scenario, by the kind of interval. */
export type Sums = Map<string, { intervals: number; held: number; width: number }>

export function newSums(): { intervals: number; held: number; width: number } {
  return { intervals: 0, held: 0, width: 0 }
}

export function addSums(into: Sums, more: Sums): void {
  for (const [what, { intervals, held, width }] of more) {
    const sum = into.get(what) ?? newSums()
    sum.intervals += intervals
    sum.held += held
    sum.width += width
    into.set(what, sum)
  }
}
