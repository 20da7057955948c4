import type { FlowSeries } from '../../../../core/caseflow/flow/flow-figures.ts'
import type { ChartScale } from '../../../ui/place-points.ts'

export interface TickedScale extends ChartScale {
  /** The lowest first. */
  readonly ticks: readonly number[]
}

/** Steps between the lines of a scale of counts or days: 1, 2, 5, 10, 20, 50 and so on. */
function stepOf(highest: number, lines: number): number {
  const least = Math.max(1, highest / lines)
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].find((times) => times * power >= least) ?? 10
  return step * power
}

/** From nought to the first line above everything drawn; a short scale would make small swings look large. */
export function scaleFrom0(highest: number, lines = 4): TickedScale {
  const step = stepOf(highest, lines)
  const steps = Math.max(1, Math.ceil(highest / step))
  return {
    lowest: 0,
    highest: step * steps,
    ticks: Array.from({ length: steps + 1 }, (_, at) => at * step),
  }
}

const wholeShare: TickedScale = { lowest: 0, highest: 1, ticks: [0, 0.25, 0.5, 0.75, 1] }

/** A scale for one series, as in the report's file: shares in the whole of 0 to 100 %. */
export function scaleOf({
  kind,
  points,
  median,
}: Pick<FlowSeries, 'kind' | 'points' | 'median'>): TickedScale {
  if (kind === 'share') return wholeShare
  const drawn = points.flatMap(({ value, lower, upper }) => [value, lower, upper])
  return scaleFrom0(Math.max(0, median ?? 0, ...drawn.filter((one) => one !== null)))
}
