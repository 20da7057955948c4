import type { Unseen } from './unseen-cases.ts'

/** How much of its population a sample covers. */
export interface Coverage {
  readonly known: boolean
  /** What the draw says of the cases not reviewed; null where only the weights tell. */
  readonly unseen: Unseen | null
  /** The whole municipality, of which this is a unit. */
  readonly whole: Coverage | null
  cases: number
  /** Sum of weights: the population's size where the draw is known. */
  weight: number
  /** Sums of w (w - 1) and of its square: what is left to chance, see `leftToChance`. */
  open: number
  squaredOpen: number
}

/**
 * `known`: the weights come from the draw, so that a weight of 1 means certain to be drawn. `unseen`: what that draw tells of
 * the cases that were not reviewed; without it the weights are taken to add up to the population.
 */
export function newCoverage(
  known: boolean,
  { unseen = null, whole = null }: Partial<Pick<Coverage, 'unseen' | 'whole'>> = {},
): Coverage {
  return { known, unseen, whole, cases: 0, weight: 0, open: 0, squaredOpen: 0 }
}

export function cover(coverage: Coverage, weight: number): void {
  const open = weight * (weight - 1)
  coverage.cases += 1
  coverage.weight += weight
  coverage.open += open
  coverage.squaredOpen += open * open
}

/** The same with so many of its cases not seen after all: some answer of theirs is missing. */
export function lacking(coverage: Coverage, cases: number): Coverage {
  if (cases === 0 || !coverage.known) return coverage
  const { least, most, among } = unseenCases(coverage)
  return {
    ...coverage,
    unseen: { least: least + cases, most: most + cases, among },
    cases: Math.max(1, coverage.cases - cases),
  }
}

/** Cases of doubt on whether an unseen case belongs; Jeffreys' prior adds half a success to one trial. */
const halfCase = 0.5

/** What of a known draw's population was not seen. Weights add up to the population where no numbers are told. */
function unseenCases({ unseen, weight, cases }: Coverage): Unseen {
  if (unseen !== null) return unseen
  const count = Math.max(0, weight - cases)
  return { least: count, most: count, among: null }
}

/** The most cases that may be there besides those seen; null where the draw is not known. */
export function mostUnseen(coverage: Coverage): number | null {
  return coverage.known ? unseenCases(coverage).most : null
}

/** Numbers of unseen cases that are tried between two bounds; more are spread evenly. */
const mostTried = 40

/**
 * Where the draw tells the number of unseen cases between bounds only: the coverages with each number told. What knows
 * less must allow for all of them. Empty where the number is told, or no draw is known.
 */
export function toldCoverages(coverage: Coverage): readonly Coverage[] {
  if (!coverage.known) return []
  const { least, most, among } = unseenCases(coverage)
  if (among === null) return []
  const steps = Math.min(most - least, mostTried)
  const numbers = Array.from({ length: steps + 1 }, (_, step) =>
    Math.round(least + ((most - least) * step) / steps),
  )
  return numbers.map((count) => ({ ...coverage, unseen: { least: count, most: count, among: null } }))
}

/**
 * Unseen cases as they are to be expected. Where the draw tells their number, that. Where it tells it for a wider scope only,
 * the part of that scope's unseen cases that the reviewed ones of this scope stand for by their weights, with half a case of
 * doubt (Jeffreys): no case of weight above 1 was seen of a stage whose other cases may all be among the unseen.
 */
export function expectedUnseen(coverage: Coverage): number {
  const { least, most, among } = unseenCases(coverage)
  if (among === null) return most
  const { weight, cases } = coverage
  const typical = among.standFor > 0 ? among.squaredStandFor / among.standFor : 0
  const part =
    typical > 0
      ? (Math.max(0, weight - cases) + halfCase * typical) / (among.standFor + typical)
      : (cases + halfCase) / (among.cases + 1)
  return Math.min(most, Math.max(least, among.unseen * part))
}

/**
 * Sampled share of the population. Weights of 1 that come from no draw mean that it is unknown, and then nothing is deducted
 * (wider, never narrower than the truth).
 */
export function sampledShare(coverage: Coverage): number {
  const { cases, weight, known } = coverage
  if (known) return cases === 0 ? 0 : cases / (cases + expectedUnseen(coverage))
  return weight > cases ? cases / weight : 0
}

/** Nothing is left to chance: the draw is known, and every case that there may be was reviewed. */
export function isComplete(coverage: Coverage): boolean {
  return coverage.cases > 0 && mostUnseen(coverage) === 0
}

/**
 * Variance of the estimated total of some cases' values, per unit of the values' variance: the squared weights of those
 * cases less what is certain because part of the population was reviewed.
 *
 * A case of a known draw stands for weight - 1 others, so w (w - 1) takes the place of w^2 (Cochran, Sampling Techniques,
 * 5.3: one case per stratum of w cases). Which of the unseen cases belong is not known either: where only cases drawn for
 * certain turned out applicable, the sum is 0 though unseen ones may be applicable too. The sum is therefore at least
 * what it would be on average at the share of belonging cases among the uncertain ones, with half a case of doubt:
 * (m + 1/2) / (n + 1), Jeffreys' estimate, where cases count by their w (w - 1). Where the draw does not tell which stage or
 * unit the unseen cases are of, the uncertain ones are those of the wider scope. Nor is it ever less than a plain sample's of
 * the same unseen part, for instance where reviews that were drawn are not in yet. It is 0 only where nothing is unseen.
 * Derivation: docs/statistics.md. Where only a column of weights is at hand, the sampled share of the whole is deducted.
 */
export function leftToChance(squaredWeight: number, weight: number, coverage: Coverage): number {
  const plain = squaredWeight * (1 - sampledShare(coverage))
  if (!coverage.known) return plain
  if (isComplete(coverage)) return 0
  const { open, squaredOpen } = unseenCases(coverage).among ?? coverage
  const seen = Math.max(0, squaredWeight - weight)
  if (open <= 0) return Math.max(seen, plain)
  const typical = squaredOpen / open
  return Math.max(plain, seen, ((seen + halfCase * typical) * open) / (open + typical))
}

/**
 * Kish's effective size with what is certain deducted: (sum w)^2 / `leftToChance`. Infinite where nothing is unseen.
 * Source: Kish, Survey Sampling (1965), 8.2 and 11.7.
 */
export function effectiveSize(weight: number, squaredWeight: number, coverage: Coverage): number {
  return (weight * weight) / leftToChance(squaredWeight, weight, coverage)
}

/**
 * All cases weigh the same, as in one simple random sample; those of a unit alone may by chance, and then their weights do
 * not add up to its population.
 */
export function isSelfWeighting({ cases, weight, open, whole, unseen }: Coverage): boolean {
  if (unseen !== null && unseen.among !== null) return false
  if (whole !== null) return isSelfWeighting(whole)
  // The sum of squared weights is `open` + `weight`.
  return Math.abs((open + weight) * cases - weight ** 2) < 1e-9 * weight ** 2
}
