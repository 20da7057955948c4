import { bh } from '../statistics/bh.ts'
import type { Change, Interval, Proportion } from './analysis.ts'
import { chanceOfSignal } from './chance-of-signal.ts'
import type { ProportionTest } from './proportion-test.ts'
import { changeClass, classicalClass, fewestForChange, type Evidence } from './classes.ts'

/**
 * Change of one question between rounds, its q still open. Difference and interval are of the weighted shares, the
 * test is of the counts. Null when a side has nothing to compare.
 */
export function changeOfProportion(
  a: Proportion,
  b: Proportion,
  test: ProportionTest,
): Omit<Change, 'q' | 'class'> | null {
  if (a.share === null || b.share === null) return null
  const enough = Math.min(a.denominator, b.denominator) >= fewestForChange
  const tested = enough ? test.of(a.numerator, a.denominator, b.numerator, b.denominator) : undefined
  return {
    difference: a.share - b.share,
    interval: newcombeOf(a, b),
    p: tested?.p ?? null,
    chanceOfSignal:
      tested === undefined
        ? null
        : chanceOfSignal(test, a.numerator, a.denominator, b.numerator, b.denominator),
    method: tested?.method ?? 'none',
    classicalClass: classicalClass(a.share, b.share),
  }
}

/** A p with the family of comparisons it is read among; null belongs to none and gets no q. */
export interface InFamily {
  readonly family: string | null
  readonly p: number | null
}

/** Benjamini and Hochberg's q of each p within its family; a null p is no part of it and stays null. */
export function adjust(results: readonly InFamily[]): readonly (number | null)[] {
  const qs: (number | null)[] = results.map(() => null)
  const tested = results.flatMap(({ family, p }, at) =>
    family === null || p === null ? [] : [{ family, p, at }],
  )
  for (const members of Map.groupBy(tested, ({ family }) => family).values()) {
    const adjusted = bh(members.map(({ p }) => p))
    for (const [turn, { at }] of members.entries()) qs[at] = adjusted[turn] ?? null
  }
  return qs
}

/** Adds q and the honest class. Sizes are applicable answers or cases. */
export function classed(
  change: Omit<Change, 'q' | 'class'>,
  q: number | null,
  sides: Pick<Evidence, 'size' | 'baselineSize' | 'allCompliantBoth' | 'alone' | 'oneWay'>,
): Change {
  const { difference, p } = change
  return { ...change, q, class: changeClass({ difference, p, q, ...sides }) }
}

/**
 * Newcombe's interval from the two Wilson intervals at hand, which need not rest on whole numbers (weights).
 * Source: R. G. Newcombe (1998), Statistics in Medicine 17, method 10.
 */
function newcombeOf(now: Proportion, baseline: Proportion): Interval | null {
  if (now.share === null || now.interval === null || baseline.share === null || baseline.interval === null)
    return null
  const difference = now.share - baseline.share
  const [lower, upper] = now.interval
  const [baseLower, baseUpper] = baseline.interval
  return [
    Math.max(-1, difference - Math.hypot(now.share - lower, baseUpper - baseline.share)),
    Math.min(1, difference + Math.hypot(upper - now.share, baseline.share - baseLower)),
  ]
}
