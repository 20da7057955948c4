import type { FlowSeries } from '../../../../core/caseflow/flow/flow-figures.ts'

/** Where a series' chart stands on its page. */
export function chartId({ key, of }: Pick<FlowSeries, 'key' | 'of'>): string {
  return of === null ? `chart-${key}` : `chart-${key}-${encodeURIComponent(of)}`
}
