import type { ReactNode } from 'react'

interface ChartFrameProps {
  /** What is drawn, for those who cannot see it; the figures stand in a table beside the picture. */
  readonly label: string
  /** Values with a line across and a word to the left. */
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
  /** The height of a value, in per cent from above. */
  readonly y: (value: number) => number
  /** Drawn in the plot, placed in per cent. */
  readonly children: ReactNode
  /** Words under the plot. */
  readonly axis: ReactNode
  readonly caption?: ReactNode
}

/** The frame of every chart over time: a scale to the left, the plot, an axis below, and what the marks mean. */
export function ChartFrame({ label, ticks, format, y, children, axis, caption }: ChartFrameProps) {
  return (
    <figure className="run-chart">
      <div className="plot">
        {ticks.map((tick) => (
          <span key={tick} className="tick" style={{ top: `${y(tick)}%` }} aria-hidden="true">
            {format(tick)}
          </span>
        ))}
        <svg role="img" aria-label={label}>
          {ticks.map((tick) => (
            <line key={tick} className="grid" x1="0" x2="100%" y1={`${y(tick)}%`} y2={`${y(tick)}%`} />
          ))}
          {children}
        </svg>
      </div>
      {axis}
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
