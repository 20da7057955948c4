import type { Interval } from '../statistics/interval.ts'
import { qnorm } from '../statistics/qnorm.ts'
import type { Evenness } from './equal-reviews.ts'
import { allAlike, type LevelEvidence, type RoundEvidence } from './round-evidence.ts'

/** Spread of the composite where no round is at hand: between the 0.14 and 0.19 of the public rounds. */
const assumedSpread = 0.17
/** Squared correlations with the level above them, nearest first: the "realistic" case of the simulations. */
const assumedR2 = [0.45, 0.3, 0.15]
/** Limits for what is assumed: the simulations' "poor" and "good" lower levels, nearest first. */
const assumedLimits: readonly Interval[] = [
  [0.1, 0.8],
  [0.05, 0.65],
  [0.02, 0.5],
]
/** Of ten cases of a stage, a question applies in nine in the imitated municipalities (`bench/imitation/world.ts`). */
const assumedApplicable = 0.9
const assumedShare = 0.8

/** A figure from the municipality's own rounds, or assumed when `cases` is 0. */
export interface Learned {
  readonly value: number
  /** Cases behind it, over all rounds used. */
  readonly cases: number
}

export interface LearnedR2 extends Learned {
  readonly interval: Interval
}

/** `value`: what one review counts as, of those drawn by simple lot; `cases`: reviews of the rounds used. */
export interface LearnedEvenness extends Learned {
  readonly evenness: Evenness | undefined
}

export interface Lessons {
  /** By level below the reference. */
  readonly r2: ReadonlyMap<number, LearnedR2>
  /** Of the composite, on the reference level's scale and by the comparison level. */
  readonly spread: Learned
  readonly comparisonSpread: Learned
  /** Minutes a review, by level; `cases` 0: the programme's own planning. */
  readonly minutes: ReadonlyMap<number, Learned>
  /** A typical question: the share of all cases it applies in, and the share in which it is met. */
  readonly question: { readonly perCase: Learned; readonly share: Learned }
  /** By level, for what the highest level would have found, and of the comparison level for its own result. */
  readonly evenness: ReadonlyMap<number, LearnedEvenness>
  readonly comparisonEvenness: LearnedEvenness
  /** What the highest level would have found, and what the comparison level found. */
  readonly found: Learned | undefined
  readonly comparisonFound: Learned | undefined
  /** Of the last round that knows. */
  readonly population: number | null
  /** Cases that the comparison level's own result speaks about, for each of the population. */
  readonly comparisonReach: number
  readonly strata: number
}

export interface PlannedFor {
  readonly levels: readonly {
    readonly level: number
    readonly minutes: number
    readonly comparison: boolean
  }[]
  readonly stages: number
  /** The level whose answers count as the truth. */
  readonly reference: number
}

/** What the rounds tell, pooled by the cases behind each figure; what none tells is assumed. Oldest round first. */
export function learnFromRounds(
  { levels, stages, reference }: PlannedFor,
  rounds: readonly RoundEvidence[],
): Lessons {
  // Cases that are all alike tell of no spread that the next ones will have.
  const spreadAt = (level: number, spreadOf: (at: LevelEvidence) => number | null): Learned =>
    root(
      poolAt(rounds, level, assumedSpread ** 2, (at) => {
        const spread = spreadOf(at)
        return spread === null || spread < allAlike ? undefined : { value: spread ** 2, cases: at.reviews }
      }),
    )
  const comparison = levels.find((level) => level.comparison)?.level ?? reference
  const comparisonSpread = spreadAt(comparison, ({ own }) => own.spread)
  const ownSpread = spreadAt(reference, ({ spread }) => spread)
  const questions = rounds.flatMap(({ question, levels: reviewed }) => {
    const cases = reviewed.find(({ level }) => level === comparison)?.reviews ?? 0
    return question === null || cases === 0 ? [] : [{ ...question, cases }]
  })
  const below = levels.filter(({ level }) => level < reference).toReversed()
  return {
    r2: new Map(below.map(({ level }, distance) => [level, learnR2(rounds, level, reference, distance)])),
    // Levels spread alike; another one's own cases say more than an assumption.
    spread: ownSpread.cases > 0 ? ownSpread : comparisonSpread,
    comparisonSpread: comparisonSpread.cases > 0 ? comparisonSpread : ownSpread,
    minutes: new Map(
      levels.map(({ level, minutes }) => [
        level,
        poolAt(rounds, level, minutes, (at) =>
          at.minutes === null ? undefined : { value: at.minutes, cases: at.timed },
        ),
      ]),
    ),
    question: {
      perCase: pool(
        questions.map(({ perCase, cases }) => ({ value: perCase, cases })),
        assumedApplicable / Math.max(1, stages),
      ),
      share: pool(
        questions.map(({ share, cases }) => ({ value: share, cases })),
        assumedShare,
      ),
    },
    evenness: new Map(
      levels.map(({ level }) => [level, learnEvenness(rounds, level, (at) => at.equalReviews)]),
    ),
    comparisonEvenness: learnEvenness(rounds, comparison, ({ own }) => own.equalReviews),
    found: poolShares(rounds, reference, ({ share }) => share),
    comparisonFound: poolShares(rounds, comparison, ({ comparisonShare }) => comparisonShare),
    population: rounds.findLast(({ population }) => population !== null)?.population ?? null,
    comparisonReach: reachOf(rounds, comparison),
    strata: rounds.at(-1)?.strata ?? 1,
  }
}

