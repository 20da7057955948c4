import { daysBetween } from './days-between.ts'
import type { DayCount } from './expected-end.ts'

export interface CumulatedDay {
  readonly day: string
  readonly submitted: number
}

/** How many were submitted by the end of each day on which any was. */
export function cumulate(days: readonly DayCount[]): readonly CumulatedDay[] {
  let sum = 0
  return days.map(({ day, submitted }) => ({ day, submitted: (sum += submitted) }))
}

/** How many should be submitted by the end of a day, were the work spread evenly from the draw to the last due day. */
export function plannedBy(
  day: string,
  { drawnOn, dueOn, drawn }: { readonly drawnOn: string; readonly dueOn: string; readonly drawn: number },
): number {
  const length = daysBetween(drawnOn, dueOn)
  if (length <= 0) return drawn
  return drawn * Math.min(1, Math.max(0, daysBetween(drawnOn, day) / length))
}
