import type { Analysis } from '../analysis/analysis.ts'
import type { PublishedReport } from '../disclosure/published-report.ts'
import type { LocalText } from '../language/language.ts'
import type { Programme } from '../programme/programme.ts'
import { writeBackground, type DrawDigest } from './background-section.ts'
import { writeCases } from './cases-section.ts'
import { writeCritical, type CriticalRun } from './critical-section.ts'
import { assertReport } from './assert-report.ts'
import { writeFindings, type FindingsOfRound } from './findings-section.ts'
import { writeIrregularities, type ReportedIrregularity } from './irregularities-section.ts'
import { writeLearning, type LearningProposal } from './learning-section.ts'
import { writeLevels } from './levels-section.ts'
import { writeProgress, type PlanProgress } from './progress-section.ts'
import { writeQuestionsAnnex } from './questions-annex.ts'
import { openReportContext, type ReportContext } from './report-context.ts'
import type { Report, ReportSection } from './report.ts'
import { writeStages } from './stages-section.ts'
import { writeTechnicalAnnex } from './technical-annex.ts'
import { writeThemes } from './themes-section.ts'
import { writeTrends } from './trends-section.ts'
import { writeUnitReport } from './unit-report.ts'
import { writeUnits, type DrawnInUnit } from './units-section.ts'

export interface ReportInput {
  readonly analysis: Analysis
  /** The version that the analysis was made with; the caller checks that. */
  readonly programme: Programme
  readonly audience: Report['audience']
  /** The unit that an internal report is about, by name; absent: it is about the municipality. */
  readonly unit?: string
  /** Of the round's comparison level; absent: not known, as where a report is made from files. */
  readonly drawnInUnits?: readonly DrawnInUnit[]
  /** Absent: nobody has said whether there were any, and the report says so. */
  readonly irregularities?: readonly ReportedIrregularity[]
  /** Absent: not known, as where a report is made from files. */
  readonly criticalCases?: readonly CriticalRun[]
  /** Absent: not known, as where a report is made from files. */
  readonly findings?: FindingsOfRound
  /** All that are published, the newest first; absent: not known, as where a report is made from files. */
  readonly plans?: readonly PlanProgress[]
  readonly municipality?: string
  readonly learning?: readonly LearningProposal[]
  /** Printed on every page instead of the analysis's own notice. */
  readonly notice?: LocalText
  readonly drawDigests?: readonly DrawDigest[]
  /** Public editions that are out, of whatever rounds: what they withhold stays withheld in this one, if it is public. Absent: not known. */
  readonly released?: readonly PublishedReport[]
}

/**
 * The committee's report from one round's analysis, before language and format. Public editions hold no unit's figures
 * and no small counts (`withholding.ts`), not even in the figures behind the text.
 */
export function composeReport(input: ReportInput): Report {
  const { analysis, programme, audience } = input
  const context = openReportContext(analysis, programme, audience, input.released)
  const sections =
    input.unit === undefined ? wholeReport(context, input) : writeUnitReport(context, input, input.unit)
  const { round } = context
  const whose = input.unit === undefined ? '' : `, ${input.unit}`
  const report: Report = {
    title: {
      da: `Ledelsestilsyn${whose}, ${round.da}`,
      en: `Management audit${whose}, ${round.en}`,
    },
    subtitle: programme.title,
    municipality: input.municipality ?? null,
    audience,
    notice: input.notice ?? analysis.notice,
    basis: {
      da: `Program: ${programme.key} ${programme.version}`,
      en: `Programme: ${programme.key} ${programme.version}`,
    },
    figures: context.figures.toRecord(),
    sections,
  }
  assertReport(report)
  return report
}

function wholeReport(context: ReportContext, input: ReportInput): readonly ReportSection[] {
  return [
    writeBackground(context, input.drawDigests ?? []),
    writeCases(context),
    writeIrregularities(input.irregularities),
    writeCritical(context, input.criticalCases),
    writeTrends(context),
    writeStages(context),
    writeThemes(context),
    writeLevels(context),
    writeUnits(context, input.drawnInUnits),
    writeFindings(context, input.findings),
    writeLearning(context, input.learning ?? []),
    writeProgress(context, input.plans),
    writeQuestionsAnnex(context),
    writeTechnicalAnnex(context),
  ].filter((section) => section !== null)
}
