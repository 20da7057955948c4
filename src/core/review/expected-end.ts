import { addDays } from '../calendar/days.ts'
import { isWorkingDay, workingDaysBefore } from './working-days.ts'
import { workingDaysAfter, workingDaysBetween } from './working-days-after.ts'

/** The pace is taken from so many working days before today. */
export const paceDays = 10
/** Fewer submissions than this in those days tell too little. */
export const fewestForPace = 5
/** Farther away than this nobody can tell. */
const farthest = 250
/** A range that holds the true pace four times in five, if the coming days are like the last. */
const z = 1.2816

export interface DayCount {
  readonly day: string
  readonly submitted: number
}

export type ExpectedEnd =
  | { readonly kind: 'done' }
  /** `submitted` of the last `paceDays` working days are too few to tell a pace by. */
  | { readonly kind: 'too-few'; readonly submitted: number }
  | {
      readonly kind: 'expected'
      readonly day: string
      readonly earliest: string
      /** Null: so far away that it cannot be told. */
      readonly latest: string | null
      /** Submissions a working day. */
      readonly pace: number
    }

/**
 * When the remaining reviews will be submitted if the pace of the last two weeks goes on. The count of those days is
 * taken as a Poisson count with Byar's limits (Breslow and Day 1987, Statistical Methods in Cancer Research II, p. 69),
 * widened where the days differ more than chance explains, because people submit several reviews at a time.
 */
export function expectedEnd(
  days: readonly DayCount[],
  remaining: number,
  { drawnOn, today }: { readonly drawnOn: string; readonly today: string },
): ExpectedEnd {
  if (remaining === 0) return { kind: 'done' }
  const before = workingDaysBefore(today, paceDays)
  // Today is not over, so it is no day of work yet.
  const from = drawnOn > before ? drawnOn : before
  const until = addDays(today, -1)
  const counts = countByWorkingDay(days, from, until)
  const submitted = counts.reduce((sum, count) => sum + count, 0)
  if (submitted < fewestForPace || counts.length === 0) return { kind: 'too-few', submitted }
  const pace = submitted / counts.length
  const spread = Math.max(1, dispersion(counts))
  const [low, high] = byar(submitted / spread).map((limit) => (limit * spread) / counts.length)
  const endAt = (each: number | undefined) =>
    each === undefined || each <= 0 || remaining / each > farthest
      ? null
      : // A part of a day ends that day.
        workingDaysAfter(until, Math.ceil(remaining / each))
  const day = endAt(pace)
  const earliest = endAt(high)
  if (day === null || earliest === null) return { kind: 'too-few', submitted }
  return { kind: 'expected', day, earliest, latest: endAt(low), pace }
}

/** Submissions by working day, the first day included; what comes on a day off counts with the working day before. */
function countByWorkingDay(days: readonly DayCount[], from: string, until: string): number[] {
  if (until < from) return []
  const counts = Array.from<number>({
    length: workingDaysBetween(from, until) + (isWorkingDay(from) ? 1 : 0),
  }).fill(0)
  for (const { day, submitted } of days) {
    if (day < from || day > until || counts.length === 0) continue
    const at = workingDaysBetween(from, day) + (isWorkingDay(from) ? 0 : -1)
    const index = Math.min(counts.length - 1, Math.max(0, at))
    counts[index] = (counts[index] ?? 0) + submitted
  }
  return counts
}

/** Variance over mean: 1 for a Poisson count. */
function dispersion(counts: readonly number[]): number {
  if (counts.length < 2) return 1
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1) / mean
}

function byar(count: number): readonly [number, number] {
  const limit = (n: number, sign: -1 | 1) =>
    n * Math.max(0, 1 - 1 / (9 * n) + (sign * z) / (3 * Math.sqrt(n))) ** 3
  return [limit(count, -1), limit(count + 1, 1)]
}
