import { compareAsBytes } from './byte-order.ts'
import { chanceOf, ProportionalChances } from './proportional-chances.ts'
import { SmallestFirst } from './smallest-first.ts'

/** A case of a stratum with its risk (above 0) and its pseudo-random number in [0, 1), a multiple of 2^-52. */
export interface RiskyCase {
  readonly caseId: string
  readonly stage: string
  readonly key: number
  readonly risk: number
}

interface Runner<C> {
  readonly of: C
  /** Exp(1), from the case's key: the hazard it can take before it is out. */
  budget: number
}

/**
 * Puts cases in an order whose first m are, for every m at once, a sample with chances of exactly min(1, c × risk) that
 * add up to m. Tillé's elimination procedure (Biometrika 83, 1996): from m + 1 cases one goes, each with the chance
 * 1 - chance(m) / chance(m + 1); these add up to 1. Who goes is decided by a race in which a case is out when the sum
 * of these chances over time reaches -ln(key): an exponential budget has no memory, so one key does for all steps.
 * Returned first: who goes last. With equal risks that is the order of the keys, as in a random draw (decision 0007).
 */
export function eliminationOrder<C extends RiskyCase>(cases: readonly C[]): readonly C[] {
  const runners = cases
    .toSorted(
      (a, b) => b.risk - a.risk || compareAsBytes(a.caseId, b.caseId) || compareAsBytes(a.stage, b.stage),
    )
    .map((each): Runner<C> => ({ of: each, budget: budgetOf(each.key) }))
  const chances = new ProportionalChances(cases.map(({ risk }) => risk))
  const goneFirst: C[] = []
  // All that are no longer certain lose their chances at the same rate: a common clock says when each is out.
  const free = new SmallestFirst<C>()
  let clock = 0
  let certainBefore = runners.length
  let factorBefore = Number.POSITIVE_INFINITY
  for (let size = runners.length - 1; size >= 0; size -= 1) {
    const certain = Math.min(certainBefore, chances.countCertain(size))
    const factor = chances.factorFor(size)
    const common = 1 - factor / factorBefore
    // Until now certain, from now on not: each has a rate of its own in this one step.
    const leaving = runners
      .slice(certain, certainBefore)
      .map((runner) => ({ runner, rate: 1 - chanceOf(runner.of.risk, factor) }))
    let time = free.size === 0 ? Number.POSITIVE_INFINITY : (free.smallest - clock) / common
    let out: Runner<C> | undefined
    for (const { runner, rate } of leaving)
      if (rate > 0 && runner.budget / rate < time) {
        time = runner.budget / rate
        out = runner
      }
    goneFirst.push(out === undefined ? free.take() : out.of)
    clock += common * time
    for (const { runner, rate } of leaving)
      if (runner !== out) free.add(clock + runner.budget - rate * time, runner.of)
    certainBefore = certain
    factorBefore = factor
  }
  return goneFirst.reverse()
}

/** The middle of the key's interval of 2^-52, so that neither 0 nor infinity comes out. */
function budgetOf(key: number): number {
  return -Math.log(key + 2 ** -53)
}
