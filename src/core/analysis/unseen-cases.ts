import { caseRef, type CountedCases, type DrawnPopulation } from './drawn-population.ts'

/** Of a reviewed case, what tells which are left. */
interface SeenCase {
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly weight: number
}

/** How many cases of a scope a level did not review, as far as the draw tells. */
export interface Unseen {
  readonly least: number
  readonly most: number
  /** Where the two differ: the wider scope that the draw does tell the number of, in which these cases lie. */
  readonly among: WiderScope | null
}

/** A stage that the draw was not stratified by lies somewhere in its unit, a unit somewhere in the municipality. */
export interface WiderScope {
  readonly unseen: number
  readonly cases: number
  /** Sums over the reviewed cases: of w - 1 and its square, of w (w - 1) and its square. */
  readonly standFor: number
  readonly squaredStandFor: number
  readonly open: number
  readonly squaredOpen: number
}

/** The cases that one level did not review; null asks for all stages or all units. */
export type UnseenOf = (stage: string | null, unit: string | null) => Unseen

/**
 * Counts, for every scope that is asked for, what of a population the reviews of one level left unseen. `unitOf`: what
 * reviews of other levels tell of a case that neither frame nor stratum tells the unit of.
 */
export function countUnseen(
  population: DrawnPopulation,
  reviews: readonly SeenCase[],
  unitOf: ReadonlyMap<string, string>,
): UnseenOf {
  const groups = groupUnseen(population, reviews, unitOf)
  const known = new Map<string, Unseen>()
  return (stage, unit) => {
    const key = `${stage}\t${unit}`
    const found = known.get(key) ?? unseenIn(groups, reviews, stage, unit)
    known.set(key, found)
    return found
  }
}

function groupUnseen(
  { cases, counted }: DrawnPopulation,
  reviews: readonly SeenCase[],
  unitOf: ReadonlyMap<string, string>,
): readonly CountedCases[] {
  const reviewed = new Set(reviews.map(caseRef))
  const groups = new Map<string, CountedCases>()
  const add = ({ stage, unit, count }: CountedCases): void => {
    const key = `${stage}\t${unit}`
    groups.set(key, { stage, unit, count: count + (groups.get(key)?.count ?? 0) })
  }
  for (const group of counted) add(group)
  for (const [ref, { stage, unit }] of cases)
    if (!reviewed.has(ref)) add({ stage, unit: unit ?? unitOf.get(ref) ?? null, count: 1 })
  return [...groups.values()]
}

function unseenIn(
  groups: readonly CountedCases[],
  reviews: readonly SeenCase[],
  stage: string | null,
  unit: string | null,
): Unseen {
  const possible = groups.filter((group) => mayLieIn(group, stage, unit))
  const most = sum(possible)
  const least = sum(
    possible.filter(
      (group) => (stage === null || group.stage !== null) && (unit === null || group.unit !== null),
    ),
  )
  if (least === most) return { least, most, among: null }
  const wider = {
    stage: possible.every((group) => group.stage !== null) ? stage : null,
    unit: possible.every((group) => group.unit !== null) ? unit : null,
  }
  const unseen = sum(groups.filter((group) => mayLieIn(group, wider.stage, wider.unit)))
  return { least, most, among: { unseen, ...sumsOf(reviews, wider.stage, wider.unit) } }
}

function mayLieIn(group: CountedCases, stage: string | null, unit: string | null): boolean {
  return (
    (stage === null || group.stage === null || group.stage === stage) &&
    (unit === null || group.unit === null || group.unit === unit)
  )
}

function sum(groups: readonly CountedCases[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}

function sumsOf(
  reviews: readonly SeenCase[],
  stage: string | null,
  unit: string | null,
): Omit<WiderScope, 'unseen'> {
  const sums = { cases: 0, standFor: 0, squaredStandFor: 0, open: 0, squaredOpen: 0 }
  for (const review of reviews) {
    if ((stage !== null && review.stage !== stage) || (unit !== null && review.unit !== unit)) continue
    const standFor = review.weight - 1
    const open = review.weight * standFor
    sums.cases += 1
    sums.standFor += standFor
    sums.squaredStandFor += standFor * standFor
    sums.open += open
    sums.squaredOpen += open * open
  }
  return sums
}
