import type { Analysis, CompositeResult, QuestionResult } from '../analysis/analysis.ts'
import type { PublishedReport } from '../disclosure/published-report.ts'
import { maskOf } from '../disclosure/released-mask.ts'
import type { LocalText } from '../language/language.ts'
import type { Level, Programme, Question, Stage } from '../programme/programme.ts'
import { FigureBook } from './figure-book.ts'
import { printRound } from './print-date.ts'
import type { Report } from './report.ts'
import { withholdNothing, withholdSmallCounts, type Withholding } from './withholding.ts'

/** What every section is written from. */
export interface ReportContext {
  readonly analysis: Analysis
  readonly programme: Programme
  readonly audience: Report['audience']
  readonly figures: FigureBook
  readonly withholding: Withholding
  /** Whether the earlier public editions are known, so that their mask is kept. */
  readonly isMasked: boolean
  /** The rounds as people say them. */
  readonly round: LocalText
  readonly baselineRound: LocalText | null
}

export function openReportContext(
  analysis: Analysis,
  programme: Programme,
  audience: Report['audience'],
  released?: readonly PublishedReport[],
): ReportContext {
  const baseline = analysis.baselineRound
  return {
    analysis,
    programme,
    audience,
    figures: new FigureBook(),
    withholding:
      audience === 'public'
        ? withholdSmallCounts(analysis, programme.settings.smallCell, maskOf(released ?? []))
        : withholdNothing,
    isMasked: released !== undefined,
    round: roundText(analysis.round),
    baselineRound: baseline === null ? null : roundText(baseline),
  }
}

/** Levels the round has reviews of, ascending. */
export function listReviewedLevels({ analysis, programme }: ReportContext): readonly Level[] {
  const reviewed = new Set(analysis.levels.filter(({ reviews }) => reviews > 0).map(({ level }) => level))
  return programme.levels
    .filter(({ level }) => reviewed.has(level))
    .toSorted((left, right) => left.level - right.level)
}

/** The stages that were reviewed, in the programme's order. */
export function listReviewedStages({ analysis, programme }: ReportContext): readonly Stage[] {
  const reviewed = new Set(analysis.questions.map(({ stage }) => stage))
  return programme.stages.filter(({ key }) => reviewed.has(key))
}

/** A question's result for the whole municipality at the level that change is measured on. */
export function findQuestionResult(
  { analysis }: ReportContext,
  stage: string,
  question: string,
  level: number = analysis.comparisonLevel,
): QuestionResult | undefined {
  return analysis.questions.find(
    (result) =>
      result.unit === null &&
      result.level === level &&
      result.stage === stage &&
      result.question === question,
  )
}

/** A composite at the comparison level; `stage` null is all stages, `unit` null the municipality. */
export function findComposite(
  { analysis }: ReportContext,
  stage: string | null,
  unit: string | null = null,
): CompositeResult | undefined {
  return analysis.composites.find(
    (result) => result.unit === unit && result.level === analysis.comparisonLevel && result.stage === stage,
  )
}

export function findQuestion(
  { programme }: ReportContext,
  stage: string,
  question: string,
): Question | undefined {
  return programme.stages.find(({ key }) => key === stage)?.questions.find(({ key }) => key === question)
}

export function getStageTitle({ programme }: ReportContext, stage: string): LocalText {
  return programme.stages.find(({ key }) => key === stage)?.title ?? { da: stage, en: stage }
}

function roundText(round: string): LocalText {
  return { da: printRound(round, 'da'), en: printRound(round, 'en') }
}
