import type { Interval } from '../statistics/interval.ts'
import { qt } from '../statistics/qt.ts'
import { twoSidedTTail } from '../statistics/t-tail.ts'

/** Student's interval and test of a change of shares, cut to -1..1. */
export function studentised(change: number, error: number, df: number): { interval: Interval; p: number } {
  const half = qt(0.975, df) * error
  return {
    interval: [Math.max(-1, change - half), Math.min(1, change + half)],
    p: twoSidedTTail(change / error, df),
  }
}

export const noDrift = { change: null, interval: null, p: null, usable: false } as const
