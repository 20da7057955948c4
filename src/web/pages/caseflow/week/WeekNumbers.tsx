import { axisWords } from '../../../../core/caseflow/flow/compose-period.ts'
import type { WeekFigures, WeekSeriesKey } from '../../../../core/caseflow/flow/week-report.ts'
import type { WeekCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import { firstUpper } from '../../../format/first-letter.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { FigureLink } from '../flow/FigureLink.tsx'
import { FigureRows, type FigureRow } from '../flow/FigureRows.tsx'
import { ShareOf } from '../flow/ShareOf.tsx'
import { earlyOf, type CasesOf, type ShownWeek } from './shown-week.ts'
import { useWeekWords } from './use-week-words.ts'

/** What happened in the week, beside the week before and what is usual. */
export function WeekNumbers({ report, casesOf }: { report: ShownWeek; casesOf: CasesOf }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { week, previous, series } = report
  const count = useCountRow(report, casesOf)
  const language = useLanguage()
  const known = knownBefore(report)
  const { rows } = useWeekWords(report.words)
  const over = series[0]?.points.filter(({ isOver }) => isOver).length ?? 0
  return (
    <section aria-labelledby="numbers-heading">
      <h2 id="numbers-heading">{texts.numbers}</h2>
      <FigureRows
        caption={texts.numbersCaption}
        titles={{
          now: firstUpper(local(axisWords(week))),
          before: firstUpper(local(axisWords(previous))),
        }}
        before={previous}
        ofUnit={report.unit !== null}
        rows={[
          count('received', rows.received, ({ received }) => received.total, { series: 'received' }),
          count('received-new', rows.onNew, ({ received }) => received.onNew, {
            series: 'received-new',
            part: true,
          }),
          {
            ...count('received-known', rows.onKnown, ({ received }) => received.onKnown, { part: true }),
            before: known === null ? '–' : formatInteger(known, language),
          },
          ...usePromptRows(report, casesOf),
          count('assessments-opened', rows.opened, ({ opened }) => opened, { series: 'assessments-opened' }),
          count('notifications-closed', rows.closed, ({ ended }) => ended.notifications, {
            series: 'notifications-closed',
          }),
          count('assessments-ended', rows.ended, ({ ended }) => ended.assessments, {
            series: 'assessments-ended',
          }),
          count('cases-closed', rows.casesClosed, ({ ended }) => ended.cases, { series: 'cases-closed' }),
        ]}
      />
      <p className="small soft">
        {texts.usualNote(over)} {casesOf('received') !== null && texts.leadsToCases}
      </p>
    </section>
  )
}

/** What came in on known cases in the week before: what is left of all when the new ones are taken away. */
function knownBefore({ series, previous }: ShownWeek): number | null {
  const [all, onNew] = (['received', 'received-new'] as const).map(
    (key) =>
      series.find((one) => one.key === key)?.points.find(({ period }) => period === previous)?.value ?? null,
  )
  return all == null || onNew == null ? null : all - onNew
}

interface CountRow {
  readonly series?: WeekSeriesKey
  readonly part?: boolean
  readonly overdue?: boolean
}

/** A row of counts, made of where the count stands in the figures. */
function useCountRow({ figures, municipality, series }: ShownWeek, casesOf: CasesOf) {
  const language = useLanguage()
  return (
    figure: WeekCaseFigure,
    title: string,
    of: (figures: WeekFigures) => number,
    { series: key, part = false, overdue = false }: CountRow = {},
  ): FigureRow => ({
    key: figure,
    title,
    part,
    value: <FigureLink count={of(figures)} to={casesOf(figure)} of={title} overdue={overdue} />,
    municipality: formatInteger(of(municipality), language),
    series: series.find((one) => one.key === key),
  })
}

/** The first hours: kept of how many, then everything that was not, so that no share hides any. */
function usePromptRows(report: ShownWeek, casesOf: CasesOf): readonly FigureRow[] {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const count = useCountRow(report, casesOf)
  const { figures, municipality, promptRule, series } = report
  const { prompt } = figures
  if (prompt === null || promptRule === null) return []
  const { kept } = texts
  const early = earlyOf(figures)
  const title = texts.inTime(local(promptRule.text), local(promptRule.limit))
  const of = (key: 'late' | 'open' | 'running' | 'cannotTell') => (one: WeekFigures) => one.prompt?.[key] ?? 0
  return [
    {
      key: 'prompt',
      title: (
        <>
          {title}
          <span className="cell-note">{promptRule.legal}</span>
        </>
      ),
      value:
        prompt.share === null ? (
          '–'
        ) : (
          <ShareOf share={prompt.share} to={early > 0 ? null : casesOf('prompt-met')} what={title} />
        ),
      municipality: <ShareOf share={municipality.prompt?.share ?? null} />,
      series: series.find(({ key }) => key === 'prompt-share'),
    },
    // Without those kept early the parts would not add up to what was received.
    ...(early > 0
      ? [count('prompt-met', kept.early(early), ({ prompt }) => prompt?.met ?? 0, { part: true })]
      : []),
    count('prompt-late', kept.late, of('late'), { part: true }),
    count('prompt-open', kept.open, of('open'), { part: true, overdue: true }),
    ...(prompt.running > 0 ? [count('prompt-running', kept.running, of('running'), { part: true })] : []),
    count('prompt-cannot-tell', kept.cannotTell, of('cannotTell'), { part: true }),
  ]
}
