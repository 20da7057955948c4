import type { Checked } from '../language/problem.ts'
import type { CompositeResult, QuestionResult } from './analysis.ts'
import { listCompositeResults } from './composites.ts'
import { openRounds, sharedIndex, type AnalysisInput } from './open-rounds.ts'
import { rememberingTest } from './proportion-test.ts'
import { getComparisonLevel } from './question-index.ts'
import { listQuestionResults } from './questions.ts'
import type { ReviewedCase } from './reviewed-case.ts'
import { tallyReviews, type ScopeTallies } from './tallies.ts'

export interface LevelScope {
  readonly level: number
  /** False: the whole municipality alone. */
  readonly units: boolean
}

export interface LevelFigures {
  readonly composites: readonly CompositeResult[]
  readonly questions: readonly QuestionResult[]
}

/**
 * A part of what `analyse` gives, for less than half its work: one level's shares and changes. Annexes are left out; every other
 * number is the same, but for q and class, which are read within a family of comparisons: here there are no others than these.
 */
export function analyseLevel(input: AnalysisInput, { level, units }: LevelScope): Checked<LevelFigures> {
  const opened = openRounds(input)
  if (!opened.ok) return opened
  const { now, before, index, incomparable, known } = opened.value
  const { programme } = input
  const comparisonLevel = getComparisonLevel(programme)
  const atLevel = (reviews: readonly ReviewedCase[]) => reviews.filter((review) => review.level === level)
  const wanted = ({ unit }: { readonly unit: string | null }) => units || unit === null
  const tally = (reviews: readonly ReviewedCase[], isKnown: (level: number) => boolean) =>
    new Map<string, ScopeTallies>(
      [...tallyReviews(atLevel(reviews), index, isKnown)].filter(([, scope]) => wanted(scope)),
    )
  return {
    ok: true,
    value: {
      questions: listQuestionResults({
        programme,
        comparisonLevel,
        now: tally(now.drawn, known.now),
        baseline: before && tally(before.drawn, known.baseline),
        test: rememberingTest(),
        incomparable,
        annexes: false,
      }),
      composites: listCompositeResults(
        programme,
        sharedIndex(opened.value),
        atLevel(now.drawn),
        before && atLevel(before.drawn),
        { known, comparisonLevel },
      ).filter(wanted),
    },
  }
}
