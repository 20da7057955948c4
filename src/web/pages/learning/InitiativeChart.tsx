import type { AimView, InitiativeView } from '../../../contract/learning/initiative.ts'
import { formatMonth } from '../../format/dates.ts'
import { formatPercent } from '../../format/numbers.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { lowestDrawn, placeDay, placePoints } from './initiative-chart-scale.ts'

interface InitiativeChartProps {
  readonly aim: AimView
  readonly name: string
  readonly start: InitiativeView['start']
}

/** Shares over the rounds with their intervals; a line where the initiative started, a gap where the question changed. */
export function InitiativeChart({ aim, name, start }: InitiativeChartProps) {
  const { rounds, outcome, reckoned } = aim
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const placed = placePoints(rounds)
  const lowest = lowestDrawn(placed)
  const y = (share: number) => `${100 - ((Math.min(1, share) - lowest) / (1 - lowest)) * 100}%`
  const steps = Math.round((1 - lowest) * 10)
  const ticks = Array.from({ length: steps + 1 }, (_, at) => 1 - at / 10).filter(
    (_, at) => steps <= 5 || at % 2 === 0,
  )
  const compared =
    outcome.state === 'compared' ? [outcome.compared.before.round, outcome.compared.after.round] : []
  const startAt = placeDay(rounds, reckoned?.day ?? start.day)
  return (
    <figure className="run-chart initiative-chart">
      <div className="plot">
        {ticks.map((tick) => (
          <span key={tick} className="tick" style={{ top: y(tick) }} aria-hidden="true">
            {formatPercent(tick, language)}
          </span>
        ))}
        <svg role="img" aria-label={texts.chartLabel(name, rounds.length)}>
          {ticks.map((tick) => (
            <line key={tick} className="grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          ))}
          {startAt !== null && (
            <line className="start" x1={`${startAt}%`} x2={`${startAt}%`} y1="0" y2="100%" />
          )}
          {placed.slice(1).map((point, at) => {
            const from = placed[at] ?? point
            return from.round.series === point.round.series ? (
              <line
                key={point.round.key}
                className="step"
                x1={`${from.x}%`}
                x2={`${point.x}%`}
                y1={y(from.share)}
                y2={y(point.share)}
              />
            ) : null
          })}
          {placed.map(({ round, share, x }) => {
            const interval = round.figure?.interval
            const isCompared = compared.includes(round.key)
            return (
              <g key={round.key} className={isCompared ? 'point shown' : 'point'}>
                {interval && <line x1={`${x}%`} x2={`${x}%`} y1={y(interval[0])} y2={y(interval[1])} />}
                <circle cx={`${x}%`} cy={y(share)} r={isCompared ? 6 : 4} />
              </g>
            )
          })}
        </svg>
        {startAt !== null && (
          <span
            className={startAt > 60 ? 'start-word left' : 'start-word'}
            style={{ left: `${startAt}%` }}
            aria-hidden="true"
          >
            {reckoned?.kind === 'said' ? texts.start : texts.plannedStart}
          </span>
        )}
      </div>
      <ol className="rounds no-max-width" aria-hidden="true">
        {rounds.map(({ key, periodTo }) => (
          <li key={key} className={compared.includes(key) ? 'shown' : undefined}>
            {formatMonth(periodTo, language)}
          </li>
        ))}
      </ol>
      {placed.length < rounds.length && <figcaption>{texts.notDrawn}</figcaption>}
    </figure>
  )
}
