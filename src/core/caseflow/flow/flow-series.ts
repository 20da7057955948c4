import { isoDay } from '../../calendar/day-number.ts'
import { fewestForPercent } from '../../report/print-figure.ts'
import { laneyP } from '../../statistics/laney-p.ts'
import { isCovered, type CoveredFrom } from './covered-from.ts'
import { isSettled, type FlowPoint, type FlowSeries } from './flow-figures.ts'
import { endOf, type FlowPeriod } from './flow-period.ts'
import type { FlowWindow } from './flow-window.ts'
import { medianOf, runVerdict } from './run-rules.ts'

/** The fewest periods that control limits are drawn from, as for the run charts' rules. */
const fewestForLimits = 12

/** A run chart of counts, one for each period. */
export function countSeries<Key extends string>(
  key: Key,
  of: string | null,
  window: FlowWindow,
  covered: CoveredFrom,
  countIn: (period: FlowPeriod) => number,
): FlowSeries<Key> {
  return seriesOf(
    key,
    of,
    'count',
    window.periods.map((period) => ({
      ...pointOf(period, window),
      value: isCovered(period, covered) ? countIn(period) : null,
    })),
  )
}

/**
 * A line of what there is at the end of each period. Next month's measures are mostly this month's, so long runs and few
 * crossings are what chance makes of them too: they are drawn and not judged; what begins and ends is.
 */
export function stockSeries<Key extends string>(
  key: Key,
  of: string | null,
  window: FlowWindow,
  covered: CoveredFrom,
  countAt: (period: FlowPeriod) => number,
): FlowSeries<Key> {
  return { ...countSeries(key, of, window, covered, countAt), verdict: { state: 'stock' } }
}

/**
 * A run chart of shares. Limits by Laney's p' chart of the periods that are settled and have enough to take a percentage of:
 * sizes vary from week to week, and weeks vary by more than chance. Smaller ones have none, because the chart takes shares
 * for normal: 2 of 2 would lie beyond, which chance alone makes of one share in four every sixteenth week.
 */
export function shareSeries<Key extends string>(
  key: Key,
  window: FlowWindow,
  covered: CoveredFrom,
  shareIn: (period: FlowPeriod) => SharedIn,
): FlowSeries<Key> {
  const points = window.periods.map((period) => {
    if (!isCovered(period, covered)) return { ...pointOf(period, window), count: 0, of: 0, value: null }
    const { count, of, undecided = null } = shareIn(period)
    return { ...pointOf(period, window), count, of, undecided, value: of === 0 ? null : count / of }
  })
  const charted = points.filter((point) => isSettled(point) && point.of >= fewestForPercent)
  const limits = limitsOf(charted)
  const limitsAt = new Map(charted.map(({ period }, at) => [period, limits(at)]))
  return seriesOf(
    key,
    null,
    'share',
    points.map(({ count: _count, ...point }) => ({ ...point, ...limitsAt.get(point.period) })),
  )
}

/** A count of so many, and what is not decided, where the series has such. */
interface SharedIn {
  readonly count: number
  readonly of: number
  readonly undecided?: number
}

type Limits = Pick<FlowPoint, 'lower' | 'upper'>
const noLimits: Limits = { lower: null, upper: null }

function limitsOf(
  points: readonly { readonly count: number; readonly of: number }[],
): (at: number) => Limits {
  const counts = points.map(({ count }) => count)
  const sizes = points.map(({ of }) => of)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const isAlike = total === 0 || total === sizes.reduce((sum, size) => sum + size, 0)
  if (points.length < fewestForLimits || isAlike) return () => noLimits
  const { lower, upper } = laneyP(counts, sizes)
  return (at) => ({ lower: lower[at] ?? null, upper: upper[at] ?? null })
}

/** The least and the most that a value can be. */
const edges = { count: [0, Infinity], share: [0, 1], days: [0, Infinity] } as const

function pointOf(period: FlowPeriod, { now }: FlowWindow): FlowPoint {
  return {
    period: period.name,
    from: isoDay(period.from),
    isOver: endOf(period) <= now,
    value: null,
    of: null,
    undecided: null,
    lower: null,
    upper: null,
  }
}

function seriesOf<Key extends string>(
  key: Key,
  of: string | null,
  kind: FlowSeries['kind'],
  points: readonly FlowPoint[],
): FlowSeries<Key> {
  const judged = points.filter(
    (point) => isSettled(point) && (kind !== 'share' || (point.of ?? 0) >= fewestForPercent),
  )
  const values = judged.flatMap(({ value }) => value ?? [])
  const beyond = judged.some(
    ({ value, lower, upper }) =>
      value !== null && lower !== null && upper !== null && isOutside(value, lower, upper),
  )
  return { key, of, kind, points, median: medianOf(values), verdict: runVerdict(values, beyond, edges[kind]) }
}

/** A share equal to its limit on paper may differ in the last bits. */
function isOutside(value: number, lower: number, upper: number): boolean {
  return value < lower - 1e-12 || value > upper + 1e-12
}
