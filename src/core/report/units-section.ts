import type { DrawReviewed } from '../analysis/analysis.ts'
import { showsCompliance } from '../analysis/compliance.ts'
import { missingReviewsWords } from '../analysis/missing-reviews.ts'
import { listRecurring, mostRecurring } from '../analysis/recurring-errors.ts'
import { sharedRequirementsWords } from '../analysis/shared-requirements.ts'
import { compositeChart, compositeTables } from './composite-blocks.ts'
import { addQuestionFigures } from './question-figures.ts'
import { endColumn, figureCell, note, paragraph, plainCell, startColumn, textCell } from './cells.ts'
import { quoteText } from './figure-text.ts'
import { findComposite, findQuestion, getStageTitle, type ReportContext } from './report-context.ts'
import type { Block, ReportSection } from './report.ts'

/** A unit's cases in force at the comparison level, and how many of them somebody reviewed. */
export interface DrawnInUnit extends DrawReviewed {
  readonly unit: string
}

/** Internal editions only: each unit's composite, and the errors that came up more than once there. */
export function writeUnits(context: ReportContext, drawn: readonly DrawnInUnit[] = []): ReportSection | null {
  if (context.audience === 'public') return null
  const units = listUnits(context)
  const rows = units.flatMap((unit) => {
    const composite = findComposite(context, null, unit)
    return composite === undefined ? [] : [{ label: { da: unit, en: unit }, composite }]
  })
  if (rows.length === 0) return null
  return {
    key: 'units',
    title: { da: 'Enhed for enhed', en: 'Unit by unit' },
    blocks: [
      paragraph(
        'Afsnittet er til internt brug. Enhederne har få sager hver; forskelle mellem dem kan være tilfældige, så længe intervallerne overlapper. Vurderingen tager højde for, at flere enheder prøves på én gang. En stigning kan også komme af, at der bedømmes mildere end før.',
        'This section is for internal use. Each unit has few cases; differences between units can be chance as long as the intervals overlap. The assessment allows for several units being tested at once. A rise can also come from milder reviewing than before.',
      ),
      ...missingNotes(context, drawn),
      ...sharedNote(context),
      compositeChart(context, rows, {
        da: 'Krav i orden i en gennemsnitlig sag, for hver enhed',
        en: 'Requirements met in an average case, per unit',
      }),
      ...compositeTables(context, rows, {
        caption: { da: 'Enhedernes tal', en: 'The units’ figures' },
        first: { da: 'Enhed', en: 'Unit' },
        total: false,
      }),
    ],
    sections: units.map((unit) => ({
      key: `unit-${unit}`,
      title: { da: unit, en: unit },
      blocks: recurring(context, unit),
      sections: [],
    })),
  }
}

/** A unit may lack reviews where the municipality hardly does. */
export function missingNotes(
  { analysis, figures }: ReportContext,
  drawn: readonly DrawnInUnit[],
): readonly Block[] {
  return drawn.flatMap((row) => {
    const { unit, round, level } = row
    if (row.reviewed >= row.drawn) return []
    const count = (name: 'drawn' | 'reviewed') =>
      `{${figures.count(['draw', round, `level-${level}`, unit, name], row[name], `draws[round=${round},level=${level},unit=${unit}].${name}`)}}`
    const printed = { reviewed: count('reviewed'), drawn: count('drawn') }
    const words = missingReviewsWords(row, analysis.baselineRound, printed, quoteText(unit))
    return [note(words.da, words.en)]
  })
}

export function sharedNote({ analysis }: ReportContext): readonly Block[] {
  const words = sharedRequirementsWords(analysis)
  return words === null
    ? []
    : [note(`Enhedernes tal er regnet af ${words.da}.`, `The units’ figures are made of ${words.en}.`)]
}

function listUnits({ analysis }: ReportContext): readonly string[] {
  const names = analysis.composites.flatMap(({ unit }) => (unit === null ? [] : [unit]))
  return [...new Set(names)].toSorted((left, right) => left.localeCompare(right, 'da'))
}

/** The requirements that a unit broke more than once, as a table. */
export function recurring(context: ReportContext, unit: string): readonly Block[] {
  const { analysis } = context
  const results = listRecurring(
    analysis.questions.filter((result) => {
      const question = findQuestion(context, result.stage, result.question)
      return (
        result.unit === unit &&
        result.level === analysis.comparisonLevel &&
        question !== undefined &&
        showsCompliance(question)
      )
    }),
  )
  if (results.length === 0)
    return [
      paragraph(
        'Ingen fejl er set mere end én gang i enhedens sager.',
        'No error was seen more than once in the unit’s cases.',
      ),
    ]
  const table: Block = {
    kind: 'table',
    caption: {
      da: `${unit}: krav, der oftest ikke er i orden`,
      en: `${unit}: requirements most often not compliant`,
    },
    columns: [
      startColumn('Sagstrin', 'Stage', 1.25),
      startColumn('Nr.', 'No.'),
      startColumn('Spørgsmål', 'Question', 2.4),
      endColumn('Ikke i orden', 'Not compliant'),
      endColumn('Sager', 'Cases'),
    ],
    rows: results.slice(0, mostRecurring).map((result) => {
      const question = findQuestion(context, result.stage, result.question)
      const ids = addQuestionFigures(context, result)
      return [
        textCell(getStageTitle(context, result.stage)),
        plainCell(question?.number ?? result.question),
        textCell(question?.text ?? { da: result.question, en: result.question }),
        figureCell(ids.notCompliant),
        figureCell(ids.applicable),
      ]
    }),
    total: false,
  }
  return results.length <= mostRecurring
    ? [table]
    : [
        table,
        note(
          `Tabellen viser de ${mostRecurring} med flest fejl.`,
          `The table shows the ${mostRecurring} with most errors.`,
        ),
      ]
}
