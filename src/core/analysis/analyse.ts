import type { LocalText } from '../language/language.ts'
import type { Checked, Problem } from '../language/problem.ts'
import type { DrawFile } from '../draw/draw-file.ts'
import type { Programme } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { Answer } from '../review/answer.ts'
import type { OnProgress } from '../tabular/csv-rows.ts'
import { listAgreement, listApartAgreement } from './agreement.ts'
import type { Analysis } from './analysis.ts'
import type { ApartReview } from './apart-review.ts'
import { splitAnchors } from './anchors.ts'
import { applyDraws } from './apply-draws.ts'
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
import { planOf } from './plan.ts'
import { listQuestionHealth } from './question-health.ts'
import { getComparisonLevel, indexQuestions, type QuestionIndex } from './question-index.ts'
import { listQuestionResults } from './questions.ts'
import { compare, listReviewedCases, withUnseen, type ReviewedCase } from './reviewed-case.ts'
import { listIncomparable, listSeriesBreaks } from './series.ts'
import { indexFrame, listStageResults } from './stages.ts'
import { summarise } from './summary.ts'
import { tallyReviews } from './tallies.ts'
import { listThemeResults } from './themes.ts'

export interface AnalysisInput {
  readonly programme: Programme
  readonly round: string
  /** Round that change is measured against; absent: no comparison. */
  readonly baseline?: string
  /** Answers of any rounds; checked against the programme by `readAnswers` or by the form. */
  readonly answers: readonly Answer[]
  /** The programme as it was in the baseline round, where it was another version. */
  readonly baselineProgramme?: Programme
  /** Draw files of either round, all levels of a chain; absent: the answers' own weights. */
  readonly draws?: readonly DrawFile[]
  /** The finished case stages; absent: no dates in the table of cases. */
  readonly frame?: readonly CaseStage[]
  /**
   * Reviews of anchors, where they are kept apart from `answers`; `earlier` has at most one of each anchor and level.
   * Absent: the programme's list tells which answers are anchors'.
   */
  readonly anchors?: { readonly now: readonly ReviewedCase[]; readonly earlier: readonly ReviewedCase[] }
  /** The forms of those who reviewed the round's cases apart, two at a level; anchors' are left out. */
  readonly apart?: readonly ApartReview[]
  /** Goes with the analysis to all its readers, e.g. that the cases are constructed. */
  readonly notice?: LocalText
}

/**
 * All that one round shows. Pure: the same input, in whatever order, gives the same analysis. Refuses a round or
 * baseline that has no answers, and draws that do not fit them; an answer to a question that the programme lacks
 * throws, since readers refuse those. `onProgress` is told a few times how much is done, by the time it takes.
 */
export function analyse(input: AnalysisInput, onProgress?: OnProgress): Checked<Analysis> {
  const weighted = applyDraws(input.answers, input.draws ?? [], {
    anchors: input.programme.anchors,
    frame: input.frame,
  })
  if (!weighted.ok) return weighted
  const { programme, round, baseline = null } = input
  const { answers, sourceOf, populationOf, sizeOf, drawnIn } = weighted.value
  const index = indexQuestions(programme)
  const series =
    input.baselineProgramme === undefined ? [] : listSeriesBreaks(programme, input.baselineProgramme)
  const incomparable = listIncomparable(series)
  const split = (of: string, reviews: readonly ReviewedCase[]) => {
    const parts =
      input.anchors === undefined ? splitAnchors(programme, reviews) : { drawn: reviews, anchors: [] }
    return { ...parts, drawn: withUnseen(parts.drawn, (level) => populationOf(of, level)) }
  }
  const now = split(round, listReviewedCases(answers, round))
  const before =
    baseline === null
      ? null
      : split(
          baseline,
          input.baselineProgramme === undefined
            ? listReviewedCases(answers, baseline)
            : onlyAsked(listReviewedCases(answers, baseline), index, incomparable),
        )
  const problems = missingRounds(input, now.drawn, before?.drawn ?? null)
  if (problems.length > 0) return { ok: false, problems }

  const reviews = now.drawn
  const comparisonLevel = getComparisonLevel(programme)
  const levels = [...new Set(reviews.map((review) => review.level))].sort((a, b) => a - b)
  const known = {
    now: (level: number) => sourceOf(round, level) === 'draw',
    baseline: (level: number) => sourceOf(baseline ?? round, level) === 'draw',
  }
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
  })
  onProgress?.(0.4)
  // Composites of two rounds are made of the questions that both asked.
  const shared = new Map([...index].filter(([key]) => !incomparable.has(key)))
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

/** Answers to questions that the programme asks in the same way; a baseline's own questions are left out. */
function onlyAsked(
  reviews: readonly ReviewedCase[],
  index: QuestionIndex,
  incomparable: ReadonlySet<string>,
): readonly ReviewedCase[] {
  return reviews.map((review) => ({
    ...review,
    answers: new Map([...review.answers].filter(([key]) => index.has(key) && !incomparable.has(key))),
  }))
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

function missingRounds(
  { answers, round, baseline }: AnalysisInput,
  reviews: readonly ReviewedCase[],
  before: readonly ReviewedCase[] | null,
): readonly Problem[] {
  const known = [...new Set(answers.map((answer) => answer.round))].sort(compare)
  const list =
    known.length === 0
      ? { da: 'ingen runder', en: 'no rounds' }
      : { da: known.join(', '), en: known.join(', ') }
  const problems: Problem[] = []
  if (reviews.length === 0)
    problems.push({
      code: 'round-without-answers',
      text: {
        da: `Runden ${round} har ingen svar i filerne. De indeholder: ${list.da}.`,
        en: `Round ${round} has no answers in the files. They contain: ${list.en}.`,
      },
    })
  if (baseline !== undefined && before?.length === 0)
    problems.push({
      code: 'baseline-without-answers',
      text: {
        da: `Baselinerunden ${baseline} har ingen svar i filerne. De indeholder: ${list.da}. Angiv også baselinens svarfil.`,
        en: `The baseline round ${baseline} has no answers in the files. They contain: ${list.en}. Give the baseline's answers file too.`,
      },
    })
  if (baseline === round)
    problems.push({
      code: 'baseline-is-the-round',
      text: {
        da: `Runden ${round} kan ikke sammenlignes med sig selv. Angiv en tidligere runde som baseline.`,
        en: `Round ${round} cannot be compared with itself. Give an earlier round as baseline.`,
      },
    })
  return problems
}
