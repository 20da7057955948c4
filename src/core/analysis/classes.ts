import type { ChangeClass, ClassicalClass } from './analysis.ts'

/** Below this many applicable answers on either side a change is neither tested nor classed. */
export const fewestForChange = 10
/** Highest Benjamini-Hochberg q at which a change is called one; fixed before any result was seen. */
const highestQ = 0.1
/** Highest p at which a single result is worth watching. */
export const highestP = 0.05

/** What one comparison came to. Sizes count applicable answers, or cases for composites. */
export interface Evidence {
  readonly difference: number
  /** The weighted difference goes the way the tested counts go. Else the two contradict each other, and nothing is clear. */
  readonly oneWay: boolean
  readonly size: number
  readonly baselineSize: number
  readonly allCompliantBoth: boolean
  readonly p: number | null
  /** Tested on its own, so that p itself decides. */
  readonly alone: boolean
  /** Null outside the family of questions that the rounds are compared on: such a question can at most be a signal. */
  readonly q: number | null
}

/** The class a careful reader may give a change. The interval never decides, the test does. */
export function changeClass(evidence: Evidence): ChangeClass {
  const { difference, size, baselineSize, p, q } = evidence
  if (Math.min(size, baselineSize) < fewestForChange) return 'too-few'
  if (evidence.allCompliantBoth) return 'all-compliant-both'
  if (p === null || difference === 0 || !evidence.oneWay) return 'no-clear-change'
  const decided = evidence.alone ? p <= highestP : q !== null && q <= highestQ
  if (decided) return difference > 0 ? 'improved' : 'declined'
  if (p <= highestP) return difference > 0 ? 'signal-up' : 'signal-down'
  return 'no-clear-change'
}

/** The class of the printed reports, by the point estimates alone. */
export function classicalClass(share: number, baseline: number): ClassicalClass {
  if (share === 1 && baseline === 1) return 'held-at-100'
  // Shares of different counts that are equal on paper may differ in the last bit.
  if (Math.abs(share - baseline) < 1e-12) return 'unchanged'
  return share > baseline ? 'progress' : 'decline'
}
