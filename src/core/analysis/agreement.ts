import { ac1 } from '../statistics/ac1.ts'
import { kappa } from '../statistics/kappa.ts'
import { mcnemarMidP } from '../statistics/mcnemar-mid-p.ts'
import type { Programme, Question } from '../programme/programme.ts'
import type { AgreementResult, Interval } from './analysis.ts'
import type { ApartReview } from './apart-review.ts'
import { showsCompliance } from './compliance.ts'
import { alphaOf, type CaseAtLevels } from './levels.ts'
import { wilsonOfShare } from './tally.ts'
import type { Unseen } from './unseen-cases.ts'
import {
  countPairs,
  deductCertain,
  independentSize,
  sizeForAc1,
  type Agreed,
  type CasePair,
  type PairCounts,
} from './pair-counts.ts'
import { compare, type ReviewedCase } from './reviewed-case.ts'

/** Every pair of levels: over all, per stage, per question. Pairs without a common case are left out. */
export function listAgreement(
  programme: Programme,
  cases: readonly CaseAtLevels[],
  levels: readonly number[],
  isKnown: (level: number) => boolean,
): readonly AgreementResult[] {
  return listLevelPairs(levels).flatMap((pair) =>
    agreementOfPair(programme, { pair, reviewers: null }, listCasePairs(cases, pair), {
      isKnown,
      unseenIn: (stage) => unseenByEither(cases, pair, stage),
    }),
  )
}

/**
 * The two reviewers of one level against each other, by their roles, where they filled a form each. Only of cases whose
 * merged review counts: those have the weights.
 */
