import type { FlowPoint } from '../../../../core/caseflow/flow/flow-figures.ts'

/** Outside the control limits, where there are any. */
export function isBeyond({ value, lower, upper }: FlowPoint): boolean {
  return value !== null && lower !== null && upper !== null && (value < lower || value > upper)
}
