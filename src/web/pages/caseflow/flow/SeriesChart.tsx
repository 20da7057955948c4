import { axisWords, monthWords, weekWords } from '../../../../core/caseflow/flow/compose-period.ts'
import { isThin, verdictWords } from '../../../../core/caseflow/flow/compose-series.ts'
import { isSettled, type FlowPoint, type FlowSeries } from '../../../../core/caseflow/flow/flow-figures.ts'
import { fewestForPercent } from '../../../../core/report/print-figure.ts'
import { formatInteger, formatInterval } from '../../../format/numbers.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { RunChartPicture, type ChartPoint } from '../../../ui/RunChartPicture.tsx'
import { chartId } from './chart-id.ts'
import { hasSignals } from './has-signals.ts'
import { isBeyond } from './is-beyond.ts'
import { scaleOf } from './series-scale.ts'
import { useSeriesNumber } from './use-series-number.ts'

interface SeriesChartProps {
  readonly series: FlowSeries
  readonly title: string
  /** The report's own period. */
  readonly shown: string
  readonly periods: 'weeks' | 'months'
}

/** Words that fit under a picture of half a page's width. */
const room = 5

/** One series: what its rules say in words, the picture, and the table behind it. */
export function SeriesChart({ series, title, shown, periods }: SeriesChartProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { points, median, verdict, kind } = series
  const id = chartId(series)
  const number = useSeriesNumber(kind)
  const small = (point: FlowPoint) => kind === 'share' && (point.of ?? 0) < fewestForPercent
  const drawn = points.map((point): ChartPoint => {
    const limits = limitsOf(point)
    return {
      key: point.period,
      name: local(axisWords(point.period)),
      value: small(point) ? null : point.value,
      interval: null,
      limits,
      standsOut: isBeyond(point),
      isUnfinished: !isSettled(point),
    }
  })
  const scale = scaleOf(series)
  const known = points.flatMap(({ value }) => value ?? [])
  const nought = kind === 'count' && known.length > 0 && known.every((value) => value === 0)
  const limited = drawn.some(({ limits }) => limits !== null)
  const found = hasSignals(series)
  const said = local(verdictWords(verdict, { periods: texts.periodNames[periods], kind }))
  const undecided = points.filter((point) => (point.undecided ?? 0) > 0)
  return (
    <section className="series" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      {/* Of what cannot be drawn neither a median nor a verdict is worth anything. */}
      {nought || isThin(series) ? (
        <p className="small">{nought ? texts.allNought : texts.nothingToDraw}</p>
      ) : (
        <>
          <p className="small">
            {median !== null && `${texts.median}: ${number(median)}. `}
            {found ? <strong>{said}</strong> : said}
            {undecided.length > 0 && ` ${texts.undecidedIn(undecided.length)}`}
          </p>
          <RunChartPicture
            label={texts.chartLabel(title, points.length, said)}
            points={drawn}
            centre={median}
            scale={scale}
            ticks={scale.ticks}
            format={number}
            shown={shown}
            room={room}
          />
        </>
      )}
      <Disclosure summary={texts.tableBehind}>
        <DataTable
          caption={texts.seriesCaption(title)}
          captionHidden
          columns={columnsOf({ series, limited, language, number, texts, local })}
          rows={points.toReversed()}
          rowKey={({ period }) => period}
        />
      </Disclosure>
    </section>
  )
}

interface ColumnsOf {
  readonly series: FlowSeries
  readonly limited: boolean
  readonly language: 'da' | 'en'
  readonly number: (value: number) => string
  readonly texts: typeof da
  readonly local: ReturnType<typeof useLocal>
}

function columnsOf({
  series,
  limited,
  language,
  number,
  texts,
  local,
}: ColumnsOf): readonly DataColumn<FlowPoint>[] {
  const of: DataColumn<FlowPoint> = {
    key: 'of',
    title: texts.ofHowMany,
    align: 'end',
    render: (point) => (point.of === null ? '–' : formatInteger(point.of, language)),
  }
  const undecided: DataColumn<FlowPoint> = {
    key: 'undecided',
    title: texts.undecided,
    align: 'end',
    render: (point) => (point.undecided === null ? '–' : formatInteger(point.undecided, language)),
  }
  const limits: DataColumn<FlowPoint> = {
    key: 'limits',
    title: texts.limits,
    align: 'end',
    render: ({ lower, upper }) =>
      lower === null || upper === null ? '–' : formatInterval([lower, upper], language),
  }
  return [
    {
      key: 'period',
      title: texts.period,
      rowHeader: true,
      render: (point) => (
        <>
          {local(point.period.includes('W') ? weekWords(point.period) : monthWords(point.period))}
          {!isSettled(point) && (
            <span className="cell-note">{point.isOver ? texts.notDecided : texts.notOver}</span>
          )}
        </>
      ),
    },
    {
      key: 'value',
      title: texts.valueTitles[series.kind],
      align: 'end',
      render: (point) =>
        point.value === null
          ? '–'
          : series.kind === 'share' && (point.of ?? 0) < fewestForPercent
            ? texts.countOf(Math.round(point.value * (point.of ?? 0)), point.of ?? 0)
            : number(point.value),
    },
    ...(series.kind === 'count' ? [] : [of]),
    ...(series.points.some((point) => point.undecided !== null) ? [undecided] : []),
    ...(limited ? [limits] : []),
  ]
}

function limitsOf({ lower, upper }: FlowPoint): ChartPoint['limits'] {
  return lower === null || upper === null ? null : { lower, upper }
}
