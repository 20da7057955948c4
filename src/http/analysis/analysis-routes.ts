import { downloadAnalysis as downloadAnalysisOf } from '../../app/analysis/download-analysis.ts'
import type { AnalysisRoom } from '../../app/analysis/open-results.ts'
import { readResults } from '../../app/analysis/read-results.ts'
import { downloadAnalysis, getResults } from '../../contract/analysis/results.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function analysisRoutes(room: AnalysisRoom): readonly HandledRoute[] {
  return [
    handle(getResults, ({ params, query }, context) => readResults(context, room, params.round, query.unit)),
    handle(downloadAnalysis, ({ params }, context) => downloadAnalysisOf(context, room, params.round)),
  ]
}
