import type { ReactNode } from 'react'
import { ChartFrame } from './ChartFrame.tsx'
import { heightOf, keepsLabel, placePoints, type ChartScale, type PlacedPoint } from './place-points.ts'

export interface ChartPoint {
  readonly key: string
  /** Its word on the axis. */
  readonly name: string
  /** Null leaves a gap. */
  readonly value: number | null
  readonly interval: readonly [number, number] | null
  readonly limits: { readonly lower: number; readonly upper: number } | null
  readonly standsOut: boolean
  /** Its period is not over: no line leads there, because what is still growing would look like a fall. */
  readonly isUnfinished?: boolean
}

interface RunChartPictureProps {
  readonly label: string
  readonly points: readonly ChartPoint[]
  /** The median, or what else lies in the middle. */
  readonly centre: number | null
  readonly scale: ChartScale
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
  /** Key of the point that the page is of. */
  readonly shown: string
  /** How many words the axis has room for; left out, it shows them all. */
  readonly room?: number | undefined
  readonly caption?: ReactNode
}

/** Values over time, with intervals, a centre line and limits where there are any. */
export function RunChartPicture(props: RunChartPictureProps) {
  const { label, points, centre, scale, ticks, format, shown, room, caption } = props
  const placed = placePoints(points)
  const y = (value: number) => heightOf(value, scale)
  const width = 100 / points.length
  return (
    <ChartFrame
      label={label}
      ticks={ticks}
      format={format}
      y={y}
      axis={<Axis points={points} shown={shown} room={room} />}
      caption={caption}
    >
      {centre !== null && (
        <line className="centre" x1="0" x2="100%" y1={`${y(centre)}%`} y2={`${y(centre)}%`} />
      )}
      {placed.map((one) => (
        <Limits key={one.point.key} placed={one} width={width} y={y} />
      ))}
      {placed.slice(1).map((one, at) => {
        const from = placed[at] ?? one
        if (!one.follows || one.point.isUnfinished === true) return null
        return (
          <line
            key={one.point.key}
            className="step"
            x1={`${from.x}%`}
            x2={`${one.x}%`}
            y1={`${y(from.value)}%`}
            y2={`${y(one.value)}%`}
          />
        )
      })}
      {placed.map((one) => (
        <Point key={one.point.key} placed={one} y={y} shown={one.point.key === shown} crowded={width < 5} />
      ))}
    </ChartFrame>
  )
}

interface Placed {
  readonly placed: PlacedPoint<ChartPoint>
  readonly y: (value: number) => number
}

function Limits({ placed: { point, x }, width, y }: Placed & { readonly width: number }) {
  if (point.limits === null) return null
  const { upper, lower } = point.limits
  return [upper, lower].map((limit, at) => (
    <line
      key={at === 0 ? 'upper' : 'lower'}
      className="limit"
      x1={`${x - width / 2}%`}
      x2={`${x + width / 2}%`}
      y1={`${y(limit)}%`}
      y2={`${y(limit)}%`}
    />
  ))
}

interface PointProps extends Placed {
  readonly shown: boolean
  /** Many side by side are drawn smaller. */
  readonly crowded: boolean
}

/** A disc; the page's own larger; a square ring around those that stand out. */
function Point({ placed: { point, value, x }, y, shown, crowded }: PointProps) {
  const { interval } = point
  const classes = ['point', shown && 'shown', point.isUnfinished === true && 'unfinished']
  return (
    <g className={classes.filter(Boolean).join(' ')}>
      {interval && <line x1={`${x}%`} x2={`${x}%`} y1={`${y(interval[0])}%`} y2={`${y(interval[1])}%`} />}
      <circle cx={`${x}%`} cy={`${y(value)}%`} r={(shown ? 6 : 4) - (crowded ? 1 : 0)} />
      {point.standsOut && (
        <svg x={`${x}%`} y={`${y(value)}%`} width="1" height="1" overflow="visible">
          <rect className="sign" x="-10" y="-10" width="20" height="20" />
        </svg>
      )}
    </g>
  )
}

function Axis({ points, shown, room }: Pick<RunChartPictureProps, 'points' | 'shown' | 'room'>) {
  return (
    <ol className={room === undefined ? 'rounds no-max-width' : 'rounds few no-max-width'} aria-hidden="true">
      {points.map(({ key, name }, at) => (
        <li key={key} className={key === shown ? 'shown' : undefined}>
          {(room === undefined || keepsLabel(points.length - 1 - at, points.length, room)) && name}
        </li>
      ))}
    </ol>
  )
}
