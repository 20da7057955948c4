import type { LocalText } from '../language/language.ts'
import { emptyCell, startColumn, textCell } from './cells.ts'
import { compareReports, printedInFull, type FigureChange } from './compare-reports.ts'
import { figureLabels } from './figure-labels.ts'
import { quoteText } from './figure-text.ts'
import type { Report, ReportSection } from './report.ts'

export interface Correction {
  /** Of the released report that is corrected. */
  readonly number: string
  readonly why: LocalText
  readonly before: Report
  readonly after: Report
}

const reasons: Readonly<Record<FigureChange['why'], LocalText>> = {
  added: { da: 'nyt tal', en: 'new figure' },
  removed: { da: 'udgået', en: 'left out' },
  withheld: { da: 'skjult i den ene', en: 'hidden in one of them' },
  answers: { da: 'andre svar', en: 'other answers' },
  'follow-up': { da: 'fund eller opfølgning er ændret', en: 'errors or follow-up have changed' },
  estimate: { da: 'beregnet anderledes', en: 'calculated otherwise' },
}

/** What a correction says first: what it corrects, why, and every number that is another now. */
export function correctionsSection({ number, why, before, after }: Correction): ReportSection {
  const changes = compareReports(before, after)
  const labels = new Map([...figureLabels(before), ...figureLabels(after)])
  return {
    key: 'corrections',
    title: { da: `Rettelser til rapport ${number}`, en: `Corrections to report ${number}` },
    blocks: [
      { kind: 'paragraph', text: { da: quoteText(why.da), en: quoteText(why.en) } },
      changes.length === 0
        ? {
            kind: 'note',
            text: { da: 'Ingen tal er ændret.', en: 'No number has changed.' },
          }
        : {
            kind: 'table',
            caption: { da: 'Tal, der er ændret', en: 'Numbers that have changed' },
            columns: [
              { title: { da: 'Tal', en: 'Figure' }, align: 'start', stretch: 2 },
              startColumn('Før', 'Before'),
              startColumn('Nu', 'Now'),
              startColumn('Hvorfor', 'Why'),
            ],
            rows: changes.map(({ id, before: then, after: now, why: reason }) => [
              textCell(labels.get(id) ?? { da: id, en: id }),
              then === null ? emptyCell : textCell(printedInFull(then)),
              now === null ? emptyCell : textCell(printedInFull(now)),
              textCell(reasons[reason]),
            ]),
            total: false,
          },
    ],
    sections: [],
  }
}
