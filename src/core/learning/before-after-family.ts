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
  /** What chose it was fixed before its results were known. Any other is shown, counted, and never more than a signal. */
  readonly foreseen: boolean
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
 * Where a plan has but one, p itself decides, as of everything that is tested alone.
 *
 * A change must hold twice: among the foreseen comparisons, and among all that are shown. Else somebody who knows the results
 * could add low p's to carry the others with them.
 */
export function readTogether(comparisons: readonly Comparison[]): BeforeAfterFamily {
  const distinct = distinctOf(comparisons)
  const tested = distinct.filter(({ p }) => p !== null)
  const foreseen = qsOf(distinct.filter((one) => one.foreseen))
  const all = qsOf(distinct)
  return {
    compared: distinct.length,
    tested: tested.length,
    standingOut: tested.filter(({ p }) => p !== null && p <= highestP).length,
    expectedByChance: tested.reduce((sum, { chanceOfSignal }) => sum + (chanceOfSignal ?? highestP), 0),
    read: new Map(
      distinct.map((one) => {
        const readings = [all, foreseen].map((family) => readIn(family, one))
        const qs = readings.flatMap(({ q }) => q ?? [])
        const cautious = readings.find(({ class: found }) => !isDecided(found)) ?? readings[0]
        return [
          one.key,
          {
            q: qs.length === 0 ? null : Math.max(...qs),
            class: cautious?.class ?? 'no-clear-change',
          },
        ]
      }),
    ),
  }
}

/** Initiatives may share a comparison; it is foreseen where it was so of one of them. */
function distinctOf(comparisons: readonly Comparison[]): readonly Comparison[] {
  const groups = Map.groupBy(comparisons, ({ key }) => key)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, foreseen: first.foreseen || others.some(({ foreseen }) => foreseen) }],
  )
}

type Qs = ReadonlyMap<string, number>

function qsOf(comparisons: readonly Comparison[]): Qs {
  const qs = adjust(comparisons.map(({ p }) => ({ family: 'plan', p })))
  return new Map(
    comparisons.flatMap(({ key }, at) => {
      const q = qs[at] ?? null
      return q === null ? [] : [[key, q] as const]
    }),
  )
}

/** Outside the family a comparison has no q, and is then a signal at most. */
function readIn(
  family: Qs,
  { key, difference, p, size, beforeSize: baselineSize, allCompliantBoth, oneWay }: Comparison,
): { readonly q: number | null; readonly class: ChangeClass } {
  const q = family.get(key) ?? null
  const alone = q !== null && family.size === 1
  return {
    q,
    class: changeClass({ difference, p, q, size, baselineSize, allCompliantBoth, oneWay, alone }),
  }
}

function isDecided(found: ChangeClass): boolean {
  return found === 'improved' || found === 'declined'
}
