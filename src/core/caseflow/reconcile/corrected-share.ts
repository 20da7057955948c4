import type { Proportion } from '../../analysis/analysis.ts'
import type { Interval } from '../../statistics/interval.ts'
import type { CorrectedShare, NotCorrected, Sensitivity } from './reconciliation.ts'

/** As everywhere: below this many answers no percentage is told (statistics.md 2). */
export const fewestCompared = 10

export interface RegistryCount {
  readonly stages: number
  readonly judged: number
  readonly inTime: number
}

/**
 * The share kept on the reviewers' scale over all cases that the registry judges. The registry's word is known for all of
 * them and the reviewers' for a sample, so the two groups that the registry makes are each given the share that reviewers
 * found in them: P(kept) = π P(kept | in time) + (1 - π) P(kept | late). No error rate is carried from elsewhere and nothing
 * is divided by a difference of rates, as in Rogan and Gladen's correction, so no estimate can leave 0 to 1.
 * Source: A. Tenenbein (1970), JASA 65, double sampling; the interval of the sum from those of its two independent parts
 * (MOVER): G. Y. Zou and A. Donner (2008), Statistics in Medicine 27.
 */
export function correctedShare(
  count: RegistryCount | null,
  { noOfLate, yesOfInTime }: Pick<Sensitivity, 'noOfLate' | 'yesOfInTime'>,
  generalises: boolean,
): CorrectedShare {
  const { stages, judged, inTime } = count ?? { stages: 0, judged: 0, inTime: 0 }
  const without = (kind: NotCorrected): CorrectedShare => ({
    stages,
    judged,
    inTime,
    kind,
    share: null,
    interval: null,
  })
  if (count === null) return without('no-frame')
  if (!generalises) return without('chosen-cases')
  if (judged === 0) return without('nothing-judged')
  if (noOfLate.denominator + yesOfInTime.denominator < fewestCompared) return without('too-few')
  const parts = [
    { part: inTime / judged, kept: sideOf(yesOfInTime) },
    { part: 1 - inTime / judged, kept: mirrored(sideOf(noOfLate)) },
  ].filter(({ part }) => part > 0)
  const known = parts.every(({ kept }) => kept.share !== null)
  if (!known) {
    const limit = (at: 0 | 1) => parts.reduce((sum, { part, kept }) => sum + part * kept.interval[at], 0)
    return { stages, judged, inTime, kind: 'limits', share: null, interval: [limit(0), limit(1)] }
  }
  const share = parts.reduce((sum, { part, kept }) => sum + part * (kept.share ?? 0), 0)
  const distance = (at: 0 | 1) =>
    Math.hypot(...parts.map(({ part, kept }) => part * ((kept.share ?? 0) - kept.interval[at])))
  const interval: Interval = [Math.max(0, share - distance(0)), Math.min(1, share + distance(1))]
  return { stages, judged, inTime, kind: 'corrected', share: Math.min(1, share), interval }
}

interface Side {
  readonly share: number | null
  /** Of what nobody reviewed anything may be true. */
  readonly interval: Readonly<Interval>
}

function sideOf({ share, interval }: Proportion): Side {
  return { share, interval: interval ?? [0, 1] }
}

function mirrored({ share, interval: [lower, upper] }: Side): Side {
  return { share: share === null ? null : 1 - share, interval: [1 - upper, 1 - lower] }
}
