import { wilson } from '../statistics/wilson.ts'
import { detectableShareChange } from './detectable-change.ts'
import { equalReviewsOf, type Evenness } from './equal-reviews.ts'
import type { Lessons } from './learn-from-rounds.ts'
import { changeBetween } from './plan.ts'
import { marginOf, plannedWidth, type PlannedLevel, type WidthBasis } from './planned-width.ts'

/** Fewer applicable answers of a question than this give counts and no percentage (statistics notes 2 and 3). */
const fewestAnswers = 10

/** Half an interval's width, and the smallest change found with 80 % chance; null: too few to say. */
export interface Certainty {
  readonly margin: number | null
  readonly change: number | null
}

export interface ScopesBasis extends WidthBasis {
  readonly stages: number
  /** Of the comparison level's own result: what cases differ by, how evenly they are drawn, and what will be found. */
  readonly comparisonSpread: number
  readonly comparisonEvenness?: Evenness
  readonly comparisonShare?: number
  /** Cases that it speaks about; null: very many. Absent: as the highest level's estimate. */
  readonly comparisonPopulation?: number | null
  /** A typical question: the share of all cases it applies in, and the share in which it is met. */
  readonly question: { readonly perCase: number; readonly share: number }
}

export const scopes = ['all', 'stage', 'question'] as const
export type Scope = (typeof scopes)[number]

export type PlannedScopes = Readonly<
  Record<Scope, { readonly expert: Certainty; readonly comparison: Certainty }>
>

const nothing: Certainty = { margin: null, change: null }

/** All that the rounds tell for a plan about so many cases. */
export function scopesBasisOf(lessons: Lessons, population: number | null, stages: number): ScopesBasis {
  const { found, comparisonFound, comparisonEvenness } = lessons
  return {
    spread: lessons.spread.value,
    population,
    strata: lessons.strata,
    stages,
    comparisonSpread: lessons.comparisonSpread.value,
    comparisonPopulation: population === null ? null : population * lessons.comparisonReach,
    question: { perCase: lessons.question.perCase.value, share: lessons.question.share.value },
    ...(found === undefined ? {} : { share: found.value }),
    ...(comparisonFound === undefined ? {} : { comparisonShare: comparisonFound.value }),
    ...(comparisonEvenness.evenness === undefined ? {} : { comparisonEvenness: comparisonEvenness.evenness }),
  }
}

/**
 * What the plan will be able to say about everything taken together, about one stage of average size and about one typical
 * question: as the highest level would see it (the cascade), and as the comparison level alone sees it, which is what changes
 * are printed by. One question of the highest level is planned without the levels below, which tell little about it.
 */
export function plannedScopes(
  levels: readonly PlannedLevel[],
  comparisonLevel: number,
  basis: ScopesBasis,
): PlannedScopes {
  const used = levels.filter(({ reviews }) => reviews > 0)
  const reference = levels.at(-1)
  const expert = used.at(-1)?.level === reference?.level ? used.at(-1) : undefined
  const compared = ownLevel(levels.find(({ level }) => level === comparisonLevel)?.reviews ?? 0, basis)
  const cascade = (part: number, strata: number): Certainty => {
    const width = expert === undefined ? null : plannedWidth(used, { ...basis, strata }, part)
    return width === null ? nothing : { margin: width.margin, change: changeBetween(width) }
  }
  const ofStage = 1 / Math.max(1, basis.stages)
  return {
    all: { expert: cascade(1, basis.strata ?? 1), comparison: ofMean(compared, 1, basis) },
    // What levels tell of each other is learned within stages when single stages are told.
    stage: {
      expert: cascade(ofStage, Math.max(1, basis.stages)),
      comparison: ofMean(compared, ofStage, basis),
    },
    question: {
      expert: ofShare(
        {
          reviews: expert?.reviews ?? 0,
          equal: expert === undefined ? 0 : equalReviewsOf(expert.reviews, expert.evenness, basis.population),
          population: basis.population,
        },
        basis,
      ),
      comparison: ofShare(compared, basis),
    },
  }
}

/** One level's sample: its reviews, what they are worth as reviews of equal chance, and the cases they speak about. */
interface Sample {
  readonly reviews: number
  readonly equal: number
  readonly population: number | null
}

function ownLevel(reviews: number, basis: ScopesBasis): Sample {
  const { comparisonPopulation: population = basis.population, comparisonEvenness } = basis
  return { reviews, equal: equalReviewsOf(reviews, comparisonEvenness, population), population }
}

/** A mean of composites: its interval as `analyse` prints it, and Welch's test. */
function ofMean(
  { equal, population }: Sample,
  part: number,
  { comparisonSpread, comparisonShare }: ScopesBasis,
): Certainty {
  const n = equal * part
  if (n < 2) return nothing
  const rest = population === null ? 0 : 1 / (population * part)
  const standardError = comparisonSpread * Math.sqrt(Math.max(0, 1 / n - rest))
  return {
    margin: marginOf(comparisonShare, standardError, n - 1),
    change: changeBetween({ standardError, df: n - 1 }),
  }
}

function ofShare({ reviews, equal, population }: Sample, { question }: ScopesBasis): Certainty {
  const { perCase, share } = question
  if (reviews * perCase < fewestAnswers) return nothing
  const rest = population === null ? 0 : 1 / (population * perCase)
  const left = 1 / (equal * perCase) - rest
  if (left < 1e-9)
    return { margin: 0, change: detectableShareChange(share, reviews * perCase, reviews * perCase) }
  const size = 1 / left
  const [lower, upper] = wilson(share * size, size)
  // The test counts answers: more than there are it cannot know of.
  const worth = Math.min(reviews * perCase, size)
  return { margin: (upper - lower) / 2, change: detectableShareChange(share, worth, worth) }
}
