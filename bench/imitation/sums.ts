import type { Scored } from './score.ts'

/** What adds up over runs of one scenario, of one kind of interval. */
export interface Sum {
  intervals: number
  held: number
  width: number
  /** Over runs: intervals², held² and their product, from which the doubt of the simulation follows. */
  intervals2: number
  held2: number
  product: number
}

export type Sums = Map<string, Sum>

/** Adds one run. */
export function addRun(into: Sums, scored: readonly Scored[]): void {
  const run: Sums = new Map()
  for (const { what, holds, width } of scored) {
    const sum = sumOf(run, what)
    sum.intervals += 1
    sum.held += holds ? 1 : 0
    sum.width += width
  }
  for (const sum of run.values()) {
    sum.intervals2 = sum.intervals ** 2
    sum.held2 = sum.held ** 2
    sum.product = sum.intervals * sum.held
  }
  addSums(into, run)
}

export function addSums(into: Sums, more: Sums): void {
  for (const [what, part] of more) {
    const sum = sumOf(into, what)
    // The keys of a Sum are its own.
    for (const key of Object.keys(part) as (keyof Sum)[]) sum[key] += part[key]
  }
}

export function coverageOf({ held, intervals }: Sum): number {
  return held / intervals
}

/**
 * Standard error of a coverage: of a ratio over whole runs, since the intervals of one run resemble each other (Cochran,
 * Sampling Techniques, 6.4). At least that of so many independent intervals of 95 %, lest full coverage look certain.
 */
export function doubtOf(sum: Sum): number {
  const { intervals, held2, intervals2, product } = sum
  const coverage = coverageOf(sum)
  const squares = held2 - 2 * coverage * product + coverage ** 2 * intervals2
  return Math.sqrt(Math.max(squares / intervals ** 2, (0.05 * 0.95) / intervals))
}

function sumOf(sums: Sums, what: string): Sum {
  let sum = sums.get(what)
  if (sum === undefined) {
    sum = { intervals: 0, held: 0, width: 0, intervals2: 0, held2: 0, product: 0 }
    sums.set(what, sum)
  }
  return sum
}
