import type { CompositeResult } from '../analysis/analysis.ts'
import type { LocalText } from '../language/language.ts'
import { compositeChangeWords } from './class-words.ts'
import { addCompositeFigures } from './composite-figures.ts'
import { emptyCell, endColumn, figureCell, startColumn, textCell } from './cells.ts'
import { quoteText } from './figure-text.ts'
import type { ReportContext } from './report-context.ts'
import { roundingNotes } from './rounding-note.ts'
import type { Block, Cell } from './report.ts'

export interface CompositeRow {
  readonly label: LocalText
  readonly composite: CompositeResult
}

/** Composites as dots with intervals: filled now, hollow in the baseline. */
export function compositeChart(
  context: ReportContext,
  rows: readonly CompositeRow[],
  caption: LocalText,
): Block {
  const marks = rows.map(({ label, composite }) => {
    const ids = addCompositeFigures(context, composite)
    return { label, now: ids.share, baseline: composite.baseline === null ? null : ids.baseline }
  })
  const read = (language: 'da' | 'en') =>
    marks
      .map(({ label, now, baseline }) => {
        const words = { da: 'nu', en: 'now' }[language]
        const before = baseline === null ? '' : `, baseline {${baseline}}`
        return `${quoteText(label[language])}: ${words} {${now}}${before}`
      })
      .join('; ')
  return {
    kind: 'dot-chart',
    caption,
    alternative: { da: `${caption.da}. ${read('da')}.`, en: `${caption.en}. ${read('en')}.` },
    rows: marks,
  }
}

/** The same composites as a table with cases, interval, change and class, and a note where rounding shows. */
export function compositeTables(
  context: ReportContext,
  rows: readonly CompositeRow[],
  { caption, first, total }: { caption: LocalText; first: LocalText; total: boolean },
): readonly Block[] {
  const compared = rows.some(({ composite }) => composite.baseline !== null)
  const table: Block = {
    kind: 'table',
    caption,
    columns: [
      startColumn(first.da, first.en, 1),
      endColumn('Sager', 'Cases'),
      endColumn('Nu', 'Now'),
      endColumn('95 %-interval', '95% interval'),
      ...(compared
        ? [
            endColumn('Baseline', 'Baseline'),
            endColumn('Ændring i point', 'Change in points'),
            startColumn('Vurdering', 'Assessment', 1),
          ]
        : []),
    ],
    rows: rows.map(({ label, composite }) => {
      const ids = addCompositeFigures(context, composite)
      const change: readonly Cell[] = [
        figureCell(ids.baseline),
        figureCell(ids.change),
        composite.change === null || context.withholding.composite(composite)
          ? emptyCell
          : textCell(compositeChangeWords[composite.change.class]),
      ]
      return [
        textCell(label),
        figureCell(ids.cases),
        figureCell(ids.share),
        { kind: 'range', figure: ids.share },
        ...(compared ? change : []),
      ]
    }),
    total,
  }
  return [
    table,
    ...roundingNotes(
      context,
      rows.map(({ composite }) => addCompositeFigures(context, composite)),
    ),
  ]
}
