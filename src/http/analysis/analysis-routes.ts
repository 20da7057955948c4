import { downloadAnalysis as downloadAnalysisOf } from '../../app/analysis/download-analysis.ts'
import type { AnalysisRoom } from '../../app/analysis/open-results.ts'
import { readResults } from '../../app/analysis/read-results.ts'
import { readSeries } from '../../app/analysis/read-series.ts'
import { downloadAnalysis, getResults } from '../../contract/analysis/results.ts'
import { getSeries } from '../../contract/analysis/series.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function analysisRoutes(room: AnalysisRoom): readonly HandledRoute[] {
  return [
    handle(getResults, ({ params, query }, context) => readResults(context, room, params.round, query.unit)),
    handle(getSeries, ({ params, query }, context) => readSeries(context, room, params.round, query)),
    handle(downloadAnalysis, ({ params }, context) => downloadAnalysisOf(context, room, params.round)),
  ]
}
