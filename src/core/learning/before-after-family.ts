import type { ChangeClass } from '../analysis/analysis.ts'
import { adjust } from '../analysis/change.ts'
import { changeClass, highestP } from '../analysis/classes.ts'

/** One comparison of a figure before and after a start. */
export interface Comparison {
  /** Figure and both rounds: initiatives that share these have one comparison between them, not one each. */
  readonly key: string
  readonly difference: number
  readonly p: number | null
  /** Chance of p <= .05 had nothing changed; null where the test keeps its 5 %, as of composites. */
  readonly chanceOfSignal: number | null
  /** Applicable answers or cases. */
  readonly size: number
  readonly beforeSize: number
  readonly allCompliantBoth: boolean
  /** The shares' difference and the tested counts' go the same way. */
  readonly oneWay: boolean
}

export interface BeforeAfterFamily {
  /** Different comparisons that were made, and those of them that could be tested. */
  readonly compared: number
  readonly tested: number
  /** Tested ones with p <= .05, and how many there would be by chance had nothing changed. */
  readonly standingOut: number
  readonly expectedByChance: number
  readonly read: ReadonlyMap<string, { readonly q: number | null; readonly class: ChangeClass }>
}

/**
 * Reads all comparisons of a plan together. With twenty figures one is expected to stand out though nothing was done, and it is
 * the one that would be told of; so each is called by Benjamini and Hochberg's q within the whole plan, never by its p alone.
 */
export function readTogether(comparisons: readonly Comparison[]): BeforeAfterFamily {
  const distinct = [...new Map(comparisons.map((one) => [one.key, one])).values()]
  const qs = adjust(distinct.map(({ p }) => ({ family: 'plan', p })))
  const tested = distinct.filter(({ p }) => p !== null)
  return {
    compared: distinct.length,
    tested: tested.length,
    standingOut: tested.filter(({ p }) => p !== null && p <= highestP).length,
    expectedByChance: tested.reduce((sum, { chanceOfSignal }) => sum + (chanceOfSignal ?? highestP), 0),
    read: new Map(
      distinct.map((one, at) => {
        const q = qs[at] ?? null
        const { difference, p, size, beforeSize: baselineSize, allCompliantBoth, oneWay } = one
        const evidence = { difference, p, q, size, baselineSize, allCompliantBoth, oneWay, alone: false }
        return [one.key, { q, class: changeClass(evidence) }]
      }),
    ),
  }
}
