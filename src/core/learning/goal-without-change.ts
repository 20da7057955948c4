import type { Proportion } from '../analysis/analysis.ts'
import { fewestForPercent } from '../report/print-figure.ts'
import { qnorm } from '../statistics/qnorm.ts'
import type { AimedFigure } from './goal-figure.ts'

type Estimate = Pick<Proportion, 'share' | 'interval'>

/** Fewer do not tell how much shares truly differ. */
const fewest = 5

/**
 * What may be expected of a figure next time although nothing changes, when it was picked from a list: whatever is among the
 * lowest owes part of that to chance, and so comes out higher the next time (regression to the mean). The share is drawn
 * towards the list's mean by the part of the list's variance that chance alone gives. Null where the list is too short.
 * Source: B. Efron and C. Morris (1975), JASA 70, with the variance between shares by its moments.
 */
export function expectedWithoutChange(picked: Estimate, list: readonly Estimate[]): number | null {
  const known = list.flatMap((each) => knownOf(each) ?? [])
  const own = knownOf(picked)
  if (own === undefined || known.length < fewest) return null
  const mean = meanOf(known.map(({ share }) => share))
  const seen = known.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / (known.length - 1)
  const between = Math.max(0, seen - meanOf(known.map(({ variance }) => variance)))
  // Neither chance nor differences: every share is the mean.
  if (between + own.variance < 1e-15) return own.share
  return mean + (between / (between + own.variance)) * (own.share - mean)
}

/**
 * How far the expected share lies from the one that was printed, in percentage points as they are printed; 0 where that is
 * not worth a word. Of few cases answers are printed, and their share may differ from the average case's, which the
 * expectation is made of: where it would then point the other way, nothing is said.
 */
export function printedMove(
  { share, numerator, denominator, sample }: AimedFigure,
  expected: number,
): number {
  if (share === null || Math.abs(expected - share) < 0.01) return 0
  const printed = sample < fewestForPercent && denominator > 0 ? numerator / denominator : share
  const move = Math.round(expected * 100) - Math.round(printed * 100)
  return Math.sign(move) === Math.sign(expected - share) ? move : 0
}

/** A share with the variance that its 95 % interval tells of. */
function knownOf({ share, interval }: Estimate) {
  if (share === null || interval === null) return undefined
  return { share, variance: ((interval[1] - interval[0]) / 2 / qnorm(0.975)) ** 2 }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
