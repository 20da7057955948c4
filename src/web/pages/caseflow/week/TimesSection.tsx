import type { FlowTime } from '../../../../core/caseflow/flow/week-report.ts'
import { formatDate } from '../../../format/dates.ts'
import { formatDecimal, formatInteger } from '../../../format/numbers.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useNarrow } from '../../../ui/use-media.ts'
import { FigureLink } from '../flow/FigureLink.tsx'
import { FinishedChart } from './FinishedChart.tsx'
import type { CasesOf, ShownWeek } from './shown-week.ts'

/** How long things take: the median that knows of those under way, and beside it the mean that does not. */
export function TimesSection({ report, casesOf }: { report: ShownWeek; casesOf: CasesOf }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const isNarrow = useNarrow()
  const { times } = report.figures
  if (times.length === 0) return null
  const titles = texts.timeColumns
  const number = (value: number) => formatInteger(value, language)
  const day = (value: string) => formatDate(value, language)
  const days = (value: number | null) => (value === null ? '–' : formatDecimal(value, language))
  const columns: readonly DataColumn<FlowTime>[] = [
    {
      key: 'what',
      title: titles.what,
      rowHeader: true,
      render: ({ name, cohort }) => (
        <>
          {local(name)}
          {cohort.isShort && <span className="cell-note">{texts.shortCohort(day(cohort.from))}</span>}
          {cohort.openFromBefore > 0 && (
            <span className="cell-note">{texts.openFromBefore(cohort.openFromBefore, day(cohort.from))}</span>
          )}
        </>
      ),
    },
    {
      key: 'finished',
      title: titles.finished,
      align: 'end',
      render: ({ key, name, finished }) => (
        <FigureLink
          count={finished}
          to={casesOf('finished', key)}
          of={`${local(name)}: ${titles.finished}`}
        />
      ),
    },
    { key: 'week-mean', title: titles.weekMean, align: 'end', render: ({ mean }) => days(mean) },
    { key: 'begun', title: titles.begun, align: 'end', render: ({ cohort }) => number(cohort.begun) },
    {
      key: 'open',
      title: titles.open,
      align: 'end',
      render: ({ key, name, cohort }) => (
        <FigureLink count={cohort.open} to={casesOf('open', key)} of={`${local(name)}: ${titles.open}`} />
      ),
    },
    {
      key: 'median',
      title: titles.median,
      align: 'end',
      render: ({ cohort: { kaplanMeier, begun } }) => (
        <span className="share-cell">
          {kaplanMeier.median === null
            ? begun === 0
              ? '–'
              : texts.noMedian
            : texts.days(kaplanMeier.median)}
          {kaplanMeier.median !== null && (
            <span className="cell-note">
              {texts.medianInterval(
                kaplanMeier.lower === null ? '–' : number(kaplanMeier.lower),
                kaplanMeier.upper === null ? texts.beyond : number(kaplanMeier.upper),
              )}
            </span>
          )}
        </span>
      ),
    },
    { key: 'mean', title: titles.mean, align: 'end', render: ({ cohort }) => days(cohort.mean) },
  ]
  const charts = (
    <div className="two-columns series-grid">
      {times.map((time) => (
        <FinishedChart key={time.key} time={time} curve={report.curves.find(({ key }) => key === time.key)} />
      ))}
    </div>
  )
  return (
    <section aria-labelledby="times-heading">
      <h2 id="times-heading">{texts.times}</h2>
      <p className="reading-width">{texts.timesBody}</p>
      <DataTable
        caption={texts.timesCaption}
        captionHidden
        stacked
        compact
        columns={columns}
        rows={times}
        rowKey={({ key }) => key}
      />
      {/* On a phone the table above says enough until somebody asks. */}
      {isNarrow ? <Disclosure summary={texts.laterCharts(times.length, 0)}>{charts}</Disclosure> : charts}
    </section>
  )
}
