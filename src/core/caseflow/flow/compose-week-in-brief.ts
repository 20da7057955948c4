import type { LocalText } from '../../language/language.ts'
import { quoteText } from '../../report/figure-text.ts'
import type { Block, FigureText } from '../../report/report.ts'
import { counted, scopeKey, type FlowBook } from './compose-counts.ts'
import { momentWords } from './compose-period.ts'
import { isThin } from './compose-series.ts'
import { standOutLines, undefinedNote, unknownTimeNote } from './compose-shared.ts'
import { weekSeriesNamesOf } from './compose-week-tables.ts'
import type { DaysLeftBand, WeekReport } from './week-report.ts'

/** The week in a few lines, for those who read no further. */
export function weekInBrief(report: WeekReport, book: FlowBook): readonly Block[] {
  const scope = scopeKey(report.unit)
  const names = weekSeriesNamesOf(report.words)
  const items = [
    receivedLine(report, book, scope),
    ...promptLine(report, book, scope),
    endedLine(report, book, scope),
    runningLine(report, book, scope),
    ...standOutLines(report.series, ({ key }) => names[key], { da: 'uger', en: 'weeks' }),
  ]
  return [
    ...(report.isDefined ? [] : [undefinedNote]),
    ...unknownTimeNote(report),
    ...(report.isOver ? [] : [notOverNote(report.asOf)]),
    { kind: 'list', items },
  ]
}

function notOverNote(asOf: string): Block {
  const { da, en } = momentWords(asOf)
  return {
    kind: 'note',
    text: {
      da: `Ugen er ikke slut. Tallene er fra ${da} og vil vokse.`,
      en: `The week is not over. The numbers are of ${en} and will grow.`,
    },
  }
}

function receivedLine({ figures, series, words }: WeekReport, book: FlowBook, scope: string): FigureText {
  const { total, onNew, onKnown } = figures.received
  const ids = {
    total: book.count(scope, 'received.total', total),
    onNew: book.count(scope, 'received.onNew', onNew),
    onKnown: book.count(scope, 'received.onKnown', onKnown),
  }
  const { newOne, many } = words.received
  const noun = counted(total, newOne, { da: `nye ${many.da}`, en: `new ${many.en}` })
  const usually = series.find(({ key }) => key === 'received')
  const median = usually === undefined || isThin(usually) ? null : usually.median
  const usual =
    median === null
      ? { da: '', en: '' }
      : {
          da: ` En uge plejer at have ${number(median, 'da')} (median).`,
          en: ` A week usually has ${number(median, 'en')} (median).`,
        }
  return {
    da: `{${ids.total}} ${noun.da}: {${ids.onNew}} på nye sager og {${ids.onKnown}} på kendte.${usual.da}`,
    en: `{${ids.total}} ${noun.en}: {${ids.onNew}} on new cases and {${ids.onKnown}} on known ones.${usual.en}`,
  }
}

function promptLine(
  { figures, promptRule }: WeekReport,
  book: FlowBook,
  scope: string,
): readonly FigureText[] {
  const { prompt } = figures
  if (prompt === null || promptRule === null) return []
  const [met, late, open, running, cannotTell] = (
    ['met', 'late', 'open', 'running', 'cannotTell'] as const
  ).map((state) => book.count(scope, `prompt.${state}`, prompt[state]))
  const more = {
    da: `${prompt.running === 0 ? '' : `, {${running}} har tid endnu`}${prompt.cannotTell === 0 ? '' : `, og for {${cannotTell}} kan det ikke ses af datoerne`}`,
    en: `${prompt.running === 0 ? '' : `, {${running}} still have time`}${prompt.cannotTell === 0 ? '' : `, and of {${cannotTell}} the dates do not tell`}`,
  }
  return [
    {
      da: `${quoteText(promptRule.text.da)} (${quoteText(promptRule.limit.da)}): {${met}} i tide, {${late}} for sent, {${open}} ikke gjort, selv om fristen er overskredet${more.da}.`,
      en: `${quoteText(promptRule.text.en)} (${quoteText(promptRule.limit.en)}): {${met}} in time, {${late}} late, {${open}} not done and past the time${more.en}.`,
    },
  ]
}

function endedLine({ figures, words: { handled } }: WeekReport, book: FlowBook, scope: string): FigureText {
  const { opened, ended } = figures
  const ids = {
    opened: book.count(scope, 'opened', opened),
    assessments: book.count(scope, 'ended.assessments', ended.assessments),
    cases: book.count(scope, 'ended.cases', ended.cases),
  }
  const closed = counted(
    ended.cases,
    { da: 'sag lukket', en: 'case closed' },
    { da: 'sager lukket', en: 'cases closed' },
  )
  const noun = counted(opened, handled.one, handled.many)
  return {
    da: `{${ids.opened}} ${noun.da} åbnet, {${ids.assessments}} afsluttet; {${ids.cases}} ${closed.da}.`,
    en: `{${ids.opened}} ${noun.en} opened, {${ids.assessments}} ended; {${ids.cases}} ${closed.en}.`,
  }
}

function runningLine({ figures, isOver }: WeekReport, book: FlowBook, scope: string): FigureText {
  const cases = (band: DaysLeftBand) => figures.running.find((each) => each.band === band)?.cases ?? 0
  const overdue = cases('overdue')
  const soon = cases('0-1') + cases('2-7')
  const ids = {
    overdue: book.count(scope, 'running[overdue].cases', overdue),
    soon: book.count(scope, 'running[0-1,2-7].cases', soon),
  }
  const noun = (n: number): LocalText => counted(n, { da: 'sag', en: 'case' }, { da: 'sager', en: 'cases' })
  const other = counted(soon, { da: 'anden', en: 'other' }, { da: 'andre', en: 'others' })
  const when = isOver
    ? { da: 'Ved ugens slutning var', en: 'At the end of the week' }
    : { da: 'Nu er', en: 'Now' }
  const verb = isOver ? { da: 'udløb', en: 'ended' } : { da: 'udløber', en: 'ends' }
  const were = isOver ? (overdue === 1 ? 'was' : 'were') : overdue === 1 ? 'is' : 'are'
  return {
    da: `${when.da} {${ids.overdue}} ${noun(overdue).da} over fristen; i {${ids.soon}} ${other.da} ${verb.da} den næste frist inden for en uge.`,
    en: `${when.en} {${ids.overdue}} ${noun(overdue).en} ${were} past the time; in {${ids.soon}} ${other.en} the next deadline ${verb.en} within a week.`,
  }
}

function number(value: number, language: 'da' | 'en'): string {
  return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 }).format(
    value,
  )
}
