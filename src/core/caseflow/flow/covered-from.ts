import type { FlowCase } from './flow-case.ts'
import type { FlowPeriod } from './flow-period.ts'

/** Day of the municipality's first event, as the one row of a count; of no unit. */
export type CoveredFrom = readonly { readonly unit: null; readonly day: number }[]

export function coveredFrom(cases: Iterable<FlowCase>): CoveredFrom {
  let first: number | null = null
  for (const { firstDay } of cases)
    if (firstDay !== null) first = first === null ? firstDay : Math.min(first, firstDay)
  return first === null ? [] : [{ unit: null, day: first }]
}

/**
 * Whether the events reach back over all of a period. Before the first one nobody knows what happened, and of the period
 * that it lies in only a part is known, unless it lies on the first day.
 */
export function isCovered({ from }: FlowPeriod, covered: CoveredFrom): boolean {
  return covered.some(({ day }) => day <= from)
}
