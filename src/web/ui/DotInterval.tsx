import { formatPercent } from '../format/numbers.ts'
import { useCommonTexts } from '../texts/common.ts'
import { useLanguage } from '../texts/language.tsx'

/** A share in 0..1 with its interval; null where there were too few answers to say. */
export interface Estimate {
  readonly share: number | null
  readonly interval: readonly [number, number] | null
}

interface DotIntervalProps {
  readonly now: Estimate | null
  readonly last?: Estimate | null
  readonly baseline?: Estimate | null
}

/** Shares at which the scale has a line. */
const ticks = [0, 0.25, 0.5, 0.75, 1] as const

/**
 * One row of a dot-and-interval plot on a scale from 0 to 100 %. It is a picture only: put it in a table whose other
 * cells hold the same numbers, or beside `EstimateText`.
 */
export function DotInterval({ now, last, baseline }: DotIntervalProps) {
  return (
    <svg className="dot-plot" aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <line
          key={tick}
          className={tick === 0 || tick === 1 ? 'edge' : 'grid'}
          x1={percent(tick)}
          x2={percent(tick)}
          y1="0"
          y2="100%"
        />
      ))}
      {baseline && <Mark kind="baseline" estimate={baseline} y={last ? '18%' : '25%'} />}
      {last && <Mark kind="last" estimate={last} y={baseline ? '50%' : '25%'} />}
      {now && (
        <Mark kind="now" estimate={now} y={baseline && last ? '82%' : baseline || last ? '75%' : '50%'} />
      )}
    </svg>
  )
}

type MarkKind = 'now' | 'last' | 'baseline'

/** Told apart by shape, so that print and greyscale lose nothing: a hollow ring, a small diamond, a filled disc. */
function Mark({ kind, estimate: { share, interval }, y }: { kind: MarkKind; estimate: Estimate; y: string }) {
  return (
    <g className={kind}>
      {interval !== null && (
        <line className="interval" x1={percent(interval[0])} x2={percent(interval[1])} y1={y} y2={y} />
      )}
      {share !== null &&
        (kind === 'last' ? (
          <svg x={percent(share)} y={y} width="1" height="1" overflow="visible">
            <path d="M0-5L5 0L0 5L-5 0Z" />
          </svg>
        ) : (
          <circle cx={percent(share)} cy={y} r={kind === 'now' ? 4.5 : 4} />
        ))}
    </g>
  )
}

/** The scale above a column of plots. */
export function DotAxis() {
  const language = useLanguage()
  return (
    <span className="dot-axis" aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick}>{formatPercent(tick, language)}</span>
      ))}
    </span>
  )
}

/** What the marks mean; name only those that occur. */
export function DotLegend({
  marks,
  names,
}: {
  marks: readonly MarkKind[]
  /** Where the marks stand for something else than rounds. */
  names?: Readonly<Record<MarkKind, string>>
}) {
  const { chart } = useCommonTexts()
  return (
    <ul className="dot-legend no-max-width">
      {marks.map((mark) => (
        <li key={mark}>
          <svg className="dot-plot" aria-hidden="true">
            <Mark kind={mark} estimate={{ share: 0.5, interval: [0.05, 0.95] }} y="50%" />
          </svg>
          {(names ?? chart)[mark]}, {chart.interval}
        </li>
      ))}
    </ul>
  )
}

function percent(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`
}
