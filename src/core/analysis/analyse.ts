import type { Checked, Problem } from '../language/problem.ts'
import type { Programme } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { Answer } from '../review/answer.ts'
import { listAgreement } from './agreement.ts'
import type { Analysis } from './analysis.ts'
import { rememberingTest } from './change.ts'
import { listCompositeResults } from './composites.ts'
import { listContradictions } from './contradictions.ts'
import { listCasesAtLevels, listLevelComparisons } from './levels.ts'
import { getComparisonLevel, indexQuestions } from './question-index.ts'
import { listQuestionResults } from './questions.ts'
import { compare, listReviewedCases, type ReviewedCase } from './reviewed-case.ts'
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
  /** The finished case stages; absent: no dates in the table of cases. */
  readonly frame?: readonly CaseStage[]
}

/**
 * All that one round shows. Pure: the same input, in whatever order, gives the same analysis. Refuses a round or
 * baseline that has no answers; an answer to a question that the programme lacks throws, since readers refuse those.
 */
export function analyse(input: AnalysisInput): Checked<Analysis> {
  const { programme, round, answers } = input
  const reviews = listReviewedCases(answers, round)
  const before = input.baseline === undefined ? null : listReviewedCases(answers, input.baseline)
  const problems = missingRounds(input, reviews, before)
  if (problems.length > 0) return { ok: false, problems }

  const index = indexQuestions(programme)
  const comparisonLevel = getComparisonLevel(programme)
  const levels = [...new Set(reviews.map((review) => review.level))].sort((a, b) => a - b)
  const questions = listQuestionResults({
    programme,
    comparisonLevel,
    now: tallyReviews(reviews, index),
    baseline: before === null ? null : tallyReviews(before, index),
    test: rememberingTest(),
  })
  const frame = input.frame === undefined ? null : indexFrame(input.frame)
  const cases = listCasesAtLevels(reviews)
  return {
    ok: true,
    value: {
      schema: 'tilsyn-analysis/1',
      programme: { key: programme.key, version: programme.version },
      round,
      baselineRound: input.baseline ?? null,
      comparisonLevel,
      levels: levels.map((level) => sizeOfLevel(reviews, level)),
      questions,
      composites: listCompositeResults(programme, index, reviews, before),
      themes: listThemeResults(programme, questions),
      stages: listStageResults(programme, reviews, comparisonLevel, frame),
      levelComparisons: listLevelComparisons(programme, cases, levels),
      agreement: listAgreement(programme, cases, levels),
      contradictions: listContradictions({
        programme,
        comparisonLevel,
        reviews,
        frame,
        questions,
        hasBaseline: before !== null,
      }),
      summary: summarise(questions, comparisonLevel),
    },
  }
}

function sizeOfLevel(reviews: readonly ReviewedCase[], level: number): Analysis['levels'][number] {
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
