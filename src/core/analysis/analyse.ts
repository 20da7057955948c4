import type { Checked } from '../language/problem.ts'
import type { OnProgress } from '../tabular/csv-rows.ts'
import { listAgreement, listApartAgreement } from './agreement.ts'
import type { Analysis } from './analysis.ts'
import { besidePlain } from './cascade/beside-plain.ts'
import { listCascade } from './cascade/list-cascade.ts'
import { rememberingTest } from './proportion-test.ts'
import { showsCompliance } from './compliance.ts'
import { listCompositeResults } from './composites.ts'
import { listContradictions } from './contradictions.ts'
import { listAnchorDrift, reviewers } from './anchor-drift.ts'
import { listCorrectedChange } from './corrected-change.ts'
import { generalises } from './generalises.ts'
import { listCasesAtLevels, listLevelComparisons, type CaseAtLevels } from './levels.ts'
import { listDrawReviewed } from './missing-reviews.ts'
import { onlyAsked, openRounds, sharedIndex, type AnalysisInput } from './open-rounds.ts'
import { planOf } from './plan.ts'
import { listQuestionHealth } from './question-health.ts'
import { getComparisonLevel, type QuestionIndex } from './question-index.ts'
import { listQuestionResults } from './questions.ts'
import type { ReviewedCase } from './reviewed-case.ts'
import { indexFrame, listStageResults } from './stages.ts'
import { summarise } from './summary.ts'
import { tallyReviews } from './tallies.ts'
import { listThemeResults } from './themes.ts'

/**
 * All that one round shows. Pure: the same input, in whatever order, gives the same analysis. Refuses a round or
 * baseline that has no answers, and draws that do not fit them; an answer to a question that the programme lacks
 * throws, since readers refuse those. `onProgress` is told a few times how much is done, by the time it takes.
 */
export function analyse(input: AnalysisInput, onProgress?: OnProgress): Checked<Analysis> {
  const opened = openRounds(input)
  if (!opened.ok) return opened
  const { now, before, index, series, incomparable, known, weighted } = opened.value
  const { answers, sourceOf, sizeOf, drawnIn } = weighted
  const { programme, round, baseline = null } = input
  const reviews = now.drawn
  const comparisonLevel = getComparisonLevel(programme)
  const levels = [...new Set(reviews.map((review) => review.level))].sort((a, b) => a - b)
  const tallies = {
    now: tallyReviews(reviews, index, known.now),
    baseline: before === null ? null : tallyReviews(before.drawn, index, known.baseline),
  }
  onProgress?.(0.1)
  const questions = listQuestionResults({
    programme,
    comparisonLevel,
    ...tallies,
    test: rememberingTest(),
    incomparable,
    annexes: true,
  })
  onProgress?.(0.4)
  const shared = sharedIndex(opened.value)
  const composites = listCompositeResults(programme, shared, reviews, before?.drawn ?? null, {
    known,
    comparisonLevel,
  })
  const frame = input.frame === undefined ? null : indexFrame(input.frame)
  const cases = listCasesAtLevels(reviews)
  onProgress?.(0.5)
  const agreement = [
    ...listAgreement(programme, cases, levels, known.now),
    ...listApartAgreement(programme, input.apart ?? [], reviews, known.now),
  ]
  const summary = summarise(questions, comparisonLevel)
  const sizes = levels.map((level) => ({
    ...sizeOfLevel(reviews, level),
    weights: sourceOf(round, level),
    generalises: generalises(programme, level),
    ...(before?.drawn.some((review) => review.level === level) === true && baseline !== null
      ? { baselineWeights: sourceOf(baseline, level) }
      : {}),
  }))
  const cascadeOf = (of: string, atLevels: readonly CaseAtLevels[]) =>
    listCascade({ programme, index: shared, cases: atLevels, weightsOf: (level) => sourceOf(of, level) })
  onProgress?.(0.7)
  const cascade = cascadeOf(round, cases)
  onProgress?.(0.85)
  return {
    ok: true,
    value: {
      schema: 'tilsyn-analysis/1',
      programme: { key: programme.key, version: programme.version },
      round,
      baselineRound: baseline,
      notice: input.notice ?? null,
      comparisonLevel,
      levels: sizes,
      draws: [
        ...listDrawReviewed(round, drawnIn(round), reviews),
        ...(baseline === null ? [] : listDrawReviewed(baseline, drawnIn(baseline), before?.drawn ?? [])),
      ],
      requirements: { shared: countRequirements(shared), all: countRequirements(index) },
      questions,
      composites,
      themes: listThemeResults(programme, questions),
      stages: listStageResults(programme, reviews, comparisonLevel, frame),
      levelComparisons: listLevelComparisons(programme, cases, levels),
      agreement,
      cascade: besidePlain(
        cascade.map(({ result }) => result),
        questions,
        composites,
        comparisonLevel,
      ),
      drift: [
        ...(before === null || baseline === null
          ? []
          : listCorrectedChange(
              cascade,
              cascadeOf(baseline, listCasesAtLevels(before.drawn)),
              composites.filter((row) => row.level === comparisonLevel),
            )),
        ...listAnchorDrift({
          ...anchorsOf(input, index, { now: now.anchors, earlier: before?.anchors ?? [] }),
          index: shared,
          reviewerNow: reviewers(answers, round),
          reviewerBefore: reviewers(answers, baseline ?? round),
        }),
      ],
      plan: planOf({
        programme,
        index: shared,
        comparisonLevel,
        levels: sizes,
        reviews: { now: reviews, baseline: before?.drawn ?? null },
        known,
        sizeOf: (level) => sizeOf(round, level) ?? null,
        tallies,
        cases,
        composites,
        questions,
        cascade: cascade[0],
        summary,
      }),
      health: listQuestionHealth(questions, agreement, comparisonLevel),
      series,
      contradictions: listContradictions({
        programme,
        comparisonLevel,
        reviews,
        frame,
        questions,
        hasBaseline: before !== null,
      }),
      summary,
    },
  }
}

/** Anchors now and before; without a round to compare with there is nothing to say of them. */
function anchorsOf(
  { anchors, baseline }: AnalysisInput,
  index: QuestionIndex,
  split: { readonly now: readonly ReviewedCase[]; readonly earlier: readonly ReviewedCase[] },
) {
  if (anchors === undefined) return { now: baseline === undefined ? [] : split.now, baseline: split.earlier }
  return {
    now: onlyAsked(anchors.now, index, new Set()),
    baseline: onlyAsked(anchors.earlier, index, new Set()),
  }
}

function countRequirements(index: QuestionIndex): number {
  return [...index.values()].filter(({ question }) => showsCompliance(question)).length
}

function sizeOfLevel(
  reviews: readonly ReviewedCase[],
  level: number,
): Pick<Analysis['levels'][number], 'level' | 'reviews' | 'answers'> {
  const atLevel = reviews.filter((review) => review.level === level)
  return {
    level,
    reviews: atLevel.length,
    answers: atLevel.reduce((sum, review) => sum + review.answers.size, 0),
  }
}
