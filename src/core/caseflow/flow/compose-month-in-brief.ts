import { quoteText } from '../../report/figure-text.ts'
import type { Block, FigureText } from '../../report/report.ts'
import { counted, scopeKey, type FlowBook } from './compose-counts.ts'
import { seriesName } from './compose-month-tables.ts'
import { momentWords } from './compose-period.ts'
import { standOutLines, undefinedNote, unknownTimeNote } from './compose-shared.ts'
import { namesNothing, type MonthFigures, type MonthReport } from './month-report.ts'

/** The month in a few lines, for those who read no further. */
export function monthInBrief(report: MonthReport, book: FlowBook): readonly Block[] {
  const scope = scopeKey(report.unit)
  const { figures, named } = report
  const items = [
    ...(named.measures ? [measuresLine(figures, book, scope)] : []),
    ...(named.placements ? [placementsLine(figures, book, scope)] : []),
    ...repeatedLine(figures, book, scope, 'followUps'),
    ...repeatedLine(figures, book, scope, 'visits'),
    ...standOutLines(report.series, seriesName, { da: 'måneder', en: 'months' }),
  ]
  if (!report.isDefined) return [undefinedNote]
  if (namesNothing(report)) return [nothingNote]
  return [
    ...unknownTimeNote(report),
    ...(report.isOver ? [] : [notOverNote(report.asOf)]),
    { kind: 'list', items },
  ]
}

const nothingNote: Block = {
  kind: 'note',
  text: {
    da: 'Reglerne nævner intet af det, som månedsrapporten tæller. Ugerapporten har det, de nævner.',
    en: 'The rules name nothing of what the monthly report counts. The weekly report has what they name.',
  },
}

function notOverNote(asOf: string): Block {
  const { da, en } = momentWords(asOf)
  return {
    kind: 'note',
    text: {
      da: `Måneden er ikke slut. Tallene er fra ${da} og vil vokse.`,
      en: `The month is not over. The numbers are of ${en} and will grow.`,
    },
  }
}

function measuresLine({ measures, byType }: MonthFigures, book: FlowBook, scope: string): FigureText {
  const ids = {
    running: book.count(scope, 'measures.running', measures.running),
    started: book.count(scope, 'measures.started', measures.started),
    ended: book.count(scope, 'measures.ended', measures.ended),
  }
  const noun = counted(
    measures.running,
    { da: 'foranstaltning', en: 'measure' },
    { da: 'foranstaltninger', en: 'measures' },
  )
  const most = byType.find(({ type, running }) => type !== '' && running > 0)
  const used =
    most === undefined
      ? { da: '', en: '' }
      : { da: ` Mest brugt: ${quoteText(most.type)}.`, en: ` Most used: ${quoteText(most.type)}.` }
  return {
    da: `{${ids.running}} ${noun.da} ved månedens slutning; {${ids.started}} begyndt og {${ids.ended}} ophørt i måneden.${used.da}`,
    en: `{${ids.running}} ${noun.en} at the end of the month; {${ids.started}} begun and {${ids.ended}} ended in it.${used.en}`,
  }
}

function placementsLine({ placements, plans }: MonthFigures, book: FlowBook, scope: string): FigureText {
  const ids = {
    running: book.count(scope, 'placements.running', placements.running),
    started: book.count(scope, 'placements.started', placements.started),
    ended: book.count(scope, 'placements.ended', placements.ended),
  }
  const overdue = plans.overdue === 0 ? null : book.count(scope, 'plans.overdue', plans.overdue)
  const noun = counted(
    placements.running,
    { da: 'anbringelse', en: 'placement' },
    { da: 'anbringelser', en: 'placements' },
  )
  return {
    da: `{${ids.running}} ${noun.da} ved månedens slutning; {${ids.started}} begyndt og {${ids.ended}} ophørt. ${overdue === null ? 'Ingen' : `{${overdue}}`} mangler en plan, hvis frist er overskredet.`,
    en: `{${ids.running}} ${noun.en} at the end of the month; {${ids.started}} begun and {${ids.ended}} ended. ${overdue === null ? 'None is' : `{${overdue}} ${plans.overdue === 1 ? 'is' : 'are'}`} without a plan past the time.`,
  }
}

const steps = {
  followUps: { da: 'Opfølgninger, der skulle holdes i måneden', en: 'Follow-ups due in the month' },
  visits: { da: 'Tilsynsbesøg, der skulle holdes i måneden', en: 'Supervision visits due in the month' },
} as const

function repeatedLine(
  figures: MonthFigures,
  book: FlowBook,
  scope: string,
  key: 'followUps' | 'visits',
): readonly FigureText[] {
  const step = figures[key]
  if (step === null) return []
  const [met, late, open] = (['met', 'late', 'open'] as const).map((state) =>
    book.count(scope, `${key}.due.${state}`, step.due[state]),
  )
  const { da, en } = steps[key]
  return [
    {
      da: `${da}: {${met}} i tide, {${late}} for sent, {${open}} ikke holdt, og fristen er overskredet.`,
      en: `${en}: {${met}} in time, {${late}} late, {${open}} not held and past the time.`,
    },
  ]
}
