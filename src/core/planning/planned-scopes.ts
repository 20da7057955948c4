import { wilson } from '../statistics/wilson.ts'
import { qt } from '../statistics/qt.ts'
import { detectableChange, detectableShareChange } from './detectable-change.ts'
import { changeBetween } from './plan.ts'
import { plannedWidth, type PlannedLevel, type WidthBasis } from './planned-width.ts'

/** Fewer applicable answers of a question than this give counts and no percentage (statistics notes 2 and 3). */
const fewestAnswers = 10

/** Half an interval's width, and the smallest change found with 80 % chance; null: too few to say. */
export interface Certainty {
  readonly margin: number | null
  readonly change: number | null
}

export interface ScopesBasis extends WidthBasis {
  readonly stages: number
  readonly comparisonSpread: number
  /** A typical question: the share of all cases it applies in, and the share in which it is met. */
  readonly question: { readonly perCase: number; readonly share: number }
}

export const scopes = ['all', 'stage', 'question'] as const
export type Scope = (typeof scopes)[number]

export type PlannedScopes = Readonly<
  Record<Scope, { readonly expert: Certainty; readonly comparison: Certainty }>
>

const nothing: Certainty = { margin: null, change: null }

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
  const experts = used.at(-1)?.level === reference?.level ? (used.at(-1)?.reviews ?? 0) : 0
  const compared = levels.find(({ level }) => level === comparisonLevel)?.reviews ?? 0
  const cascade = (part: number, strata: number): Certainty => {
    const width = experts === 0 ? null : plannedWidth(used, { ...basis, strata }, part)
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
    question: { expert: ofShare(experts, basis), comparison: ofShare(compared, basis) },
  }
}

/** A mean of composites over a simple random sample: Student's interval and Welch's test. */
function ofMean(reviews: number, part: number, { comparisonSpread, population }: ScopesBasis): Certainty {
  const n = reviews * part
  if (n < 2) return nothing
  const rest = population === null ? 0 : 1 / (population * part)
  return {
    margin: qt(0.975, n - 1) * comparisonSpread * Math.sqrt(Math.max(0, 1 / n - rest)),
    change: detectableChange(comparisonSpread, n, n),
  }
}

function ofShare(reviews: number, { question, population }: ScopesBasis): Certainty {
  const n = reviews * question.perCase
  if (n < fewestAnswers) return nothing
  const sampled = population === null ? 0 : Math.min(0.99, reviews / population)
  const size = n / (1 - sampled)
  const [lower, upper] = wilson(question.share * size, size)
  return { margin: (upper - lower) / 2, change: detectableShareChange(question.share, n, n) }
}
