import type { ChangeClass, QuestionResult } from '../analysis/analysis.ts'
import type { LocalText } from '../language/language.ts'
import { endColumn, figureCell, note, plainCell, startColumn, textCell } from './cells.ts'
import { addQuestionFigures } from './question-figures.ts'
import { findQuestion, getStageTitle, type ReportContext } from './report-context.ts'
import { roundingNotes } from './rounding-note.ts'
import type { Block } from './report.ts'

const groups: readonly { class: ChangeClass; caption: LocalText }[] = [
  { class: 'improved', caption: { da: 'Klart steget', en: 'Clearly risen' } },
  { class: 'declined', caption: { da: 'Klart faldet', en: 'Clearly fallen' } },
  {
    class: 'signal-up',
    caption: { da: 'Muligvis steget, skal følges', en: 'Possibly risen, to watch' },
  },
  {
    class: 'signal-down',
    caption: { da: 'Muligvis faldet, skal følges', en: 'Possibly fallen, to watch' },
  },
]

/** One table per class of change that has questions, largest change first. Withheld rows are left out and counted. */
export function changedQuestionTables(context: ReportContext): readonly Block[] {
  const { analysis, withholding } = context
  const compared = analysis.questions.filter(
    (result) => result.unit === null && result.level === analysis.comparisonLevel && result.inBaselineSet,
  )
  const shown = compared.filter((result) => !withholding.question(result))
  const tables = groups.flatMap(({ class: name, caption }) => {
    const results = shown
      .filter(({ change }) => change?.class === name)
      .toSorted((left, right) => size(right) - size(left) || (left.question < right.question ? -1 : 1))
    return results.length === 0 ? [] : [changedTable(context, results, caption)]
  })
  const notes = roundingNotes(
    context,
    shown
      .filter(({ change }) => groups.some((group) => group.class === change?.class))
      .map((result) => addQuestionFigures(context, result)),
  )
  const changed = (result: QuestionResult) => groups.some((group) => group.class === result.change?.class)
  const left = compared.filter((result) => withholding.question(result) && changed(result)).length
  return left === 0
    ? [...tables, ...notes]
    : [
        ...tables,
        ...notes,
        note(
          'Spørgsmål med få sager er ikke vist i tabellerne, fordi tallene kunne pege på enkelte sager.',
          'Questions with few cases are not shown in the tables, because the numbers could point to single cases.',
        ),
      ]
}

function size({ change }: QuestionResult): number {
  return Math.abs(change?.difference ?? 0)
}

function changedTable(context: ReportContext, results: readonly QuestionResult[], caption: LocalText): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      startColumn('Sagstrin', 'Stage', 1.25),
      startColumn('Nr.', 'No.'),
      startColumn('Spørgsmål', 'Question', 2.4),
      endColumn('Baseline', 'Baseline'),
      endColumn('Nu', 'Now'),
      endColumn('Ændring', 'Change'),
    ],
    rows: results.map((result) => {
      const question = findQuestion(context, result.stage, result.question)
      const ids = addQuestionFigures(context, result)
      return [
        textCell(getStageTitle(context, result.stage)),
        plainCell(question?.number ?? result.question),
        textCell(question?.text ?? { da: result.question, en: result.question }),
        figureCell(ids.baseline),
        figureCell(ids.share),
        figureCell(ids.change),
      ]
    }),
    total: false,
  }
}
