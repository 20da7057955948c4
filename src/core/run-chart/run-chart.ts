import { laneyP } from '../statistics/laney-p.ts'
import { limits, pChart } from '../statistics/p-chart.ts'
import { fewestForFrozenLimits, fewestForLimits } from './rounds-needed.ts'

/** One round's share of the answers it rests on. */
export interface ChartPoint {
  readonly share: number
  /** Applicable answers. */
  readonly size: number
}

/** `beyond-limits`: outside three standard errors. `one-side`: one of eight or more in a row on one side of the centre. */
export type ChartSign = 'beyond-limits' | 'one-side'

export type RunChart =
  | {
      /** Too few rounds: limits of a handful of points would move with each new one and be read as rules. */
      readonly state: 'no-limits'
    }
  | {
      /** `frozen`: computed from the first rounds once and for all; `provisional`: still from every round. */
      readonly state: 'provisional' | 'frozen'
      /** Laney's limits also carry what rounds vary beyond chance. */
      readonly method: 'p-chart' | 'laney-p'
      /** Rounds that the limits were computed from, the first ones. */
      readonly basis: number
      readonly centre: number
      readonly points: readonly {
        readonly lower: number
        readonly upper: number
        readonly signs: readonly ChartSign[]
      }[]
    }

const runLength = 8
/** From here on the binomial limits are too narrow to be believed: every small difference between rounds falls outside. */
const inTheHundreds = 200

/**
 * Control limits for the shares of successive rounds, the oldest first. Sizes are plain numbers of answers: the limits
 * ask whether the process changed, not what a review of all cases would have found.
 */
export function runChart(points: readonly ChartPoint[]): RunChart {
  if (points.length < fewestForLimits) return { state: 'no-limits' }
  const frozen = points.length >= fewestForFrozenLimits
  const basis = frozen ? points.slice(0, fewestForFrozenLimits) : points
  const { method, centre, sigma } = fitted(basis)
  const { lower, upper } = limits(
    centre,
    points.map(({ size }) => size),
    sigma,
  )
  const inRun = listRuns(points.map(({ share }) => Math.sign(share - centre)))
  return {
    state: frozen ? 'frozen' : 'provisional',
    method,
    basis: basis.length,
    centre,
    points: points.map(({ share }, at) => {
      const [low, high] = [lower[at] ?? 0, upper[at] ?? 1]
      // A share equal to its limit on paper may differ in the last bit.
      const beyond = share < low - 1e-12 || share > high + 1e-12
      return {
        lower: low,
        upper: high,
        signs: [
          ...(beyond ? (['beyond-limits'] as const) : []),
          ...(inRun[at] === true ? (['one-side'] as const) : []),
        ],
      }
    }),
  }
}

function fitted(basis: readonly ChartPoint[]): {
  readonly method: 'p-chart' | 'laney-p'
  readonly centre: number
  readonly sigma: number
} {
  // Shares are weighted by the draw, so the count that gives the share is not always whole.
  const counts = basis.map(({ share, size }) => Math.round(share * size))
  const sizes = basis.map(({ size }) => size)
  const { centre } = pChart(counts, sizes)
  if (!sizes.every((size) => size >= inTheHundreds) || centre === 0 || centre === 1)
    return { method: 'p-chart', centre, sigma: 1 }
  return { method: 'laney-p', centre, sigma: laneyP(counts, sizes).sigmaZ }
}

/** Which points belong to a run of eight or more on one side; a point on the centre belongs to none. */
function listRuns(sides: readonly number[]): readonly boolean[] {
  const inRun = sides.map(() => false)
  let start = 0
  for (let at = 1; at <= sides.length; at += 1) {
    if (at < sides.length && sides[at] === sides[start]) continue
    if (sides[start] !== 0 && at - start >= runLength) inRun.fill(true, start, at)
    start = at
  }
  return inRun
}
