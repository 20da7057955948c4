import { monthsBefore } from '../../calendar/days.ts'
import type { CaseKind, RetentionKind } from './kinds.ts'

/** Months by kind; what has no number is kept. */
export type Periods = Readonly<Partial<Record<RetentionKind, number>>>

/** One part of a case. */
export interface CasePart {
  readonly kind: CaseKind
  /** Something of it is not finished: a round is open, a finding is being restored. */
  readonly open: boolean
  /** The day its period is counted from; null only while it is open. */
  readonly from: string | null
}

/** Why a case is not erased. */
export type KeptBecause = 'open' | 'no-period' | 'not-yet' | 'held'

/** A case is due when every part of it is finished, has a period, and the period has passed. */
export function whyKept(
  parts: readonly CasePart[],
  periods: Periods,
  today: string,
): KeptBecause | undefined {
  if (parts.some(({ open }) => open)) return 'open'
  if (parts.length === 0 || parts.some(({ kind }) => periods[kind] === undefined)) return 'no-period'
  const passed = parts.every(({ kind, from }) => {
    const months = periods[kind]
    return months !== undefined && from !== null && from <= monthsBefore(today, months)
  })
  return passed ? undefined : 'not-yet'
}
