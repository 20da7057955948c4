import { isoDay } from '../../calendar/day-number.ts'
import type { FlowCase } from './flow-case.ts'
import type { FlowPeriod } from './flow-period.ts'

/** Day from which the municipality's cases are known, as the one row of a count; of no unit. */
export type CoveredFrom = readonly { readonly unit: null; readonly day: number }[]

/** A month counts when it holds at least one in so many of the first events that the fullest month holds. */
export const shareOfFullest = 10

/**
 * The first event of the first month in which cases begin as they do later. A stray old date, mistyped or of a case that
 * was taken over, would otherwise turn the years after it into years in which nothing happened.
 */
export function coveredFrom(cases: readonly FlowCase[]): CoveredFrom {
  const first = firstAsLater(cases.flatMap(({ firstDay }) => firstDay ?? []))
  return first === null ? [] : [{ unit: null, day: first }]
}

/** The first day of the first month that holds at least one in `shareOfFullest` of the fullest month's days; null of none. */
export function firstAsLater(days: readonly number[]): number | null {
  const months = new Map<string, { readonly day: number; readonly count: number }>()
  for (const each of days) {
    const name = isoDay(each).slice(0, 7)
    const { day, count } = months.get(name) ?? { day: each, count: 0 }
    months.set(name, { day: Math.min(day, each), count: count + 1 })
  }
  let fullest = 0
  for (const { count } of months.values()) fullest = Math.max(fullest, count)
  let first: number | null = null
  for (const { day, count } of months.values())
    if (count * shareOfFullest >= fullest) first = first === null ? day : Math.min(first, day)
  return first
}

/**
 * Whether the events reach back over all of a period. Before that day nobody knows what happened, and of the period
 * that it lies in only a part is known, unless it lies on the first day.
 */
export function isCovered({ from }: FlowPeriod, covered: CoveredFrom): boolean {
  return covered.some(({ day }) => day <= from)
}
