import { downloadAnalysis as downloadAnalysisOf } from '../../app/analysis/download-analysis.ts'
import { exportComparison as exportComparisonOf } from '../../app/analysis/export-comparison.ts'
import type { AnalysisRoom } from '../../app/analysis/open-results.ts'
import { readComparison } from '../../app/analysis/read-comparison.ts'
import { readResults } from '../../app/analysis/read-results.ts'
import { readSeries } from '../../app/analysis/read-series.ts'
import { done } from '../../app/frame/result.ts'
import type { ReportPress } from '../../app/report/report-press.ts'
import { exportComparison, getComparison } from '../../contract/analysis/comparison.ts'
import { dataTypes } from '../../contract/report/round-data.ts'
import { downloadAnalysis, getResults } from '../../contract/analysis/results.ts'
import { getSeries } from '../../contract/analysis/series.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function analysisRoutes(
  room: AnalysisRoom & { readonly press: ReportPress },
): readonly HandledRoute[] {
  const { calculator, press } = room
  return [
    handle(getResults, ({ params, query }, context) => readResults(context, room, params.round, query.unit)),
    handle(getSeries, ({ params, query }, context) => readSeries(context, room, params.round, query)),
    handle(getComparison, ({ query }, context) => readComparison(context, calculator, query)),
    handle(exportComparison, async ({ query }, context) => {
      const made = await exportComparisonOf(context, calculator, press, query)
      const type = query.format === 'xlsx' ? dataTypes.xlsx : 'text/csv; charset=utf-8'
      return made.ok ? done({ ...made.value, type }) : made
    }),
    handle(downloadAnalysis, ({ params }, context) => downloadAnalysisOf(context, room, params.round)),
  ]
}