/** Reviews weigh the more, the more of them one review counts as: one over the design effect, pooled over rounds. */
function learnEvenness(
  rounds: readonly RoundEvidence[],
  level: number,
  equalOf: (at: LevelEvidence) => number | null,
): LearnedEvenness {
  const { value, cases } = poolAt(rounds, level, 1, (at) => {
    const equal = equalOf(at)
    return equal === null ? undefined : { value: at.reviews / equal, cases: at.reviews }
  })
  const reviews = rounds.findLast((round) => findLevel(round, level) !== undefined)
  const last = reviews === undefined ? undefined : findLevel(reviews, level)?.reviews
  const part = 1 / value
  return {
    value: part,
    cases,
    evenness: cases === 0 || last === undefined ? undefined : { part, reviews: last },
  }
}

function poolShares(
  rounds: readonly RoundEvidence[],
  level: number,
  shareOf: (round: RoundEvidence) => number | null,
): Learned | undefined {
  const shares = rounds.flatMap((round) => {
    const [value, cases] = [shareOf(round), findLevel(round, level)?.reviews ?? 0]
    return value === null || cases === 0 ? [] : [{ value, cases }]
  })
  return shares.length === 0 ? undefined : pool(shares, 0)
}

function reachOf(rounds: readonly RoundEvidence[], comparison: number): number {
  const last = rounds.findLast(({ population }) => population !== null)
  const own = last === undefined ? undefined : findLevel(last, comparison)?.own.population
  return own == null || last?.population == null || last.population === 0 ? 1 : own / last.population
}

function learnR2(
  rounds: readonly RoundEvidence[],
  level: number,
  reference: number,
  distance: number,
): LearnedR2 {
  const found = rounds.flatMap((round) => {
    const one = findLevel(round, level)
    // What a level tells about level 3 says nothing about level 4. Every stratum takes a mean of its own.
    return round.reference !== reference || one?.r2 == null
      ? []
      : [{ r2: one.r2, cases: one.pairs, free: one.pairs - round.strata + 1 }]
  })
  const interval = assumedLimits[distance] ?? [0.01, 0.3]
  if (found.length === 0) return { value: assumedR2[distance] ?? 0.1, cases: 0, interval }
  const { value, cases } = pool(
    found.map(({ r2, cases: pairs }) => ({ value: r2, cases: pairs })),
    0,
  )
  const unbiased = pool(
    found.map(({ r2, cases: pairs, free }) => ({ value: adjusted(r2, free), cases: pairs })),
    0,
  )
  const free = found.reduce((sum, one) => sum + one.free, 0)
  return { value: Math.max(0, unbiased.value), cases, interval: limitsOf(value, free, found.length) }
}

/** Few pairs overstate a correlation; Ezekiel's correction takes that out. Source: M. Ezekiel (1930), adjusted R². */
function adjusted(r2: number, pairs: number): number {
  return 1 - ((1 - r2) * (pairs - 1)) / Math.max(1, pairs - 2)
}

/** Fisher's limits of a correlation pooled over rounds, squared. Source: R. A. Fisher (1921), Metron 1. */
function limitsOf(r2: number, pairs: number, rounds: number): Interval {
  const z = Math.atanh(Math.min(0.999, Math.sqrt(r2)))
  const half = -qnorm(0.025) / Math.sqrt(Math.max(1, pairs - 3 * rounds))
  return [Math.tanh(Math.max(0, z - half)) ** 2, Math.tanh(z + half) ** 2]
}

function findLevel({ levels }: RoundEvidence, level: number): LevelEvidence | undefined {
  return levels.find((one) => one.level === level)
}

function poolAt(
  rounds: readonly RoundEvidence[],
  level: number,
  assumed: number,
  read: (at: LevelEvidence) => Learned | undefined,
): Learned {
  return pool(
    rounds.flatMap((round) => {
      const at = findLevel(round, level)
      const found = at === undefined ? undefined : read(at)
      return found === undefined ? [] : [found]
    }),
    assumed,
  )
}

function root({ value, cases }: Learned): Learned {
  return { value: Math.sqrt(value), cases }
}

function pool(found: readonly Learned[], assumed: number): Learned {
  const cases = found.reduce((sum, one) => sum + one.cases, 0)
  if (cases === 0) return { value: assumed, cases: 0 }
  return { value: found.reduce((sum, one) => sum + one.value * one.cases, 0) / cases, cases }
}
