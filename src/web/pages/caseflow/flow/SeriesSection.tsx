import type { ReactNode } from 'react'
import { isThin } from '../../../../core/caseflow/flow/compose-series.ts'
import { isSettled, type FlowSeries } from '../../../../core/caseflow/flow/flow-figures.ts'
import { firstLower } from '../../../format/first-letter.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useNarrow } from '../../../ui/use-media.ts'
import { hasSignals } from './has-signals.ts'
import { isBeyond } from './is-beyond.ts'
import { SeriesChart } from './SeriesChart.tsx'

interface SeriesSectionProps<Key extends string> {
  readonly heading: string
  readonly series: readonly FlowSeries<Key>[]
  readonly nameOf: (series: FlowSeries<Key>) => string
  /** The report's own period. */
  readonly shown: string
  readonly periods: 'weeks' | 'months'
  /** Charts of a kind of their own, below. */
  readonly children?: ReactNode
}

/** Every series as a small chart, after a sentence on those that move more than chance makes them. */
export function SeriesSection<Key extends string>(props: SeriesSectionProps<Key>) {
  const { heading, series, nameOf, shown, periods, children } = props
  const texts = useTexts({ da, en })
  const isNarrow = useNarrow()
  // A phone has room for what moves alone; the rest is a press away.
  const first = isNarrow ? series.filter(hasSignals) : series
  const later = isNarrow ? series.filter((one) => !hasSignals(one)) : []
  const chart = (one: FlowSeries<Key>) => (
    <SeriesChart
      key={`${one.key} ${one.of ?? ''}`}
      series={one}
      title={nameOf(one)}
      shown={shown}
      periods={periods}
    />
  )
  return (
    <section aria-labelledby="series-heading">
      <h2 id="series-heading">{heading}</h2>
      <p>{useVerdict(series, nameOf)}</p>
      {first.length > 0 && (
        <>
          <Legend series={series} shown={shown} />
          <div className="two-columns series-grid">{first.map(chart)}</div>
        </>
      )}
      {later.length > 0 && (
        <Disclosure summary={texts.laterCharts(later.length, first.length)}>
          {first.length === 0 && <Legend series={series} shown={shown} />}
          <div className="two-columns series-grid">{later.map(chart)}</div>
        </Disclosure>
      )}
      {children}
      <Disclosure summary={texts.method}>
        {texts.methodBody.map((paragraph) => (
          <p key={paragraph} className="reading-width">
            {paragraph}
          </p>
        ))}
      </Disclosure>
    </section>
  )
}

/** What the marks of all charts mean, once. */
function Legend({ series, shown }: { series: readonly FlowSeries[]; shown: string }) {
  const { legend } = useTexts({ da, en })
  const points = series.flatMap((one) => one.points)
  return (
    <p className="run-legend soft small">
      {points.some((point) => point.period === shown && isSettled(point)) && (
        <span className="key-shown">{legend.shown}</span>
      )}
      {!points.every(isSettled) && <span className="key-unfinished">{legend.unfinished}</span>}
      <span className="key-centre">{legend.median}</span>
      {points.some(({ lower }) => lower !== null) && <span className="key-limits">{legend.limits}</span>}
      {points.some(isBeyond) && <span className="key-sign">{legend.beyond}</span>}
    </p>
  )
}

function useVerdict<Key extends string>(
  series: readonly FlowSeries<Key>[],
  nameOf: (series: FlowSeries<Key>) => string,
): string {
  const texts = useTexts({ da, en })
  // Of what is too thin to draw nothing is said either.
  const judged = series.filter((one) => one.verdict.state === 'judged' && !isThin(one))
  const moved = judged.filter(hasSignals)
  if (judged.length === 0 && series.some(({ verdict }) => verdict.state === 'at-edge'))
    return texts.seriesAtEdge
  if (judged.length === 0) return texts.seriesTooFew
  if (moved.length === 0) return texts.seriesNone
  return texts.seriesMoved(moved.map((one) => firstLower(nameOf(one))).join(', '))
}
