import type { Series } from '../../../contract/analysis/series.ts'
import { fewestForPercent } from '../../../core/report/print-figure.ts'
import { formatMonth } from '../../format/dates.ts'
import { formatPercent } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { RunChartPicture, type ChartPoint } from '../../ui/RunChartPicture.tsx'
import { lowestOf } from './chart-scale.ts'

interface RoundsPictureProps {
  readonly series: Series
  readonly name: string
  /** Key of the page's round. */
  readonly shown: string
}

/** Shares round by round with their intervals, the centre line and the limits where there are any. */
export function RoundsPicture({ series, name, shown }: RoundsPictureProps) {
  const { chart: texts } = useTexts({ da, en })
  const language = useLanguage()
  const { limits } = series
  const points = series.rounds.map(({ key, periodTo, sample, figure, limits: own, signs }): ChartPoint => {
    // Too few answers for a share leave a gap.
    const share = sample < fewestForPercent ? null : (figure?.share ?? null)
    return {
      key,
      name: formatMonth(periodTo, language),
      value: share,
      interval: figure?.interval ?? null,
      limits: own,
      standsOut: signs.length > 0,
    }
  })
  if (points.every(({ value }) => value === null)) return <p>{texts.tooFew}</p>
  const lowest = lowestOf(series)
  const steps = Math.round((1 - lowest) * 10)
  const ticks = Array.from({ length: steps + 1 }, (_, at) => 1 - at / 10).filter(
    (_, at) => steps <= 5 || at % 2 === 0,
  )
  return (
    <RunChartPicture
      label={texts.label(texts.summary(name, series.rounds.length))}
      points={points}
      centre={limits.state === 'no-limits' ? null : limits.centre}
      scale={{ lowest, highest: 1 }}
      ticks={ticks}
      format={(share) => formatPercent(share, language)}
      shown={shown}
      caption={
        <>
          <Legend limited={limits.state !== 'no-limits'} />
          {lowest > 0 && texts.axisFrom(formatPercent(lowest, language))}
        </>
      }
    />
  )
}

function Legend({ limited }: { limited: boolean }) {
  const { chart } = useTexts({ da, en })
  const { legend } = chart
  return (
    <span className="run-legend">
      <span className="key-share">{legend.share}</span>
      <span className="key-shown">{legend.shown}</span>
      {limited && (
        <>
          <span className="key-centre">{legend.centre}</span>
          <span className="key-limits">{legend.limits}</span>
          <span className="key-sign">{legend.sign}</span>
        </>
      )}
    </span>
  )
}
