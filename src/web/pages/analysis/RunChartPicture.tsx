import type { Series } from '../../../contract/analysis/series.ts'
import { fewestForPercent } from '../../../core/report/print-figure.ts'
import { formatMonth } from '../../format/dates.ts'
import { formatPercent } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { lowestOf, placeRounds, type PlacedRound } from './chart-scale.ts'

interface RunChartPictureProps {
  readonly series: Series
  readonly name: string
  /** Key of the page's round. */
  readonly shown: string
}

/** Shares over time with their intervals, the centre line and the limits where there are any. */
export function RunChartPicture({ series, name, shown }: RunChartPictureProps) {
  const { chart: texts } = useTexts({ da, en })
  const language = useLanguage()
  const lowest = lowestOf(series)
  const placed = placeRounds(series.rounds, fewestForPercent)
  if (placed.length === 0) return <p>{texts.tooFew}</p>
  const y = (share: number) => `${100 - ((Math.min(1, share) - lowest) / (1 - lowest)) * 100}%`
  const steps = Math.round((1 - lowest) * 10)
  const ticks = Array.from({ length: steps + 1 }, (_, at) => 1 - at / 10).filter(
    (_, at) => steps <= 5 || at % 2 === 0,
  )
  const { limits } = series
  return (
    <figure className="run-chart">
      <div className="plot">
        {ticks.map((tick) => (
          <span key={tick} className="tick" style={{ top: y(tick) }} aria-hidden="true">
            {formatPercent(tick, language)}
          </span>
        ))}
        <svg role="img" aria-label={texts.label(texts.summary(name, series.rounds.length))}>
          {ticks.map((tick) => (
            <line key={tick} className="grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          ))}
          {limits.state !== 'no-limits' && (
            <line className="centre" x1="0" x2="100%" y1={y(limits.centre)} y2={y(limits.centre)} />
          )}
          {placed.map((point) => (
            <Limits key={point.round.key} point={point} width={100 / series.rounds.length} y={y} />
          ))}
          {placed.slice(1).map((point, at) => {
            const from = placed[at] ?? point
            return (
              <line
                key={point.round.key}
                className="step"
                x1={`${from.x}%`}
                x2={`${point.x}%`}
                y1={y(from.share)}
                y2={y(point.share)}
              />
            )
          })}
          {placed.map((point) => (
            <Point key={point.round.key} point={point} y={y} shown={point.round.key === shown} />
          ))}
        </svg>
      </div>
      <ol className="rounds no-max-width" aria-hidden="true">
        {series.rounds.map(({ key, periodTo }) => (
          <li key={key} className={key === shown ? 'shown' : undefined}>
            {formatMonth(periodTo, language)}
          </li>
        ))}
      </ol>
      <figcaption>
        <Legend limited={limits.state !== 'no-limits'} />
        {lowest > 0 && texts.axisFrom(formatPercent(lowest, language))}
      </figcaption>
    </figure>
  )
}

interface Placed {
  readonly point: PlacedRound
  readonly y: (share: number) => string
}

function Limits({ point: { round, x }, width, y }: Placed & { readonly width: number }) {
  if (round.limits === null) return null
  const [from, to] = [`${x - width / 2}%`, `${x + width / 2}%`]
  return [round.limits.upper, round.limits.lower].map((limit, at) => (
    <line
      key={at === 0 ? 'upper' : 'lower'}
      className="limit"
      x1={from}
      x2={to}
      y1={y(limit)}
      y2={y(limit)}
    />
  ))
}

/** A disc; the page's own round larger; a square ring around those that stand out. */
function Point({ point: { round, share, x }, y, shown }: Placed & { readonly shown: boolean }) {
  const interval = round.figure?.interval
  return (
    <g className={shown ? 'point shown' : 'point'}>
      {interval && <line x1={`${x}%`} x2={`${x}%`} y1={y(interval[0])} y2={y(interval[1])} />}
      <circle cx={`${x}%`} cy={y(share)} r={shown ? 6 : 4} />
      {round.signs.length > 0 && (
        <svg x={`${x}%`} y={y(share)} width="1" height="1" overflow="visible">
          <rect className="sign" x="-10" y="-10" width="20" height="20" />
        </svg>
      )}
    </g>
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
