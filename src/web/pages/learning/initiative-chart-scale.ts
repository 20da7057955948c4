import type { AimRound } from '../../../contract/learning/initiative.ts'
import { fewestForPercent } from '../../../core/report/print-figure.ts'

export interface PlacedPoint {
  readonly round: AimRound
  readonly share: number
  /** Across the picture, in per cent. */
  readonly x: number
}

/** Rounds side by side at equal distances; those with too few answers for a share leave a gap. */
export function placePoints(rounds: readonly AimRound[]): readonly PlacedPoint[] {
  return rounds.flatMap((round, at) => {
    const share = round.figure?.share ?? null
    if (share === null || (round.figure?.sample ?? 0) < fewestForPercent) return []
    return [{ round, share, x: ((at + 0.5) / rounds.length) * 100 }]
  })
}

/** A full tenth below all that is drawn, and never less than 40 points below 100 %: a short scale makes swings look large. */
export function lowestDrawn(points: readonly PlacedPoint[]): number {
  const least = Math.min(0.6, ...points.map(({ round, share }) => round.figure?.interval?.[0] ?? share))
  return Math.max(0, Math.floor(least * 10 + 1e-9) / 10)
}

/** Where a day lies among the rounds, in per cent: within the period that holds it; null beyond the last or before the first. */
export function placeDay(rounds: readonly AimRound[], day: string): number | null {
  const width = 100 / rounds.length
  const first = rounds.findIndex(({ periodTo }) => day <= periodTo)
  const round = rounds[first]
  if (round === undefined) return null
  if (day < round.periodFrom) return first === 0 ? null : first * width
  const [from, to, at] = [round.periodFrom, round.periodTo, day].map((iso) => Date.parse(iso))
  const part = ((at ?? 0) - (from ?? 0)) / Math.max(1, (to ?? 0) - (from ?? 0))
  return (first + part) * width
}
