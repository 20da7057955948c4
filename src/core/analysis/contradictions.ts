import type { Programme } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { Contradiction, ContradictionCode, QuestionResult } from './analysis.ts'
import { contradictionText } from './contradiction-text.ts'
import { isNowhereApplicable } from './counts.ts'
import { daysBetween, frameKey } from './stages.ts'
import type { ReviewedCase } from './reviewed-case.ts'

export interface ContradictionInput {
  readonly programme: Programme
  readonly comparisonLevel: number
  readonly reviews: readonly ReviewedCase[]
  readonly frame: ReadonlyMap<string, CaseStage> | null
  readonly questions: readonly QuestionResult[]
  readonly hasBaseline: boolean
}

interface Finding {
  readonly code: ContradictionCode
  readonly stage: string | null
  readonly level: number | null
  /** Cases or questions, for the message. */
  readonly names: readonly string[]
  /** Questions among them that were answered, but never as applicable. */
  readonly notApplicable?: number
}

/** What the input says that cannot all be true, or what it leaves out; counted per stage and level. */
export function listContradictions(input: ContradictionInput): readonly Contradiction[] {
  const findings = [
    ...frameFindings(input),
    ...nestingFindings(input),
    ...answerFindings(input),
    ...baselineFindings(input),
  ]
  return findings.map(({ code, stage, level, names, notApplicable }) => ({
    code,
    stage,
    level,
    count: names.length,
    detail: contradictionText(code, stageTitle(input.programme, stage), level, names, notApplicable),
  }))
}

function frameFindings({ programme, reviews, frame }: ContradictionInput): readonly Finding[] {
  if (frame === null) return []
  const rowOf = (review: ReviewedCase) => frame.get(frameKey(review.caseId, review.stage))
  return [
    ...perStageAndLevel(programme, 'not-in-frame', reviews, (review) => rowOf(review) === undefined),
    ...perStageAndLevel(programme, 'unit-differs', reviews, (review) => {
      const row = rowOf(review)
      return row !== undefined && row.unit !== review.unit
    }),
    ...perStageAndLevel(programme, 'end-before-start', reviews, (review) => {
      const row = rowOf(review)
      return row !== undefined && daysBetween(row.started, row.completed) < 0
    }),
  ]
}

/** A level that draws from the one below can only have reviewed what that one reviewed. */
function nestingFindings({ programme, reviews }: ContradictionInput): readonly Finding[] {
  return programme.levels.flatMap(({ level, from }) => {
    if (from === undefined) return []
    const below = reviews.filter((review) => review.level === from)
    // A level that handed in nothing is missing, not contradicted.
    if (below.length === 0) return []
    const seen = new Set(below.map((review) => frameKey(review.caseId, review.stage)))
    const drawn = reviews.filter((review) => review.level === level)
    return perStageAndLevel(
      programme,
      'not-in-level-below',
      drawn,
      (review) => !seen.has(frameKey(review.caseId, review.stage)),
    )
  })
}

function answerFindings({ programme, reviews }: ContradictionInput): readonly Finding[] {
  const questions = new Map(programme.stages.map((stage) => [stage.key, stage.questions] as const))
  const isAsked = (review: ReviewedCase, condition: { question: string; answered: readonly string[] }) => {
    const answer = review.answers.get(condition.question)
    return answer !== undefined && condition.answered.includes(answer)
  }
  const contradicted = (review: ReviewedCase) =>
    (questions.get(review.stage) ?? []).flatMap(({ key, askedWhen }) => {
      const answer = review.answers.get(key)
      const stray =
        askedWhen !== undefined && answer !== undefined && answer !== 'na' && !isAsked(review, askedWhen)
      return stray ? [key] : []
    })
  return [
    ...perStageAndLevel(programme, 'answers-missing', reviews, (review) =>
      (questions.get(review.stage) ?? []).some(
        ({ key, askedWhen }) =>
          !review.answers.has(key) && (askedWhen === undefined || isAsked(review, askedWhen)),
      ),
    ),
    // Named with the questions: "B-17: B-1.4" says where to look.
    ...perStageAndLevel(
      programme,
      'answered-though-not-asked',
      reviews,
      (review) => contradicted(review).length > 0,
      (review) => `${review.caseId}: ${contradicted(review).join(' + ')}`,
    ),
  ]
}

/** Questions of the baseline set that could not be compared: the count of compared questions then differs from the programme's. */
function baselineFindings(input: ContradictionInput): readonly Finding[] {
  if (!input.hasBaseline) return []
  const compared = new Set(
    input.questions
      .filter((row) => row.unit === null && row.level === input.comparisonLevel && row.change !== null)
      .map((row) => row.question),
  )
  const missing = input.programme.stages
    .flatMap((stage) => stage.questions)
    .filter((question) => question.baseline && !compared.has(question.key))
    .map((question) => question.key)
  if (missing.length === 0) return []
  const nowhere = input.questions.filter(
    (row) =>
      row.unit === null &&
      row.level === input.comparisonLevel &&
      missing.includes(row.question) &&
      (isNowhereApplicable(row) || (row.baseline !== null && isNowhereApplicable(row.baseline))),
  )
  return [
    {
      code: 'baseline-incomplete',
      stage: null,
      level: input.comparisonLevel,
      names: missing,
      notApplicable: nowhere.length,
    },
  ]
}

function perStageAndLevel(
  programme: Programme,
  code: ContradictionCode,
  reviews: readonly ReviewedCase[],
  fails: (review: ReviewedCase) => boolean,
  name: (review: ReviewedCase) => string = ({ caseId }) => caseId,
): readonly Finding[] {
  const failed = reviews.filter(fails)
  return programme.stages.flatMap((stage) =>
    [...new Set(failed.map((review) => review.level))]
      .sort((a, b) => a - b)
      .flatMap((level) => {
        const names = failed
          .filter((review) => review.stage === stage.key && review.level === level)
          .map(name)
        return names.length === 0 ? [] : [{ code, stage: stage.key, level, names }]
      }),
  )
}

function stageTitle(programme: Programme, key: string | null) {
  return programme.stages.find((stage) => stage.key === key)?.title ?? null
}
