import type { FlowSeries } from '../../../../core/caseflow/flow/flow-figures.ts'

/** Whether a series moves more than chance makes it. */
export function hasSignals({ verdict }: Pick<FlowSeries, 'verdict'>): boolean {
  return verdict.state === 'judged' && verdict.signals.length > 0
}