export function listApartAgreement(
  programme: Programme,
  apart: readonly ApartReview[],
  reviews: readonly ReviewedCase[],
  isKnown: (level: number) => boolean,
): readonly AgreementResult[] {
  const keyOf = ({ level, stage, caseId }: Pick<ApartReview, 'level' | 'stage' | 'caseId'>) =>
    `${level}\t${stage}\t${caseId}`
  const counted = new Map(reviews.map((review) => [keyOf(review), review] as const))
  const groups = Map.groupBy(
    apart.toSorted((a, b) => a.level - b.level || compare(keyOf(a), keyOf(b))),
    ({ level, reviewers }) => `${level}\t${reviewers.join('\t')}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const pairs = group.flatMap((one): readonly CasePair[] => {
      const review = counted.get(keyOf(one))
      if (review === undefined) return []
      const [lower, higher] = one.answers
      return [
        { stage: one.stage, lower: { ...review, answers: lower }, higher: { ...review, answers: higher } },
      ]
    })
    const who = { pair: [first.level, first.level], reviewers: first.reviewers } as const
    return agreementOfPair(programme, who, pairs, {
      isKnown,
      unseenIn: (stage) =>
        pairs.find((one) => stage === null || one.stage === stage)?.higher.unseen?.(stage, null) ?? null,
    })
  })
}

/** One pair: over all, per stage, per question; nothing without a common case. */
function agreementOfPair(
  programme: Programme,
  who: Pick<AgreementResult, 'pair' | 'reviewers'>,
  pairs: readonly CasePair[],
  {
    isKnown,
    unseenIn,
  }: {
    readonly isKnown: (level: number) => boolean
    /** Cases of a stage, or of all, that not both saw. */
    readonly unseenIn: (stage: string | null) => Unseen | null
  },
): readonly AgreementResult[] {
  if (pairs.length === 0) return []
  const asked = new Map(
    programme.stages.map((stage) => [stage.key, stage.questions.filter(showsCompliance)] as const),
  )
  const all = agreementOf(
    { ...who, stage: null, question: null, unseen: unseenIn(null) },
    pairs,
    (stage) => asked.get(stage) ?? [],
    isKnown,
  )
  const stages = programme.stages.flatMap(({ key }) => {
    const ofStage = pairs.filter((candidate) => candidate.stage === key)
    if (ofStage.length === 0) return []
    const questions = asked.get(key) ?? []
    const scope = { ...who, stage: key, unseen: unseenIn(key) }
    return [
      agreementOf({ ...scope, question: null }, ofStage, () => questions, isKnown),
      ...questions.map((question) => agreementOf({ ...scope, question }, ofStage, () => [question], isKnown)),
    ]
  })
  return [all, ...stages]
}

interface Scope {
  readonly pair: readonly [number, number]
  readonly reviewers: readonly [string, string] | null
  readonly stage: string | null
  readonly question: Question | null
  /** Cases that not both levels reviewed; null where their number is not known. */
  readonly unseen: Unseen | null
}

function agreementOf(
  { pair, reviewers, stage, question, unseen }: Scope,
  pairs: readonly CasePair[],
  questionsOf: (stage: string) => readonly Question[],
  isKnown: (level: number) => boolean,
): AgreementResult {
  const counts = countPairs(pairs, questionsOf, isKnown(pair[1]), unseen)
  const { applicability, compliance, higherStricter, lowerStricter } = counts
  const interval = intervalOf(compliance)
  return {
    pair,
    reviewers,
    stage,
    question: question?.key ?? null,
    cases: counts.cases,
    applicability: {
      n: applicability.n,
      same: applicability.same,
      bothNotApplicable: counts.bothNotApplicable,
      lowerNotApplicable: counts.lowerNotApplicable,
      higherNotApplicable: counts.higherNotApplicable,
      share: shareOf(applicability),
      interval: intervalOf(applicability),
    },
    n: compliance.n,
    same: compliance.same,
    notApplicable: applicability.n - compliance.n,
    share: shareOf(compliance),
    interval,
    higherStricter,
    lowerStricter,
    mcnemarMidP:
      question === null || higherStricter + lowerStricter === 0
        ? null
        : mcnemarMidP(higherStricter, lowerStricter),
    ...coefficients(counts, limitsForAc1(compliance, interval)),
  }
}

/** Chance-corrected coefficients for the annex; null where there is nothing to correct. */
function coefficients(
  counts: PairCounts,
  interval: Interval | null,
): Pick<AgreementResult, 'ac1' | 'ac1Interval' | 'kappa' | 'alpha'> {
  const { bothYes, bothNo, higherStricter, lowerStricter } = counts
  const { n } = counts.compliance
  if (n === 0 || interval === null) return { ac1: null, ac1Interval: null, kappa: null, alpha: null }
  const table = [
    [bothYes, higherStricter],
    [lowerStricter, bothNo],
  ]
  const ratings = table.flatMap((row, low) =>
    row.flatMap((count, high) => Array.from({ length: count }, () => [low === 0, high === 0])),
  )
  // Chance agreement of Gwet's AC1 for two categories: 2 pi (1 - pi), pi the mean share of "yes".
  const yes = (2 * bothYes + higherStricter + lowerStricter) / (2 * n)
  const chance = 2 * yes * (1 - yes)
  const varied = bothYes < n && bothNo < n
  return {
    ac1:
      n < 2
        ? null
        : ac1(
            ratings.map((row) => row.map(Number)),
            [0, 1],
          ).ac1,
    ac1Interval:
      n < 2 ? null : [(interval[0] - chance) / (1 - chance), (interval[1] - chance) / (1 - chance)],
    kappa: varied ? kappa(table).kappa : null,
    alpha: alphaOf(ratings),
  }
}

function shareOf(agreed: Agreed): number | null {
  return agreed.n === 0 ? null : agreed.same / agreed.n
}

/** Wilson's at the size that remains when answers of one case resemble each other and part of the population was seen. */
function intervalOf(agreed: Agreed): Interval | null {
  if (agreed.n === 0) return null
  const [share, size] = [agreed.same / agreed.n, deductCertain(independentSize(agreed), agreed)]
  return Number.isFinite(size) ? wilsonOfShare(share, size) : [share, share]
}

/** Limits of the share of same answers at the size that fits AC1; no width where all of the population was seen. */
function limitsForAc1(agreed: Agreed, interval: Interval | null): Interval | null {
  if (interval === null || interval[0] === interval[1]) return interval
  return wilsonOfShare(agreed.same / agreed.n, deductCertain(sizeForAc1(agreed), agreed))
}

function listLevelPairs(levels: readonly number[]): readonly (readonly [number, number])[] {
  return levels.flatMap((lower) =>
    levels.filter((higher) => higher > lower).map((higher) => [lower, higher] as const),
  )
}

/** What the draw of the higher level left unseen, and what it reviewed that the lower level did not. */
function unseenByEither(
  cases: readonly CaseAtLevels[],
  [lower, higher]: readonly [number, number],
  stage: string | null,
): Unseen | null {
  let [alone, unseen]: [number, Unseen | null] = [0, null]
  for (const one of cases) {
    if (stage !== null && one.stage !== stage) continue
    const upper = one.reviews.find(({ level }) => level === higher)
    if (upper === undefined) continue
    unseen ??= upper.unseen?.(stage, null) ?? null
    if (!one.reviews.some(({ level }) => level === lower)) alone += 1
  }
  return unseen && { ...unseen, least: unseen.least + alone, most: unseen.most + alone }
}

function listCasePairs(cases: readonly CaseAtLevels[], pair: readonly [number, number]): readonly CasePair[] {
  return cases.flatMap(({ stage, reviews }) => {
    const lower = reviews.find((review) => review.level === pair[0])
    const higher = reviews.find((review) => review.level === pair[1])
    return lower === undefined || higher === undefined ? [] : [{ stage, lower, higher }]
  })
}
