import { showsCompliance } from '../analysis/compliance.ts'
import type { QuestionResult } from '../analysis/analysis.ts'
import { writeBackground, type DrawDigest } from './background-section.ts'
import { note, paragraph } from './cells.ts'
import { compositeChart, compositeTables } from './composite-blocks.ts'
import { writeUnitFindings, type FindingsOfRound } from './findings-section.ts'
import { writeIrregularities, type ReportedIrregularity } from './irregularities-section.ts'
import { questionList } from './learning-section.ts'
import {
  findComposite,
  findQuestion,
  getStageTitle,
  listReviewedStages,
  type ReportContext,
} from './report-context.ts'
import type { ReportSection } from './report.ts'
import { writeTechnicalAnnex } from './technical-annex.ts'
import { missingNotes, recurring, sharedNote, type DrawnInUnit } from './units-section.ts'

/** What a unit's report is made of besides the analysis; as in the whole report. */
interface UnitReportInput {
  readonly irregularities?: readonly ReportedIrregularity[]
  readonly drawnInUnits?: readonly DrawnInUnit[]
  readonly findings?: FindingsOfRound
  readonly drawDigests?: readonly DrawDigest[]
}

/** Fewer cases say nothing of whether a requirement is always met. */
const fewestForAlways = 3

/**
 * A round's report for one unit and those who visit it: what succeeds first, then what failed more than once, and what has
 * become of it. No other unit stands in it; the municipality as a whole does, with both intervals.
 */
export function writeUnitReport(
  context: ReportContext,
  { irregularities, drawnInUnits = [], findings, drawDigests = [] }: UnitReportInput,
  unit: string,
): readonly ReportSection[] {
  const drawn = drawnInUnits.filter((row) => row.unit === unit)
  return [
    writeFigures(context, unit, [...missingNotes(context, drawn), ...sharedNote(context)]),
    writeStrengths(context, unit),
    writeWorthLooking(context, unit),
    writeUnitFindings(context, findings, unit),
    writeBackground(context, drawDigests),
    writeIrregularities(irregularities),
    writeTechnicalAnnex(context),
  ].filter((section) => section !== null)
}

function writeFigures(context: ReportContext, unit: string, notes: ReportSection['blocks']): ReportSection {
  const rowOf = (label: { da: string; en: string }, stage: string | null, whose: string | null) => {
    const composite = findComposite(context, stage, whose)
    return composite === undefined ? [] : [{ label, composite }]
  }
  const beside = [
    ...rowOf({ da: unit, en: unit }, null, unit),
    ...rowOf({ da: 'Hele kommunen', en: 'The whole municipality' }, null, null),
  ]
  const stages = listReviewedStages(context).flatMap(({ key }) =>
    rowOf(getStageTitle(context, key), key, unit),
  )
  const caption = { da: `${unit} og hele kommunen`, en: `${unit} and the whole municipality` }
  return {
    key: 'unit-figures',
    title: { da: 'Enhedens tal', en: 'The unit’s figures' },
    blocks: [
      paragraph(
        'Rapporten er til enheden selv. Enheden har få sager i runden, så tallene kan være tilfældige: læs intervallerne, før tallene.',
        'The report is for the unit itself. It has few cases in the round, so the figures can be chance: read the intervals before the figures.',
      ),
      ...notes,
      compositeChart(context, beside, caption),
      ...compositeTables(context, beside, { caption, first: { da: 'Hvor', en: 'Where' }, total: false }),
      ...(stages.length === 0
        ? []
        : compositeTables(context, stages, {
            caption: { da: `${unit}, sagstrin for sagstrin`, en: `${unit}, stage by stage` },
            first: { da: 'Sagstrin', en: 'Stage' },
            total: false,
          })),
    ],
    sections: [],
  }
}

function writeStrengths(context: ReportContext, unit: string): ReportSection {
  const strong = resultsOf(context, unit)
    .filter(({ share, denominator }) => share === 1 && denominator >= fewestForAlways)
    .toSorted((left, right) => right.denominator - left.denominator)
  const list = questionList(context, strong, {
    da: 'I orden i alle enhedens sager',
    en: 'Compliant in every case of the unit',
  })
  return {
    key: 'unit-strengths',
    title: { da: 'Det, der lykkes', en: 'What succeeds' },
    blocks:
      list.length === 0
        ? [
            paragraph(
              `Intet krav er i orden i alle enhedens sager, hvor mindst ${fewestForAlways} sager er gennemgået.`,
              `No requirement is met in every case of the unit where at least ${fewestForAlways} were reviewed.`,
            ),
          ]
        : list,
    sections: [],
  }
}

function writeWorthLooking(context: ReportContext, unit: string): ReportSection {
  return {
    key: 'unit-worth-looking',
    title: { da: 'Værd at se på sammen', en: 'Worth looking at together' },
    blocks: [
      ...recurring(context, unit),
      note(
        'Til mødet: Hvorfor sker det? Hvad gør vi, når det lykkes? Hvad prøver vi inden næste runde, og hvem følger op?',
        'For the meeting: Why does it happen? What do we do when it succeeds? What do we try before the next round, and who follows up?',
      ),
    ],
    sections: [],
  }
}

function resultsOf(context: ReportContext, unit: string): readonly QuestionResult[] {
  return context.analysis.questions.filter((result) => {
    const question = findQuestion(context, result.stage, result.question)
    return (
      result.unit === unit &&
      result.level === context.analysis.comparisonLevel &&
      question !== undefined &&
      showsCompliance(question)
    )
  })
}
